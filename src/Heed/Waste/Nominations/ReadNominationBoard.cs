using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>One card of the board.</summary>
/// <param name="Verdict">What the last look at its trial found.</param>
public sealed record NominationCard(NominationView Nomination, Trial? Trial, TrialVerdict? Verdict);

/// <param name="Overdue">How many wait for their answer longer than they should, whoever may answer them.</param>
/// <param name="Held">For administrators.</param>
public sealed record NominationBoard(
    IReadOnlyList<NominationCard> New,
    IReadOnlyList<NominationCard> Classed,
    IReadOnlyList<NominationCard> Decided,
    IReadOnlyList<NominationCard> Gone,
    IReadOnlyList<NominationCard> Held,
    int Overdue
)
{
    public bool IsEmpty => New.Count + Classed.Count + Decided.Count + Gone.Count + Held.Count == 0;

    /// <summary>The board in one sentence.</summary>
    public string Finding =>
        IsEmpty ? "Waste"
        : Overdue > 0
            ? $"{Format.Capital(Counted(Overdue))} {Format.Plural(Overdue, "waits", "wait")} for an answer longer than two working days"
        : New.Count > 0
            ? $"{Format.Capital(Counted(New.Count))} {Format.Plural(New.Count, "waits", "wait")} for an answer, none of them late"
        : Gone.Count > 0
            ? $"Everything is answered; {Counted(Gone.Count)} {Format.Plural(Gone.Count, "is", "are")} gone"
        : "Everything is answered";

    static string Counted(int count) =>
        count >= ReadNominationBoard.MostInAColumn ? $"{Format.Count(count)} and more" : Format.InWords(count);
}

/// <summary>Reads the board: the most urgent and the newest of each column, in a fixed number of queries.</summary>
public sealed class ReadNominationBoard(
    HeedDb db,
    Member me,
    Workspace here,
    ReadNominations read,
    ReadTrials trials,
    TimeProvider clock
)
{
    public const int MostInAColumn = 30;

    /// <summary>Decided ones that are looked at for what is gone.</summary>
    const int MostDecided = 200;

    public async Task<NominationBoard> Run(CancellationToken stop)
    {
        var today = here.Today(clock);
        var news = await Of(NominationState.Acknowledged)
            .OrderBy(n => n.AnswerDue)
            .ThenBy(n => n.Id)
            .Take(MostInAColumn)
            .ToListAsync(stop);
        var classed = await Newest(NominationState.Classed, MostInAColumn);
        var decided = await Newest(NominationState.Decided, MostDecided);
        var held = me.IsAdmin ? await Newest(NominationState.Held, MostInAColumn) : [];
        var views = await read.Views([.. news, .. classed, .. decided, .. held], stop);
        List<Id<Trial>> tried = [.. classed.Concat(decided).Select(n => n.TrialId).OfType<Id<Trial>>()];
        var (plans, verdicts) = (await trials.Of(tried, stop), await trials.Verdicts(tried, stop));
        var overdue = await Of(NominationState.Acknowledged).CountAsync(n => n.AnswerDue < today, stop);
        return new(
            Cards(NominationState.Acknowledged),
            Cards(NominationState.Classed),
            [.. Cards(NominationState.Decided).Where(c => !IsGone(c)).Take(MostInAColumn)],
            [.. Cards(NominationState.Decided).Where(IsGone).Take(MostInAColumn)],
            Cards(NominationState.Held),
            overdue
        );

        IQueryable<Nomination> Of(NominationState state) => db.Nominations.AsNoTracking().Where(n => n.State == state);

        Task<List<Nomination>> Newest(NominationState state, int most) =>
            Of(state).OrderByDescending(n => n.On).ThenBy(n => n.Id).Take(most).ToListAsync(stop);

        List<NominationCard> Cards(NominationState state) => [.. views.Where(n => n.State == state).Select(Card)];

        NominationCard Card(NominationView nomination) =>
            nomination.TrialId is { } id
                ? new(nomination, plans.GetValueOrDefault(id), verdicts[id].FirstOrDefault())
                : new(nomination, null, null);
    }

    internal static bool IsGone(NominationCard card) => Practice.IsGone(card.Trial, card.Verdict);
}

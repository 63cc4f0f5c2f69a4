using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class DismissFindingRequest
{
    [Required(ErrorMessage = "Say which finding, by its rule.")]
    [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? Rule { get; set; }

    [Required(ErrorMessage = "Say why it does not hold here: the next reader will ask the same.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Reason { get; set; }
}

/// <summary>Sets a finding aside, with the reason and who. It is asked anew when its words change.</summary>
public sealed class DismissFinding(HeedDb db, Member me, JournalWriter journal, ReadKeyResults read, TimeProvider clock)
{
    public async Task<Outcome<FindingDismissal>> Run(
        Id<KeyResult> id,
        DismissFindingRequest asked,
        CancellationToken stop
    )
    {
        if (await read.Of(id, stop) is not { } reading)
            return Refusal.Missing("key result");
        var team = reading.KeyResult.Objective!.TeamId;
        if (!me.MayWriteFor(team))
            return await TeamPermission.Refuse(db, team, stop);
        if (Findings.Of(reading).FirstOrDefault(f => f.Rule == asked.Rule) is not { } finding)
            return Refusal.Conflict(
                $"Nothing is found by the rule “{Format.Shortened(asked.Rule!)}” any more, so there is nothing to set aside."
            );
        var dismissal = new FindingDismissal
        {
            KeyResultId = id,
            Rule = finding.Rule,
            Words = Format.Shortened(finding.Words, Longest),
            Reason = asked.Reason!.Trim(),
            By = me.Id,
            At = clock.GetUtcNow(),
        };
        db.FindingDismissals.Add(dismissal);
        journal.Write("dismiss", id, $"{me.Name} set a finding aside ({finding.Rule}): {dismissal.Reason}");
        await db.SaveChangesAsync(stop);
        return dismissal;
    }

    const int Longest = 500;

    /// <summary>Those that hold for what is found now, by rule: the newest of each.</summary>
    public static IReadOnlyDictionary<string, FindingDismissal> Holding(
        IReadOnlyList<Finding> findings,
        IEnumerable<FindingDismissal> dismissals
    ) =>
        dismissals
            .Where(d => findings.Any(f => f.Rule == d.Rule && Format.Shortened(f.Words, Longest) == d.Words))
            .GroupBy(d => d.Rule)
            .ToDictionary(g => g.Key, g => g.MaxBy(d => d.At)!);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/key-results/{id}/dismissals", Post)
            .WithName("DismissFinding")
            .WithSummary("Sets a finding of a key result aside, with the reason.");
        api.MapGet("/key-results/{id}/dismissals", Get)
            .WithName("ListDismissals")
            .WithSummary("The findings of a key result that were set aside, the oldest first, each with its reason.");
    }

    static Task<Results<Created<DismissalView>, ProblemHttpResult>> Post(
        Id<KeyResult> id,
        DismissFindingRequest asked,
        DismissFinding dismiss,
        CancellationToken stop
    ) => dismiss.Run(id, asked, stop).Created(_ => $"/key-results/{id}/dismissals", DismissalView.Of);

    static async Task<Results<Ok<IReadOnlyList<DismissalView>>, ProblemHttpResult>> Get(
        Id<KeyResult> id,
        HeedDb db,
        CancellationToken stop
    )
    {
        if (!await db.KeyResults.AnyAsync(k => k.Id == id, stop))
            return Refusal.Missing("key result").Problem();
        var dismissals = await db
            .FindingDismissals.AsNoTracking()
            .Where(d => d.KeyResultId == id)
            .OrderBy(d => d.Id)
            .Take(Part.Most)
            .ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<DismissalView>>([.. dismissals.Select(DismissalView.Of)]);
    }
}

public sealed record DismissalView(
    Id<FindingDismissal> Id,
    string Rule,
    string Words,
    string Reason,
    Id<Member> By,
    DateTimeOffset At
)
{
    public static DismissalView Of(FindingDismissal d) => new(d.Id, d.Rule, d.Words, d.Reason, d.By, d.At);
}

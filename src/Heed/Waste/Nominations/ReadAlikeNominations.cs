using Heed.Analytics.Text.Likeness;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <param name="Likeness">The share of words and pairs of words in common, 0 to 1.</param>
public sealed record AlikeNomination(Id<Nomination> Id, string What, NominationState State, double Likeness);

/// <summary>Open nominations that may say the same, by their words.</summary>
public sealed class ReadAlikeNominations(HeedDb db, Member me)
{
    /// <summary>The newest ones that are looked at.</summary>
    public const int MostComparedWith = 50_000;
    const int MostSuggested = 3;

    /// <summary>Below, two sentences share no more than what all sentences share.</summary>
    const double Least = 0.15;

    public async Task<IReadOnlyList<AlikeNomination>?> Of(Id<Nomination> id, CancellationToken stop)
    {
        var seen = db.Nominations.AsNoTracking().Where(ReadNominations.IsSeenBy(me));
        if (await seen.Where(n => n.Id == id).Select(n => n.What).SingleOrDefaultAsync(stop) is not { } what)
            return null;
        var others = await seen.Where(n =>
                n.Id != id
                && (
                    n.State == NominationState.Acknowledged
                    || n.State == NominationState.Classed
                    || n.State == NominationState.Decided
                )
            )
            .OrderByDescending(n => n.On)
            .ThenBy(n => n.Id)
            .Take(MostComparedWith)
            .Select(n => new
            {
                n.Id,
                n.What,
                n.State,
            })
            .ToListAsync(stop);
        var shares = SharedWords.With(what, [.. others.Select(o => o.What)]);
        return
        [
            .. others
                .Zip(shares, (other, share) => (other, share))
                .Where(o => o.share >= Least)
                .OrderByDescending(o => o.share)
                .Take(MostSuggested)
                .Select(o => new AlikeNomination(o.other.Id, o.other.What, o.other.State, o.share)),
        ];
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nominations/{id}/alike", List)
            .WithName("ListAlikeNominations")
            .WithSummary("Open nominations that may say the same, the nearest first.");

    static Task<Results<Ok<IReadOnlyList<AlikeNomination>>, ProblemHttpResult>> List(
        Id<Nomination> id,
        ReadAlikeNominations read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("nomination");
}

using Heed.Analytics.Evidence;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>
/// How far the key results of one objective are in the mean: each clamped to 0..1 and weighted, those that are not known left
/// out and counted, limits never in it. Their metrics are unlike, so it is a mean of ways and of nothing else.
/// </summary>
/// <param name="Share">0..1; null where no key result is known.</param>
/// <param name="Measured">How many are known.</param>
/// <param name="All">How many have a way to go.</param>
/// <param name="Limits">How many are limits to keep, which are not in the mean.</param>
public sealed record ObjectiveProgress(double? Share, int Measured, int All, int Limits, bool IsWeighted)
{
    public static ObjectiveProgress Of(IReadOnlyList<EvaluatedKeyResult> keyResults)
    {
        ArgumentNullException.ThrowIfNull(keyResults);
        var ways = keyResults.Where(r => r.Keeps is null).ToList();
        var mean = Progress.Average(
            ways.Where(r => r.Progress is not null).Select(r => (r.Progress!, r.KeyResult.Weight))
        );
        return new(
            mean.Share,
            mean.Measured,
            ways.Count,
            keyResults.Count - ways.Count,
            ways.Select(r => r.KeyResult.Weight).Distinct().Skip(1).Any()
        );
    }

    public string Sentence =>
        string.Join(
            ' ',
            new[]
            {
                All == 0 ? "No key result has a way to go."
                : Share is not { } share ? $"Not known: none of {Format.Count(All, "key result")} is measured yet."
                : Measured == 1
                    ? $"{Format.Percent(share)} of the way, by the one key result of {All} that is measured."
                : $"{Format.Percent(share)} of the way in the {(IsWeighted ? "weighted " : "")}mean; {Measured} of {All} measured.",
                Measured > 1
                    ? "Unlike metrics: a mean of ways, each counted from 0 to 100 %. Read the key results themselves."
                    : null,
                Limits > 0 ? $"{Format.Count(Limits, "limit")} to keep, not in it." : null,
            }.OfType<string>()
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/objectives/{id}/progress", Get)
            .WithName("ReadObjectiveProgress")
            .WithSummary(
                "How far the measured key results of an objective are in the mean; null is not known, never zero."
            );

    static async Task<Results<Ok<ObjectiveProgress>, ProblemHttpResult>> Get(
        Id<Objective> id,
        HeedDb db,
        ReadKeyResults read,
        CancellationToken stop
    ) =>
        await db.Objectives.AnyAsync(o => o.Id == id, stop)
            ? TypedResults.Ok(Of(await read.Of(read.All().Where(k => k.ObjectiveId == id), stop)))
            : Refusal.Missing("objective").Problem();
}

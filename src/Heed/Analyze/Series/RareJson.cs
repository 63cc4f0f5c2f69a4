using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The part of <see cref="SeriesJson"/> about few events.</summary>
/// <param name="Centre">In days from one event to the next, as the limits; null where the days of events are not known.</param>
sealed record RareJson(
    int Events,
    double? Centre,
    double? Lower,
    double? Upper,
    IReadOnlyList<SeriesJson.SignalOf> Signals,
    string? Sentence,
    RareJson.ExactOf? Exact
)
{
    public sealed record ExactOf(
        long EventsBefore,
        long EventsAfter,
        double? Ratio,
        double Low,
        double? High,
        double P,
        string Sentence
    );

    public static RareJson? Of(SeriesFindings found) =>
        found.Rare is not { } rare
            ? null
            : new(
                rare.Events.Count,
                rare.Waits?.Centre,
                rare.Waits?.Lower,
                rare.Waits?.Upper,
                [.. (rare.Waits?.Signals ?? []).Select(SeriesJson.OfSignal)],
                rare.Waits is null ? null : rare.Finding(found.Ask.Value, "this file"),
                OfExact(rare.Exact)
            );

    static ExactOf? OfExact(ExactRateRatio? exact) =>
        exact is null
            ? null
            : new(
                exact.EventsBefore,
                exact.EventsAfter,
                exact.Ratio,
                exact.Low,
                exact.High,
                exact.P,
                RareFindings.InWords(exact)
            );
}

using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Analyze;
using Heed.Metrics;

namespace Heed.Map;

/// <summary>How a tie is said.</summary>
static class TieWords
{
    /// <summary>“up, 1 to 3 weeks later”.</summary>
    public static string Claimed(Tie tie, Cadence cadence) =>
        tie.IsSum
            ? "as a part of its sum"
            : $"{(tie.Moves is Direction.Up ? "the same way" : "the other way")}, {Lags(tie, cadence)}"
                + (tie.PerUnit is { } by ? $", by {Format.Number(by)} for each one" : "");

    public static string Lags(Tie tie, Cadence cadence) =>
        (tie.FirstLag, tie.LastLag) switch
        {
            (0, 0) => $"in the same {cadence.Name(1)}",
            var (first, last) when first == last => $"{first} {cadence.Name(first)} later",
            var (first, last) => $"{first} to {last} {cadence.Name(last)} later",
        };

    public static string Word(TieState state, bool isStale) => isStale ? $"{state}, long ago" : $"{state}";

    public static Status Shape(TieState state, bool isStale) =>
        isStale
            ? Status.NotKnown
            : state switch
            {
                TieState.Arithmetic or TieState.Supported => Status.Held,
                TieState.Refuted => Status.OffCourse,
                TieState.Unsupported => Status.Watch,
                _ => Status.NotKnown,
            };

    /// <summary>“-1:0.02;1:0.41”, the smallest lag first.</summary>
    public static string Written(IReadOnlyDictionary<int, double> correlations) =>
        string.Join(
            ';',
            correlations
                .OrderBy(c => c.Key)
                .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}:{c.Value:0.####}"))
        );

    /// <summary>What a test kept, as it is drawn.</summary>
    public static IReadOnlyList<LagBar> Bars(Tie tie, TieTest test) =>
        [
            .. test
                .Correlations.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split(':'))
                .Select(pair =>
                    (
                        Lag: int.Parse(pair[0], CultureInfo.InvariantCulture),
                        Is: double.Parse(pair[1], CultureInfo.InvariantCulture)
                    )
                )
                .Select(at => new LagBar(
                    at.Lag,
                    at.Is,
                    tie.FirstLag <= at.Lag && at.Lag <= tie.LastLag,
                    at.Lag == test.Lag && test.State is TieState.Supported
                )),
        ];
}

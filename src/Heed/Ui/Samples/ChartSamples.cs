using Heed.Ui.Charts;

namespace Heed.Ui.Samples;

/// <summary>Readings made up for the gallery of parts.</summary>
static class ChartSamples
{
    static readonly DateOnly Start = new(2026, 6, 29);

    static readonly double[] Reorders =
    [
        61.2,
        63.0,
        59.8,
        62.4,
        60.7,
        63.9,
        61.8,
        60.2,
        62.9,
        61.0,
        63.3,
        60.4,
        62.2,
        61.6,
        65.8,
        68.9,
        70.4,
        69.7,
        71.6,
        70.9,
        72.4,
    ];

    public static IReadOnlyList<ChartPoint> Weeks { get; } =
    [
        .. Reorders.Select(
            (value, i) =>
                new ChartPoint(
                    Start.AddDays(7 * i),
                    value,
                    i == 5 ? "Summer fair next door" : null,
                    value > 67.6 ? Status.Held : null
                )
        ),
    ];

    public static IReadOnlyList<ChartBand> Band { get; } = [new(Start, 55.9, 61.7, 67.6, Start, Start.AddDays(7 * 13))];

    public static IReadOnlyList<ChartChange> Changes { get; } =
    [
        new(Start.AddDays(21), Start.AddDays(49), "loyalty card", VerdictWord.CannotTell),
        new(Start.AddDays(7 * 14 - 2), null, "call before arrival", VerdictWord.Improved),
    ];

    public static IReadOnlyList<ChartExpectation> Without { get; } =
    [
        .. Enumerable
            .Range(14, 7)
            .Select(i => new ChartExpectation(
                Start.AddDays(7 * i),
                61.9,
                61.9 - 1.6 - i * 0.08,
                61.9 + 1.6 + i * 0.08
            )),
    ];

    public static ChartTarget Target { get; } = new(75, new DateOnly(2026, 12, 31));

    /// <summary>Two weeks without a reading, a rebase in March, and limits so near to each other that labels must move.</summary>
    public static IReadOnlyList<ChartPoint> Waits { get; } =
    [
        .. Enumerable
            .Range(0, 62)
            .Select(i => new ChartPoint(
                new DateOnly(2025, 9, 1).AddDays(7 * i),
                i is 17 or 18 ? null : (i < 28 ? 7.2 : 5.1) + 0.5 * Math.Sin(i * 1.7) + 0.3 * Math.Cos(i * 0.9),
                Signal: i is 26 or 27 ? Status.Watch : null
            )),
    ];

    public static IReadOnlyList<ChartBand> WaitBands { get; } =
    [
        new(new DateOnly(2025, 9, 1), 6.1, 7.2, 8.3, new DateOnly(2025, 9, 1), new DateOnly(2025, 12, 1)),
        new(new DateOnly(2026, 3, 16), 4.6, 5.1, 5.6, new DateOnly(2026, 3, 16), new DateOnly(2026, 6, 22)),
    ];

    public static IReadOnlyList<ChartPoint> Few { get; } = [.. Weeks.Take(4)];

    public static IReadOnlyList<ChartCount> Recommend { get; } =
    [.. new long[] { 9, 2, 4, 6, 5, 22, 18, 47, 88, 96, 121 }.Select((n, i) => new ChartCount($"{i}", n))];

    public static IReadOnlyList<ChartCount> Handful { get; } =
    [.. new long[] { 0, 0, 1, 0, 0, 2, 1, 3, 6, 4, 5 }.Select((n, i) => new ChartCount($"{i}", n))];

    public static IReadOnlyList<ChartRank> Pains { get; } =
    [
        new("Not knowing how long it takes", 93, "93 of 312"),
        new("Telling the story twice", 61, "61 of 312"),
        new("The second receipt", 24, "24 of 312", Fragile: true),
        new("The door at the harbour", 21, "21 of 312", Fragile: true),
    ];

    public static IReadOnlyList<string> Agreement { get; } =
    ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

    public static IReadOnlyList<ChartAnswers> Answers { get; } =
    [
        ChartAnswers.Shown("I could find what I came for", [4, 11, 23, 98, 61]),
        ChartAnswers.Shown("I knew how long it would take", [31, 62, 40, 44, 15]),
        ChartAnswers.Shown("They remembered me", [18, 40, 66, 51, 22]),
        ChartAnswers.NotShown("Wholesale: delivery came on time", "4 answers; shown from 10"),
    ];

    public static IReadOnlyList<ChartGroup> Groups { get; } =
    [
        ChartGroup.Shown("Harbour", 212, 74, 68, 80),
        ChartGroup.Shown("Old town", 141, 66, 58, 74),
        ChartGroup.Shown("Station", 380, 61, 56, 66),
        ChartGroup.Shown("Airport", 23, 55, 34, 75),
        ChartGroup.NotShown("Night shift", "6 answers; shown from 10"),
    ];
}

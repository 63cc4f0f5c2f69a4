using Heed.Analytics.Evidence;

namespace Heed.Waste;

/// <summary>The metric review as pages say it.</summary>
static class ReviewWords
{
    public static string Says(this ReviewState state) =>
        state switch
        {
            ReviewState.Unexamined => "Nobody has said which outcome it serves",
            ReviewState.Claimed => "Claimed, not examined",
            ReviewState.Supported => "A verdict supports it",
            ReviewState.Unsupported => "A verdict does not support it",
            _ => "Nominated",
        };

    public static Status Shape(this ReviewState state) =>
        state switch
        {
            ReviewState.Supported => Status.Held,
            ReviewState.Unsupported => Status.OffCourse,
            ReviewState.Nominated => Status.Watch,
            _ => Status.NotKnown,
        };

    /// <summary>From below: what speaks against it, what is not known, what speaks for it.</summary>
    public static IReadOnlyList<ReviewState> Rungs { get; } =
    [
        ReviewState.Nominated,
        ReviewState.Unsupported,
        ReviewState.Unexamined,
        ReviewState.Claimed,
        ReviewState.Supported,
    ];

    /// <summary>“Hours of staff a month”, over a column.</summary>
    public static string AMonth(this Ledger ledger) => $"{ledger.Word()} a month";

    /// <summary>“10 to 30, likely 20 hours of staff a month”.</summary>
    public static string Costs(this ReviewedActivity of, Ledger by) =>
        by == Ledger.Cash
            ? $"{of.Month.Word()} in cash a month"
            : $"{of.Month.Word()} {Format.Lower(by.Word())} a month";

    /// <summary>What a nomination out of the review says.</summary>
    public static string Stupid(this ReviewedActivity of, Ledger by) =>
        Format.Shortened($"“{of.Name}” takes {of.Costs(by)}. {of.State.Says()}.", 500);
}

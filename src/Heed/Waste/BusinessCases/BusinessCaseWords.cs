using Heed.Analytics.Evidence;
using Heed.Ui;

namespace Heed.Waste;

/// <summary>Business cases as pages say them.</summary>
static class BusinessCaseWords
{
    public static string Word(this BusinessCaseState state) =>
        state == BusinessCaseState.Rescored ? "Live, scored" : state.ToString();

    /// <summary>After its name: “… is a draft”.</summary>
    public static string Says(this BusinessCaseState state) =>
        state switch
        {
            BusinessCaseState.Draft => "is a draft",
            BusinessCaseState.Proposed => "is proposed",
            BusinessCaseState.Agreed => "is agreed",
            BusinessCaseState.Live => "is live",
            BusinessCaseState.Rescored => "is live and was scored",
            _ => "was withdrawn",
        };

    public static Status Shape(this BusinessCaseState state) =>
        state switch
        {
            BusinessCaseState.Proposed => Status.Watch,
            BusinessCaseState.Agreed or BusinessCaseState.Live => Status.OnCourse,
            _ => Status.NotKnown,
        };

    public static string Word(this BusinessCaseAct act) =>
        act switch
        {
            BusinessCaseAct.Propose => "Propose it",
            BusinessCaseAct.SendBack => "Send it back",
            BusinessCaseAct.Agree => "Agree to it",
            BusinessCaseAct.GoLive => "Say that it is live",
            BusinessCaseAct.Rescore => "Score it",
            BusinessCaseAct.Withdraw => "Withdraw it",
            _ => "Open it anew",
        };

    public static string Word(this BenefitKind kind) =>
        kind == BenefitKind.RevenueAtRisk ? "Revenue at risk" : kind.ToString();

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(nameof(BenefitKind.Cashable), "Cashable", "Money that will not be paid any more."),
        new(nameof(BenefitKind.Capacity), "Capacity", "Hours that become free for something else. Never money."),
        new(nameof(BenefitKind.RevenueAtRisk), "Revenue at risk", "Revenue that would be lost. Its margin is money."),
        new(nameof(BenefitKind.Risk), "Risk", "A danger that gets smaller. Never money."),
        new(nameof(BenefitKind.Experience), "Experience", "Something that gets better for people. Never money."),
    ];

    /// <summary>“1.39 years”, “10 months”, or that it never comes.</summary>
    public static string Payback(double? years) =>
        years switch
        {
            null => "never within the horizon",
            0 => "at once",
            < 1 => $"in {Format.Count((int)Math.Ceiling(years.Value * Year.Months), "month")}",
            { } y => $"{Format.Number(y)} {Format.Plural(y == 1 ? 1 : 2, "year", "years")}",
        };

    /// <summary>Money to the unit, since reference numbers are compared by every digit.</summary>
    public static string Whole(this LikelyRange range) =>
        range.Low == range.High
            ? Format.Number(range.Likely, 0)
            : $"{Format.Number(range.Low, 0)} to {Format.Number(range.High, 0)}, likely {Format.Number(range.Likely, 0)}";

    public static string Told(this CaseScore score) =>
        score is { Realised: { } realised, Low: { } low, High: { } high, Promised: { } likely }
            ? $"promised {new LikelyRange(score.PromisedLow!.Value, likely, score.PromisedHigh!.Value).Word()}, realised {Format.Interval(realised, low, high)} {score.Unit}."
            : score.Says;
}

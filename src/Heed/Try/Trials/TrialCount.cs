using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

public sealed partial class Trial
{
    /// <summary>
    /// Its metric counts events, so prediction and effect are in percent (−10 is a tenth fewer) and the model for counts judges.
    /// Locked with the prediction, as the next one is.
    /// </summary>
    public bool InPercent { get; private set; }

    /// <summary>The metric among whose cases the events are counted; empty where the metric named none.</summary>
    public Id<Metric>? CountedAmong { get; private set; }

    /// <summary>The unit of prediction and effect.</summary>
    public string UnitOf(string metricUnit) => InPercent ? Percent : metricUnit;

    /// <summary>“+7 of 100”, or “−10 %” of a count.</summary>
    public string PromisedIn(string metricUnit) => $"{Format.WithSign(Predicted)} {UnitOf(metricUnit)}".TrimEnd();

    public const string Percent = "%";

    /// <summary>“+7”, or “−10 %” of a count.</summary>
    public string Promised => Promise(Predicted, InPercent);

    public static string Promise(double predicted, bool inPercent) =>
        $"{Format.WithSign(predicted)}{(inPercent ? " %" : "")}";

    /// <summary>A prediction as the engine takes it: a ratio of rates for a count.</summary>
    internal static double AsJudged(double predicted, bool inPercent) => inPercent ? 1 + predicted / 100 : predicted;

    /// <summary>The percent that a ratio of rates stands for.</summary>
    internal static double? AsPercent(double? ratio) => 100 * (ratio - 1);

    static Refusal? PredictionFault(double predicted, Direction wanted, Metric metric)
    {
        if (metric.IsCount && predicted <= -100)
            return new Refusal(
                "The prediction is in percent, since the metric counts events, and nothing falls by 100 % or more. Say −50 for half as many."
            );
        var scale = metric.IsCount ? EffectScale.Ratio : EffectScale.Difference;
        return VerdictRule.Fault(AsJudged(predicted, metric.IsCount), wanted, scale) is { } fault
            ? new Refusal($"{fault} The metric is “{metric.Name}”.")
            : null;
    }

    /// <summary>Two arms and compared metrics judge values. Said before a plan is kept, not at its look.</summary>
    static Refusal? CountFault(TrialRequest asked, Metric metric) =>
        !metric.IsCount ? null
        : asked.ArmShare is not null || asked.ArmHorizon is not null
            ? new Refusal(
                $"Two arms count their own people, and “{metric.Name}” counts events of everybody. Leave the arms out, or choose a metric that is a share of 100."
            ).At(nameof(asked.ArmShare))
        : asked.ComparedWith is { Count: > 0 }
            ? new Refusal(
                $"“{metric.Name}” counts events, and a comparison with other metrics is of values. Leave the other metrics out, or choose a metric that is a rate."
            ).At(nameof(asked.ComparedWith))
        : null;

    /// <summary>What the metric counted when the plan was laid is what it is judged by: another description would be another question.</summary>
    public Refusal? Recounted(Metric metric) =>
        InPercent == metric.IsCount && CountedAmong == metric.CountedAmong
            ? null
            : Refusal.Conflict(
                $"Since this trial was planned, the description of “{metric.Name}” was changed: what it counts, or among whom. Set it back as it was, or {(State is TrialState.Planned ? "save the plan anew" : "stop this trial and plan a new one")}."
            );
}

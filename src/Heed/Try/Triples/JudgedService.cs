using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>One metric of a service over the days that are judged.</summary>
/// <param name="Measured">Empty where no metric is named.</param>
/// <param name="Effect">The change with its interval, in the metric's unit; empty where none could be estimated.</param>
/// <param name="Said">What stands beside the word: the change with its interval, or why there is none.</param>
public sealed record JudgedLine(
    ServiceLine Line,
    MetricSeries? Measured,
    VerdictWord Word,
    InterruptedSeries? Effect,
    string Said
)
{
    /// <summary>By the one verdict engine. The least change that would matter stands where a trial has its prediction.</summary>
    internal static JudgedLine Of(ServiceLine line, MetricSeries? measured, double? matters, ServiceWindow window)
    {
        if (measured is null)
            return new(line, null, VerdictWord.NotMeasured, null, "no metric is named");
        if (measured.Metric.WantedWay is not { } wanted)
            return Open("the metric is wanted inside a range, so neither way is better");
        if (measured.Evidence.Refused(out var because, out var series))
            return Open(because);
        var settings = new InterruptionSettings
        {
            Lag = measured.Metric.Cadence.PeriodsIn(measured.Metric.LagDays),
            Window = new(window.From, window.To),
        };
        var least = wanted is Direction.Down ? -matters : matters;
        if (
            Verdict
                .Judge(series, window.Since, wanted, least, settings, window.To)
                .Refused(out because, out var verdict)
        )
            return Open(because);
        var word = WordOf(verdict, wanted, matters);
        return new(line, measured, word, verdict.Effect, Say(verdict, word, measured.Metric.Unit, matters));

        JudgedLine Open(string because) => new(line, measured, VerdictWord.CannotTell, null, because);
    }

    /// <summary>
    /// Of a trial “no change” says that what was promised did not come. Of a service nothing was promised: it is said only where a
    /// loss of that size is ruled out as well.
    /// </summary>
    static VerdictWord WordOf(Verdict verdict, Direction wanted, double? matters) =>
        verdict is { Word: VerdictWord.NoChange, Effect.Step: var step }
        && matters is { } least
        && (wanted is Direction.Down ? step.High >= least : step.Low <= -least)
            ? VerdictWord.CannotTell
            : verdict.Word;

    static string Say(Verdict verdict, VerdictWord word, string unit, double? matters)
    {
        if (word is VerdictWord.NotMeasured)
            return "no point since then";
        if (verdict.Effect is not { } effect)
            return verdict.Because ?? "";
        var change = $"{Format.Change(effect.Step.Value, effect.Step.Low, effect.Step.High)} {unit}";
        return (word, matters) switch
        {
            (VerdictWord.CannotTell, { } least) =>
                $"{change}: neither nothing nor {Format.Value(least, unit)} can be ruled out",
            (VerdictWord.CannotTell, null) =>
                $"{change}: it may be nothing, and nobody said from how much on a change matters",
            (VerdictWord.NoChange, { } least) =>
                $"{change}: less than the {Format.Value(least, unit)} that would matter",
            _ => change,
        };
    }
}

/// <summary>A service with the verdicts on its metrics, all over the same days.</summary>
/// <param name="HoursRise">The hours of the trials on its metrics rise; no where somebody did not say theirs.</param>
public sealed record JudgedService(
    Service Service,
    string Team,
    ServiceWindow Window,
    IReadOnlyList<JudgedLine> Lines,
    bool HoursRise
)
{
    public ServiceFinding Finding { get; } = ServiceRule.Of([.. Lines.Select(l => l.Word)], HoursRise);
}

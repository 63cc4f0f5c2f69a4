using Heed.Aim;
using Heed.Analytics;
using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>
/// The one way from a trial and its points to a verdict: values by the mean effect, events by the same model of their rates.
/// </summary>
/// <param name="Predicted">As it was locked: in the metric's unit, or in percent.</param>
/// <param name="Counted">The events with those among whom they happened; empty where the metric is a value.</param>
public sealed record TrialJudgement(Trial Trial, Verdict Verdict, double Predicted, CountedSeries? Counted)
{
    /// <summary>Five sentences of 500 characters, each of which says the name of a metric twice at most.</summary>
    public const int LongestOpinions = 2500;

    /// <param name="look">Which look it is, from 1: a later one pays for being another chance.</param>
    public static Outcome<TrialJudgement> Of(
        Trial trial,
        MetricSeries measured,
        double predicted,
        int look,
        DateOnly day
    )
    {
        // Kept verdicts on values stay judged as values, whatever their metric is said to be since.
        if (trial.InPercent && trial.Recounted(measured.Metric) is { } recounted)
            return recounted;
        CountedSeries? counted = null;
        if (trial.InPercent && measured.Counted.Refused(out var because, out counted))
            return new Refusal(because);
        if ((counted is null ? measured.Evidence : (Answer<Series>)counted.Events).Refused(out because, out var series))
            return new Refusal(because);
        return Verdict
            .Judge(
                series,
                trial.Start,
                trial.Wanted,
                Trial.AsJudged(predicted, trial.InPercent),
                Settings(trial, series.Cadence, look),
                day
            )
            .Refused(out because, out var verdict)
            ? new Refusal(because)
            : new TrialJudgement(trial, verdict, predicted, counted);
    }

    static InterruptionSettings Settings(Trial trial, Cadence cadence, int look) =>
        new()
        {
            Counts = trial.InPercent,
            Lag = cadence.PeriodsIn(trial.LagDays),
            Look = look,
        };

    public string Say(string unit, bool predictionPrecededData) =>
        string.Join(
            ' ',
            new[]
            {
                Verdict.Say(unit),
                Counted?.LeftOutInWords,
                predictionPrecededData ? null : TrialVerdict.WrittenAfterwards,
            }.OfType<string>()
        );

    public string MethodInWords(InterruptedSeries effect) =>
        Counted is { } counted
            ? $"{effect.MethodInWords}; counts, {(counted.Among is { } among ? $"as rates among “{among.Name}”" : "as rates of one another")}"
            : effect.MethodInWords;

    /// <summary>The smallest effect that would have shown; of a count in percent, on the wanted side.</summary>
    public double? MinimumDetectable =>
        Verdict.Effect is not { } effect ? null
        : !Trial.InPercent ? effect.MinimumDetectable
        : Math.Abs(
            Trial
                .AsPercent(Trial.Wanted is Direction.Down ? 1 / effect.MinimumDetectable : effect.MinimumDetectable)!
                .Value
        );

    public string? SecondOpinion(string unit) =>
        Counted is null && Verdict.Effect?.SecondOpinion is { } second
            ? $"{Format.Change(second.Step.Value, second.Step.Low, second.Step.High)} {unit}, by {second.MethodInWords}"
            : null;

    /// <summary>Of a count: what published methods and two bars say of it, a line each.</summary>
    public string? Opinions
    {
        get
        {
            if (Counted is not { } counted || Verdict.Effect is null)
                return null;
            var settings = Settings(Trial, counted.Events.Cadence, Verdict.Look);
            var said = CountOpinions
                .Of(counted.Events, Trial.Start, settings, counted.Per, counted.PerInWords)
                .Sentences;
            return said.Count == 0 ? null : Format.Shortened(string.Join('\n', said), LongestOpinions);
        }
    }
}

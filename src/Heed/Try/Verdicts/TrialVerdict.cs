using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

/// <summary>What one look said, with everything that it rests on. Kept for ever: looking again adds another.</summary>
public sealed class TrialVerdict : IInWorkspace
{
    public Id<TrialVerdict> Id { get; init; } = Id<TrialVerdict>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Trial> TrialId { get; init; }
    public required Id<Metric> MetricId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Member> By { get; init; }

    /// <summary>By which method of Heed it was judged; it grows when a method would say other words of the same points.</summary>
    public int Engine { get; init; } = CurrentEngine;

    /// <summary>1: segmented regression and step alone. 2: one model of a dated change (docs/methods/verdicts.md). 3: without the pattern of the week.</summary>
    public const int CurrentEngine = 3;

    /// <summary>The verdict of an earlier method that this one judges again, on the same days. Both are kept.</summary>
    public Id<TrialVerdict>? Rejudges { get; init; }

    /// <summary>When it was judged, where that was after the look that it stands beside; empty at the look itself, and of those judged again before Heed kept it.</summary>
    public DateTimeOffset? JudgedAt { get; init; }
    public required VerdictWord Word { get; init; }
    public required bool LessThanPredicted { get; init; }

    /// <summary>As it was said at the look, with the metric's unit: page, journal, API and Home quote it.</summary>
    public required string Sentence { get; init; }
    public string? Because { get; init; }

    /// <summary>How the effect was estimated; empty where none could be.</summary>
    public EffectMethod? Method { get; init; }
    public string? MethodInWords { get; init; }
    public DateOnly? WindowFrom { get; init; }
    public DateOnly? WindowTo { get; init; }
    public required int PointsBefore { get; init; }
    public required int PointsAfter { get; init; }

    /// <summary>SHA-256 of the points that were used: shows whether the data under the verdict has changed since.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Of a metric that counts events: effect, interval and prediction are in percent, from a ratio of rates.</summary>
    public bool InPercent { get; init; }
    public double? Effect { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double? MinimumDetectable { get; init; }

    /// <summary>Whether the effect grew or faded over the time after.</summary>
    public EffectCourse Course { get; init; }

    /// <summary>The effect at the last point that was looked at.</summary>
    public double? AtEnd { get; init; }

    /// <summary>How far it would bear a trend that nobody saw, in a sentence.</summary>
    public string? Breakdown { get; init; }

    /// <summary>What the published method for so many points says of the same change.</summary>
    public string? SecondOpinion { get; init; }

    /// <summary>Of a count: what published methods say of the same change, and two bars, a line each.</summary>
    public string? Opinions { get; init; }

    /// <summary>What the metrics that it is compared with say, in a few sentences; empty where none were chosen.</summary>
    public string? Comparison { get; init; }

    /// <summary>What was found on all that got the change, where it reached one after another; else empty.</summary>
    public RollOutFound? RollOut { get; init; }

    /// <summary>What two arms counted, where there are two; else empty.</summary>
    public ArmsFound? Arms { get; init; }
    public required double Predicted { get; init; }
    public required bool PredictionPrecededData { get; init; }
    public required string WhatElseChanged { get; init; }

    /// <summary>Said with the finding wherever it is quoted, since then the prediction proves nothing.</summary>
    public const string WrittenAfterwards = "The prediction was written afterwards.";
    public GuardrailState? Guardrail { get; init; }
    public List<WithoutIt> Counterfactual { get; init; } = [];

    /// <summary>Of two arms: no series stands under it, so that its window and its points are empty.</summary>
    public static TrialVerdict OfArms(
        Trial trial,
        ArmsReading found,
        GuardrailState? guardrail,
        Id<Member> by,
        DateTimeOffset at
    ) =>
        new()
        {
            TrialId = trial.Id,
            MetricId = trial.MetricId,
            At = at,
            By = by,
            Word = found.Word,
            LessThanPredicted = found.LessThanPredicted,
            Sentence = found.Sentence,
            MethodInWords = "the mixture sequential probability ratio test of two arms, which holds at every look",
            PointsBefore = 0,
            PointsAfter = 0,
            Fingerprint = found.Fingerprint(),
            Effect = found.Low is null ? null : found.Effect,
            Low = found.Low,
            High = found.High,
            Predicted = trial.Predicted,
            PredictionPrecededData = !trial.WrittenAfterwards,
            WhatElseChanged = trial.WhatElseChanged!,
            Guardrail = guardrail,
            Arms = found.Found(trial.Arms!),
        };

    public static TrialVerdict Of(
        Trial trial,
        TrialJudgement judged,
        Metric metric,
        ComparedVerdict? compared,
        bool predictionPrecededData,
        GuardrailState? guardrail,
        Id<Member> by,
        DateTimeOffset at,
        (Id<TrialVerdict> Of, DateTimeOffset At)? again = null
    )
    {
        var (verdict, effect) = (judged.Verdict, judged.Verdict.Effect);
        double? Told(double? size) => trial.InPercent ? Trial.AsPercent(size) : size;
        return new()
        {
            Rejudges = again?.Of,
            JudgedAt = again?.At,
            TrialId = trial.Id,
            MetricId = trial.MetricId,
            At = at,
            By = by,
            Word = verdict.Word,
            LessThanPredicted = verdict.LessThanPredicted,
            Sentence = judged.Say(metric.Unit, predictionPrecededData),
            Because = verdict.Because,
            Method = effect?.Method,
            MethodInWords = effect is null ? null : judged.MethodInWords(effect),
            WindowFrom = verdict.Window?.From,
            WindowTo = verdict.Window?.To,
            PointsBefore = verdict.PointsBefore,
            PointsAfter = verdict.PointsAfter,
            Fingerprint = verdict.Fingerprint,
            InPercent = trial.InPercent,
            Effect = Told(effect?.Step.Value),
            Low = Told(effect?.Step.Low),
            High = Told(effect?.Step.High),
            MinimumDetectable = judged.MinimumDetectable,
            Course = verdict.Course,
            AtEnd = Told(effect?.AtEnd?.Value),
            Breakdown = verdict.Breakdown(metric.Cadence, metric.Unit),
            SecondOpinion = judged.SecondOpinion(metric.Unit),
            Opinions = judged.Opinions,
            Comparison = compared?.Say(verdict, metric.Unit, predictionPrecededData),
            RollOut = compared?.RollOut is { } rollOut ? RollOutFound.Of(rollOut) : null,
            Predicted = judged.Predicted,
            PredictionPrecededData = predictionPrecededData,
            WhatElseChanged = trial.WhatElseChanged!,
            Guardrail = guardrail,
            Counterfactual =
            [
                .. (effect?.Counterfactual ?? []).Select(c => new WithoutIt(
                    c.Date,
                    c.Observed,
                    c.Expected,
                    c.Low,
                    c.High
                )),
            ],
        };
    }
}

/// <summary>One day after the change: what was seen, and what would have been expected without it.</summary>
/// <param name="Low">The lower end of the 95 % interval of what was to be expected; empty where the method knows none.</param>
public sealed record WithoutIt(DateOnly On, double Observed, double Expected, double? Low = null, double? High = null);

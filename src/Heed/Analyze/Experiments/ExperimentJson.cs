using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze experiment --json</c>. What is unknown is null, with the sentence that says why.</summary>
sealed record ExperimentJson(
    string Arm,
    string Value,
    string? Before,
    string? Per,
    VerdictWord? Verdict,
    double? Effect,
    double? Low,
    double? High,
    double? StandardError,
    double? P,
    ExperimentJson.PartOf? Relative,
    double? VarianceSaved,
    double? Bound,
    int Bounded,
    IReadOnlyList<ExperimentJson.ArmOf> Arms,
    ExperimentJson.SplitOf? Split,
    string? Because,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record PartOf(double Value, double Low, double High);

    public sealed record ArmOf(string Name, bool Control, long Dealt, int N, double? Value, double? Adjusted);

    public sealed record SplitOf(double ChiSquare, double P, bool Mismatch);

    public static ExperimentJson Of(ExperimentFindings found, IReadOnlyList<string> notes)
    {
        var experiment = found.Found;
        var effect = experiment?.Effect;
        ArmOf Arm(ExperimentArm arm, ArmResult? result) =>
            new(
                arm.Name,
                ReferenceEquals(arm, found.Arms.Control),
                arm.Dealt ?? arm.Values.Count,
                arm.Values.Count,
                result?.Value,
                result?.Adjusted
            );
        return new(
            found.Ask.Arm,
            found.Ask.Value,
            found.Ask.Before,
            found.Ask.Per,
            found.Word,
            effect?.Value,
            effect?.Low,
            effect?.High,
            effect?.StandardError,
            effect?.PValue,
            experiment?.Relative is { } share ? new(share.Value, share.Low, share.High) : null,
            experiment?.VarianceSaved,
            experiment?.Bound,
            experiment?.Bounded ?? 0,
            [Arm(found.Arms.Control, experiment?.Control), Arm(found.Arms.Treatment, experiment?.Treatment)],
            experiment is null
                ? null
                : new(experiment.Ratio.ChiSquare, experiment.Ratio.PValue, experiment.Ratio.IsMismatch),
            found.Because,
            ExperimentWords.Finding(found),
            [.. ExperimentWords.Limits(found)],
            notes
        );
    }
}

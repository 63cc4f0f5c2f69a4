using System.Globalization;

namespace Heed.Try;

/// <param name="Exposure">How much of the whole gets the change, in percent.</param>
public sealed record StagePlan(double Exposure, DateOnly LookOn)
{
    public const int Fewest = 2;
    public const int Most = 8;

    /// <summary>What a plan names, from a call or from lines; none is an answer. Or what is wrong with it, at its field.</summary>
    public static Outcome<IReadOnlyList<StagePlan>> Read(TrialRequest asked)
    {
        List<StagePlan> stages = [.. asked.Stages ?? []];
        var lines = (asked.StageLines ?? "").Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        for (var i = 0; i < lines.Length; i++)
        {
            if (Line(lines[i]) is not { } stage)
                return At(
                    $"Line {i + 1} of the stages reads “{Format.Shortened(lines[i])}”. Write the share that gets it and the day of its look, such as 5; 2026-03-31."
                );
            stages.Add(stage);
        }
        return stages.Count == 0 ? stages
            : Fault(asked, stages) is { } fault ? fault
            : stages;
    }

    static StagePlan? Line(string line)
    {
        var cells = line.Replace("%", "", StringComparison.Ordinal)
            .Split([';', '\t', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return
            cells.Length == 2
            && double.TryParse(
                cells[0].Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var share
            )
            && DateOnly.TryParseExact(
                cells[1],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? new(share, day)
            : null;
    }

    static Refusal? Fault(TrialRequest asked, IReadOnlyList<StagePlan> stages)
    {
        if (stages.Count is < Fewest or > Most)
            return At($"Name {Fewest} to {Most} stages, or none.");
        if (asked is not { ArmShare: null, ArmTauSquared: null, ArmHorizon: null })
            return At(
                "Two arms have one share from their start to their end. Leave the stages out, or leave the arms out."
            );
        if (asked.WrittenAfterwards)
            return At(
                "Stages are taken one after the other from the start on, so they cannot be written down afterwards."
            );
        for (var i = 0; i < stages.Count; i++)
        {
            var (share, day) = (stages[i].Exposure, stages[i].LookOn);
            if (!(share is > 0 and <= 100))
                return At($"Stage {i + 1} reaches {Format.Typed(share)} %. Give a share above 0, at most 100.");
            if (i > 0 && share <= stages[i - 1].Exposure)
                return At(
                    $"Stage {i + 1} reaches {Format.Number(share)} %, no more than the one before. Each stage reaches more."
                );
            if (day <= (i == 0 ? asked.Start!.Value : stages[i - 1].LookOn))
                return At(
                    $"Stage {i + 1} is looked at on {Format.Day(day)}, not after {(i == 0 ? "the start" : "the look before")}. Give each stage some time."
                );
        }
        return stages[^1].LookOn != asked.Look
            ? At(
                $"The last stage ends with the look of the trial, on {Format.Day(asked.Look!.Value)}, and not on {Format.Day(stages[^1].LookOn)}."
            )
            : null;
    }

    static Refusal At(string because) => new Refusal(because).At(nameof(TrialRequest.StageLines));

    /// <summary>As lines, to be changed in a form.</summary>
    internal static string? Lines(IReadOnlyList<TrialStage> stages) =>
        stages.Count == 0
            ? null
            : string.Join('\n', stages.Select(s => $"{Format.Exact(s.Exposure)}; {Format.Iso(s.LookOn)}"));
}

using System.Globalization;
using Heed.Analytics.Evidence;

namespace Heed.Aim;

/// <summary>A step of the plan: where the metric is to be on a day.</summary>
public sealed record PlanPoint(DateOnly On, double Value);

/// <summary>
/// The steps of a plan that is not a straight line, written one a line: “2035-02-28 65”. They are ordered by day and never by
/// value, so falling metrics are planned as rising ones are (okr.md 3.5).
/// </summary>
static class PlanPoints
{
    public const int Most = 24;

    public static Outcome<IReadOnlyList<PlanPoint>> Read(string? text)
    {
        List<PlanPoint> points = [];
        var lines = (text ?? "").Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (
                line.Split([' ', '\t', '='], StringSplitOptions.RemoveEmptyEntries) is not [var day, var number]
                || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var on)
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !double.IsFinite(value)
            )
                return new Refusal(
                    $"“{Format.Shortened(line)}” is not a step of a plan. Write a day and a value, one step a line: 2035-02-28 65."
                ).At(nameof(TermsRequest.Plan));
            if (points.Exists(p => p.On == on))
                return new Refusal($"The plan says two values for {Format.Day(on)}. Keep one.").At(
                    nameof(TermsRequest.Plan)
                );
            points.Add(new(on, value));
        }
        if (points.Count > Most)
            return new Refusal($"A plan has at most {Most} steps; this one has {points.Count}.").At(
                nameof(TermsRequest.Plan)
            );
        points.Sort((a, b) => a.On.CompareTo(b.On));
        return points;
    }

    /// <summary>As it is stored and shown in a form; empty without steps.</summary>
    public static string? Written(IReadOnlyList<PlanPoint> points) =>
        points.Count == 0 ? null : string.Join('\n', points.Select(p => $"{Format.Iso(p.On)} {Format.Exact(p.Value)}"));

    /// <summary>The same as shares of the way from start to target.</summary>
    public static IReadOnlyList<PlannedShare> Shares(IReadOnlyList<PlanPoint> points, double start, double target) =>
        [.. points.Select(p => new PlannedShare(p.On, (p.Value - start) / (target - start)))];
}

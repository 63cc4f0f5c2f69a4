namespace Heed.Analyze;

/// <summary>How often a new customer comes back over time; or how many of a cohort stay.</summary>
static class LifetimePicture
{
    public static string Of(PurchaseFindings found, string file)
    {
        var curves = new List<Curve>();
        if (found.Curve.Count > 1)
            curves.Add(
                new(
                    "BG/NBD",
                    [
                        .. found.Curve.Select(at => new CurvePoint(
                            at.Time,
                            at.Expected.Value,
                            Known(at.Expected.Low),
                            Known(at.Expected.High)
                        )),
                    ]
                )
            );
        if (found.Curve.Count > 1 && found.Second is not null)
            curves.Add(
                new(
                    "Pareto/NBD",
                    [.. found.Curve.Select(at => new CurvePoint(at.Time, at.BySecond!.Value, null, null))],
                    true
                )
            );
        return SvgFile.Of<CurvePlot>(
            new()
            {
                ["Title"] = PurchaseWords.Finding(found),
                ["Curves"] = curves,
                ["Up"] = "repeat purchases of a new customer",
                ["Across"] = $"{found.Ask.Times(2)[2..]} since the first purchase",
                ["Basis"] = found.Because is { } because
                    ? $"{file}: {because}"
                    : $"{file}, {Said.Count(found.Buyers.All.Count)} customers. Shaded: what the data allow, 95 %.",
            }
        );
    }

    public static string Of(CohortFindings found, string file)
    {
        var fitted = found.Cohorts.Where(cohort => cohort.Model is not null).ToList();
        return SvgFile.Of<CurvePlot>(
            new()
            {
                ["Title"] = CohortWords.Finding(found),
                ["Curves"] = fitted
                    .Select(cohort => new Curve(
                        cohort.Cohort.Name,
                        [
                            .. cohort.Periods.Select(period => new CurvePoint(
                                period.Period,
                                100 * period.Staying,
                                100 * period.Range?.Low,
                                100 * period.Range?.High
                            )),
                        ]
                    )
                    {
                        Seen =
                        [
                            .. cohort
                                .Periods.Where(period => period.Observed is not null)
                                .Select(period => ((double)period.Period, 100 * period.Observed!.Value)),
                        ],
                    })
                    .ToList(),
                ["Up"] = "percent of the start still there",
                ["Across"] = $"{found.Ask.Times(2)[2..]} since the start",
                ["Until"] = fitted.Count == 0 ? null : (double?)fitted.Max(cohort => cohort.Seen),
                ["Basis"] =
                    $"{file}. Rings: seen; lines: shifted beta-geometric model{(fitted.Any(cohort => cohort.Alpha is not null) ? ", shaded: what the data allow, 95 %" : "")}.",
            }
        );
    }

    static double? Known(double value) => double.IsFinite(value) ? value : null;
}

namespace Heed.Analyze;

/// <summary>The drivers ranked, each with its interval.</summary>
static class DriverPicture
{
    public static string Of(DriverFindings found, string file) =>
        SvgFile.Of<RankedIntervals>(
            new()
            {
                ["Title"] = DriverWords.Finding(found),
                ["Rows"] = found
                    .Ranked.Select(driver => new RankedInterval(
                        driver.Name,
                        100 * driver.Share,
                        100 * driver.Low,
                        100 * driver.High,
                        $"{100 * driver.Share:0.0} [{100 * driver.Low:0.0}, {100 * driver.High:0.0}], {DriverWords.Direction(driver)}",
                        IsFirm: found.IsMoreThanNoise && found.Leading.Contains(driver)
                    ))
                    .ToList(),
                ["Unit"] = $"percent of the differences in {found.Outcome}",
                ["Basis"] = found.Analysis is { } analysis
                    ? $"{file}, n {Said.Count(analysis.N)}; {DriverWords.MethodInWords(found.Method)}. Going together is not causing."
                    : $"{file}: {found.Because}",
            }
        );
}

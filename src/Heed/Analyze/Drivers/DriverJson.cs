using Heed.Analytics.Drivers;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze drivers --json</c>. What is unknown is null, with the sentence that says why.</summary>
sealed record DriverJson(
    string Outcome,
    DriverMethod Method,
    int Rows,
    int? N,
    int? Missing,
    double? RSquared,
    double? NoiseRSquared,
    bool? MoreThanNoise,
    string? Because,
    IReadOnlyList<DriverJson.DriverOf> Drivers,
    DriverJson.RanksOf Ordinal,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record DriverOf(
        string Name,
        int Rank,
        double Share,
        double Low,
        double High,
        double NoiseShare,
        bool MoreThanNoise,
        double ShareOfExplained,
        bool Leading,
        double Correlation,
        double Coefficient,
        double VarianceInflation,
        bool Suppressor,
        int Missing
    );

    public sealed record OddsOf(
        string Name,
        double Coefficient,
        double Low,
        double High,
        double StandardError,
        double OddsRatio
    );

    public sealed record RanksOf(
        double? N,
        double? Deviance,
        IReadOnlyList<OddsOf> Coefficients,
        IReadOnlyList<double> Cuts,
        string? Because
    );

    public static DriverJson Of(DriverFindings found, IReadOnlyList<string> notes)
    {
        var analysis = found.Analysis;
        return new(
            found.Outcome,
            found.Method,
            found.Answers.Rows,
            analysis?.N,
            analysis?.Missing,
            analysis?.RSquared,
            analysis?.NoiseRSquared,
            analysis is null ? null : found.IsMoreThanNoise,
            found.Because,
            [.. found.Ranked.Select((driver, place) => DriverIn(found, driver, place + 1))],
            Ranks(found),
            DriverWords.Finding(found),
            [.. DriverLimits.Of(found)],
            notes
        );
    }

    static DriverOf DriverIn(DriverFindings found, Driver driver, int rank) =>
        new(
            driver.Name,
            rank,
            driver.Share,
            driver.Low,
            driver.High,
            driver.NoiseShare,
            driver.IsMoreThanNoise,
            driver.Share / found.Analysis!.RSquared,
            found.Leading.Contains(driver),
            driver.Correlation,
            driver.Coefficient,
            driver.VarianceInflation,
            driver.IsSuppressor,
            found.Answers.Missing[found.Answers.Data.Names.Index().First(name => name.Item == driver.Name).Index]
        );

    static RanksOf Ranks(DriverFindings found) =>
        found.Ordinal is { } ordinal
            ? new(
                ordinal.N,
                ordinal.Deviance,
                [
                    .. ordinal.Coefficients.Select(c => new OddsOf(
                        c.Name,
                        c.Estimate.Value,
                        c.Estimate.Low,
                        c.Estimate.High,
                        c.Estimate.StandardError,
                        c.OddsRatio
                    )),
                ],
                ordinal.Cuts,
                null
            )
            : new(null, null, [], [], found.OrdinalBecause ?? "Ranks were not asked for: add --ordinal.");
}

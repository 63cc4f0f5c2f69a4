using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What was asked of two figures.</summary>
/// <param name="Series">The leading figure with its dates.</param>
/// <param name="Lagging">The column that is said to follow.</param>
sealed record TieAsk(SeriesAsk Series, string Lagging, TieClaim Claim)
{
    public string Leading => Series.Value;
}

/// <summary>Whether one figure follows another; or, in a sentence, why that cannot be told.</summary>
sealed record TieFindings(TieAsk Ask, Series Leading, Series Lagging, LeadLagTest? Tie, string? Because)
{
    /// <summary>How many lags and attempts the limit allows for.</summary>
    public int Tests => (Ask.Claim.LastLag - Ask.Claim.FirstLag + 1) * Ask.Claim.Attempt;

    public static TieFindings Of(TieAsk ask, Series leading, Series lagging) =>
        LeadLagTest.Test(leading, lagging, ask.Claim).Refused(out var because, out var tie)
            ? new(ask, leading, lagging, null, because)
            : new(ask, leading, lagging, tie, null);

    /// <summary>“3 weeks”.</summary>
    public string Periods(int count) => SeriesWords.Period(Leading.Cadence, count);
}

namespace Heed.Analytics.Weighting;

/// <summary>How respondents were drawn and weighted: what the error of a weighted figure depends on.</summary>
/// <remarks>
/// All lists have one entry per respondent. Who gave no answer stays in them: leaving people out changes the design.
/// </remarks>
/// <param name="Weights">For how many people each respondent stands, above zero.</param>
public sealed record SampleDesign(IReadOnlyList<double> Weights)
{
    /// <summary>
    /// The group each was drawn with (school, branch, team), numbered as one likes; null when everybody was drawn alone. People
    /// of one group are alike, so ten of one branch say less than one of each of ten.
    /// </summary>
    public IReadOnlyList<int>? Clusters { get; init; }

    /// <summary>The stratum in which each was drawn; null when there was one draw over all.</summary>
    public IReadOnlyList<int>? Strata { get; init; }

    /// <summary>
    /// How many groups (people, where everybody was drawn alone) there are in the population of each one's stratum; null when
    /// that is very many. Where a large part of them was drawn, the error is smaller.
    /// </summary>
    public IReadOnlyList<double>? InPopulation { get; init; }

    /// <summary>The margins that the weights were raked to. What a margin fixes cannot vary from sample to sample.</summary>
    public IReadOnlyList<Margin> RakedTo { get; init; } = [];

    internal string? WhyNot(int respondents)
    {
        if (Weights.Count != respondents)
            return $"There are {Weights.Count} weights for {respondents} respondents.";
        var bad = Weights.Count(weight => !(weight > 0 && double.IsFinite(weight)));
        if (bad > 0)
            return $"{bad} weights are not above zero. A respondent stands for somebody, or is left out of the design.";
        if (
            (Clusters ?? Strata)?.Count is { } count && count != respondents
            || Strata?.Count is { } strata && strata != respondents
        )
            return $"Clusters and strata need one entry for each of the {respondents} respondents.";
        if (InPopulation is not null && InPopulation.Count != respondents)
            return $"There are {InPopulation.Count} population sizes for {respondents} respondents.";
        return
            RakedTo.FirstOrDefault(margin => margin.Of.Count != respondents || margin.Of.Any(category => category < 0))
                is { } margin
            ? $"Each of the {respondents} respondents needs a category of {margin.Name}."
            : null;
    }

    internal int ClusterOf(int respondent) => Clusters?[respondent] ?? respondent;

    internal int StratumOf(int respondent) => Strata?[respondent] ?? 0;
}

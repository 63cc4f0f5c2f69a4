using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>What was asked of a file of ratings.</summary>
sealed record AgreementAsk(IReadOnlyList<string> Raters)
{
    public string? Unit { get; init; }

    /// <summary>The column of the rating where each row is one; null where each rater has a column.</summary>
    public string? Value { get; init; }
    public MeasurementLevel? Level { get; init; }
    public Scale? Scale { get; init; }
    public string? Group { get; init; }
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>One unit and what each rater gave it; null where a rater gave nothing.</summary>
sealed record RatedUnit(string Name, double?[] Given)
{
    public IEnumerable<double> Ratings => Given.OfType<double>();
}

/// <summary>Ratings by unit and rater.</summary>
/// <param name="Codes">The words that the numbers stand for, by place; null where ratings are numbers.</param>
/// <param name="Groups">The ratings of each group that was asked for.</param>
sealed record Ratings(
    IReadOnlyList<string> Raters,
    IReadOnlyList<RatedUnit> Units,
    IReadOnlyList<string>? Codes,
    IReadOnlyList<(string Name, List<double> Ratings)> Groups
)
{
    public string Say(double rating) => Codes is null ? Format.Typed(rating) : Codes[(int)rating];
}

namespace Heed.Analytics.Weighting;

/// <summary>
/// What is known of the population by one characteristic (age group, region, or two joined), and which category each
/// respondent is in.
/// </summary>
/// <param name="Name">What the characteristic is called in messages.</param>
/// <param name="Categories">The categories, in the order of the targets.</param>
/// <param name="Targets">How many people, or which share of them, each category has in the population.</param>
/// <param name="Of">The index of each respondent's category; -1 where it is not known.</param>
public sealed record Margin(
    string Name,
    IReadOnlyList<string> Categories,
    IReadOnlyList<double> Targets,
    IReadOnlyList<int> Of
)
{
    /// <summary>A margin from the respondents' values as text.</summary>
    /// <param name="name">What the characteristic is called.</param>
    /// <param name="targets">The population's count or share by value.</param>
    /// <param name="values">Each respondent's value.</param>
    public static Margin From(string name, IReadOnlyDictionary<string, double> targets, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(targets);
        string[] categories = [.. targets.Keys];
        return new(
            name,
            categories,
            [.. categories.Select(category => targets[category])],
            [.. values.Select(value => Array.IndexOf(categories, value))]
        );
    }
}

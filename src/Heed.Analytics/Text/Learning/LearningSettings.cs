namespace Heed.Analytics.Text;

/// <summary>How a classifier of remarks learns.</summary>
/// <param name="Rules">The rules of the language.</param>
/// <param name="Vectors">Vectors of remarks, where the language has some: they help while examples are few.</param>
public sealed record LearningSettings(WordRules Rules, RemarkVectors? Vectors = null)
{
    /// <summary>For five to fifty examples a class beside many remarks without a class.</summary>
    /// <param name="rules">The rules of the language.</param>
    /// <param name="vectors">Vectors of remarks, where the language has some.</param>
    public static LearningSettings FewExamples(WordRules rules, RemarkVectors? vectors) =>
        new(rules, vectors) { Cost = 10, SelfTraining = 2 };

    /// <summary>What a remark on the wrong side costs; more than 0. Larger fits the examples closer.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Whether rare classes weigh as much as frequent ones.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>
    /// How often it learns again with the unlabelled remarks that it is surest of (self-training); 0 for never. Helps from a
    /// handful to a few dozen examples a class.
    /// </summary>
    public int SelfTraining { get; init; }

    /// <summary>What a remark that it labelled itself weighs beside an example, 0 to 1.</summary>
    public double SelfLabelledWeighs { get; init; } = 0.3;

    /// <summary>The seed of the order in which examples are visited.</summary>
    public int Seed { get; init; } = 1;
}

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze survey --kind choice|choices --json</c>.</summary>
sealed record ChoiceJson(
    string Kind,
    string Column,
    long N,
    long Missing,
    double? EffectiveN,
    bool Overlap,
    IReadOnlyList<ChoiceJson.OptionOf> Options,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record OptionOf(
        string Option,
        long Count,
        double Percent,
        double Low,
        double High,
        WeightedShare? Weighted
    );

    public sealed record WeightedShare(double Percent, double Low, double High);

    public static ChoiceJson Of(ChoiceFindings found, IReadOnlyList<string> notes) =>
        new(
            found.Ask.Several ? "choices" : "choice",
            found.Ask.Column,
            found.N,
            found.Missing,
            found.Weights?.EffectiveN,
            found.Ask.Several,
            [
                .. found.Options.Select(o => new OptionOf(
                    o.Name,
                    o.Count,
                    o.Percent.Value,
                    o.Percent.Low,
                    o.Percent.High,
                    o.Weighted is { } weighted ? new(weighted.Value, weighted.Low, weighted.High) : null
                )),
            ],
            ChoiceWords.Finding(found, "this file"),
            [.. ChoiceWords.Limits(found)],
            notes
        );
}

namespace Heed.Analyze;

/// <summary>What a column of options says, in sentences.</summary>
static class ChoiceWords
{
    const int FewInAnOption = 5;

    public static string Finding(ChoiceFindings found, string file) =>
        found.Options is [var most, ..]
            ? $"“{most.Name}” was chosen by {Percent(most.Percent.Value)} of {Format.Count(found.N, "person", "people")} who answered {found.Ask.Column}; allowing for chance, by {Format.Number(most.Percent.Low, 1)} to {Percent(most.Percent.High)}."
            : $"Nobody answered {found.Ask.Column} in {file}.";

    public static string Percent(double value) => $"{Format.Number(value, 1)} %";

    public static IEnumerable<string> Limits(ChoiceFindings found)
    {
        if (found.Options.Count == 0)
            yield break;
        if (found.Weights is { } weights)
            yield return $"Counts and plain percents are of {Format.Count(found.N, "person", "people")}; the weighted ones count each for those it stands for, and tell as much as {Format.Number(weights.EffectiveN, 1)} equal answers would.";
        if (found.Ask.Several)
            yield return "People could choose several, so the shares add to more than 100 %.";
        if (found.Options is [var first, var second, ..] && second.Percent.High >= first.Percent.Low)
            yield return $"“{first.Name}” and “{second.Name}” lie so near to each other that their intervals overlap: which of them leads may be chance.";
        var few = found.Options.Where(o => o.Count < FewInAnOption).Select(o => $"“{o.Name}”").ToList();
        if (few.Count > 0)
            yield return $"{Format.Some(few)} {Format.Plural(few.Count, "was", "were")} chosen by fewer than {FewInAnOption} people: a published figure could point at single persons. Heed's pages hide such options.";
        yield return "What people choose from a list is what the list offered them; and an order of options draws towards its beginning.";
    }
}

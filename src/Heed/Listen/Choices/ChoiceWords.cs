namespace Heed.Listen;

/// <summary>What people chose, in words.</summary>
static class ChoiceWords
{
    public const string Several = "People could choose several, so the shares add to more than 100 %.";

    public static string Kind(Question question) =>
        question.Kind == QuestionKind.Choices ? "Several options each" : "One option each";

    /// <summary>“55.0 % [44.1, 65.4]”.</summary>
    public static string Whole(LeadReading share) => $"{Percent(share.Value)} {Brackets(share)}";

    public static string Percent(double value) => $"{Format.Number(value, 1)} %";

    public static string Brackets(LeadReading share) =>
        $"[{Format.Number(share.Low, 1)}, {Format.Number(share.High, 1)}]";

    /// <summary>The option that most chose, where its interval lies above that of the next one; else that they cannot be told apart.</summary>
    public static string Finding(CountedQuestion counted)
    {
        if (counted.Most is not { } most)
            return "No option was chosen by five people or more, so none is shown.";
        var first = LeadReading.Of(most.Share.Value);
        var of =
            $"{Whole(first)}{(first.IsWeighted ? ", weighted," : "")} of {Format.Count(most.Share.Value.N, "person", "people")} who answered";
        var next = counted.Options.Skip(1).FirstOrDefault(o => o.Share.IsGiven);
        return next is null || LeadReading.Of(next.Share.Value).High < first.Low
            ? $"“{most.Name}” was chosen most: by {of}."
            : $"“{most.Name}” was chosen by {of}, and “{next.Name}” by nearly as many: their intervals overlap.";
    }
}

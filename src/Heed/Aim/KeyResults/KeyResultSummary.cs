namespace Heed.Aim;

/// <summary>Where several key results stand, in one sentence, with the words of their own rows: what can be told comes first.</summary>
static class KeyResultSummary
{
    /// <summary>“Four key results: one on course, one worse than start, two not yet distinguishable from noise”.</summary>
    public static string Of(IReadOnlyList<EvaluatedKeyResult> readings)
    {
        if (readings.Count == 0)
            return "No key result yet";
        var counted = readings
            .GroupBy(r => r.Status.Word)
            .OrderBy(g => Place(g.First().Status.Is))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{Format.InWords(g.Count())} {Format.Lower(g.Key)}");
        return $"{Format.Capital(Format.InWords(readings.Count))} {Format.Plural(readings.Count, "key result", "key results")}: {string.Join(", ", counted)}";
    }

    static int Place(Status status) =>
        status switch
        {
            Status.Held => 0,
            Status.OnCourse => 1,
            Status.Watch => 2,
            Status.OffCourse => 3,
            _ => 4,
        };
}

namespace Heed.Aim;

/// <summary>Where several key results stand, in one sentence. What cannot be told is counted as that, never as good or bad.</summary>
static class KeyResultSummary
{
    /// <summary>“Four key results: one improved, one worse, two cannot tell”.</summary>
    public static string Of(IReadOnlyList<EvaluatedKeyResult> readings)
    {
        if (readings.Count == 0)
            return "No key result yet";
        var counted = readings
            .GroupBy(Of)
            .OrderBy(g => g.Key)
            .Select(g => $"{Format.InWords(g.Count())} {Said(g.Key)}");
        return $"{Format.Capital(Format.InWords(readings.Count))} {Format.Plural(readings.Count, "key result", "key results")}: {string.Join(", ", counted)}";
    }

    enum Stands
    {
        Reached,
        Improved,
        Worse,
        CannotTell,
    }

    static Stands Of(EvaluatedKeyResult reading) =>
        reading switch
        {
            { IsWithinNoise: not false } or { Progress.Share: null or 0 } or { Progress: null } => Stands.CannotTell,
            { Progress.Share: >= 1 } => Stands.Reached,
            { Progress.Share: > 0 } => Stands.Improved,
            _ => Stands.Worse,
        };

    static string Said(Stands stands) =>
        stands switch
        {
            Stands.Reached => "reached",
            Stands.Improved => "improved",
            Stands.Worse => "worse",
            _ => "cannot tell",
        };
}

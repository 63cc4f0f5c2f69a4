namespace Heed.Map;

/// <summary>The lines of one node as a sentence.</summary>
static class SightWords
{
    const int MostNamed = 3;

    public static string Head(this SightColumn column) =>
        column switch
        {
            SightColumn.Outcome => "What customers get",
            SightColumn.Metric => "What feeds it",
            SightColumn.KeyResult => "Who aims at it",
            SightColumn.Trial => "What is tried",
            _ => "Team",
        };

    public static string Word(this SightStrength strength) =>
        strength switch
        {
            SightStrength.Solid => "supported",
            SightStrength.Claimed => "said, not tested",
            SightStrength.Unsupported => "not supported",
            _ => "refuted",
        };

    /// <summary>“Second till at noon” is tried by Counter for “Guests wait less”, which is to move “Minutes in the line”…</summary>
    /// <param name="part">What has to do with the node, and nothing else.</param>
    public static string Sentence(SightGraph part, SightNode at)
    {
        var outcomes = Names(part, SightColumn.Outcome, at);
        List<string> said = [$"“{at.Name}”"];
        if (at.Column != SightColumn.Team && Names(part, SightColumn.Team, at) is { } teams)
            said.Add($"is worked for by {teams}");
        if (at.Column is SightColumn.Outcome or SightColumn.Metric)
            said.Add(
                Names(part, SightColumn.KeyResult, at) is { } aims ? $"is aimed at with {aims}" : "nobody aims at it"
            );
        if (at.Column is SightColumn.KeyResult)
            said.Add(
                Names(part, SightColumn.Trial, at) is { } trials ? $"is tried by {trials}" : "nothing is tried for it"
            );
        if (at.Column is SightColumn.Trial or SightColumn.Team && Names(part, SightColumn.KeyResult, at) is { } wanted)
            said.Add(at.Column is SightColumn.Trial ? $"is tried for {wanted}" : $"aims at {wanted}");
        if (
            at.Column is not (SightColumn.Outcome or SightColumn.Metric)
            && Names(part, SightColumn.Metric, at) is { } moves
        )
            said.Add($"is to move {moves}");
        if (at.Column is not SightColumn.Outcome)
            said.Add(outcomes is null ? "no outcome for customers is in sight" : $"feeds {outcomes}{Doubt(part)}");
        return $"{said[0]} {string.Join("; ", said.Skip(1))}.";
    }

    static string? Names(SightGraph part, SightColumn column, SightNode besides)
    {
        List<string> names =
        [
            .. part.In(column)
                .Where(n => n.Key != besides.Key && (n.Href is not null || n.Folded > 0))
                .Select(n => $"“{n.Name}”"),
        ];
        return names.Count == 0 ? null
            : names.Count <= MostNamed ? Format.List(names)
            : Format.List([.. names.Take(MostNamed), $"{Format.Count(names.Count - MostNamed)} more"]);
    }

    static string Doubt(SightGraph part)
    {
        var weakest = part.Edges.Select(e => e.Strength).DefaultIfEmpty(SightStrength.Solid).Min();
        return weakest is SightStrength.Solid ? "" : $" ({weakest.Word()})";
    }
}

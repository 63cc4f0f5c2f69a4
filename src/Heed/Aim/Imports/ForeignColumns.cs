namespace Heed.Aim;

/// <summary>What a column of another tool's file may mean.</summary>
public enum ForeignField
{
    Id,
    Type,
    Title,
    Objective,
    Parent,
    ParentId,
    Team,
    Owner,
    Description,
    Metric,
    Unit,
    From,
    To,
    Now,
    Progress,
    Start,
    End,
    CheckedOn,
    Period,
    Status,
    CheckIns,
    Weight,
    Who,
    Kind,
    Low,
    Stretch,
    Commitment,
}

/// <summary>Which column means what, and by whose columns it was recognised. A person may say it otherwise.</summary>
/// <param name="Source">“Viva Goals”, “Betterworks”, …; “a table” where the columns are nobody's.</param>
public sealed record ForeignColumns(
    string Source,
    IReadOnlyDictionary<ForeignField, int> At,
    IReadOnlyList<string> Heads
)
{
    /// <summary>Columns whose meaning is not known; what they hold is kept with the row.</summary>
    public IReadOnlyList<string> Unread =>
        [.. Heads.Where((head, i) => head.Length > 0 && !At.Values.Contains(i) && !IsWide(head))];

    /// <summary>As a person may write it anew: one meaning a line.</summary>
    public string Written => string.Join('\n', At.OrderBy(a => a.Value).Select(a => $"{a.Key}: {Heads[a.Value]}"));

    internal static bool IsWide(string head) =>
        Folded(head).StartsWith("keyresult1", StringComparison.Ordinal) || WideKeyResults.Number(head) is not null;

    static readonly (string Source, string[] Heads)[] Tools =
    [
        ("Viva Goals", ["title", "objecttype"]),
        ("Viva Goals", ["title", "okrtype"]),
        ("Peoplebox", ["goaltitle", "targetvalue"]),
        ("Betterworks", ["name", "type", "progress", "owneremail"]),
        ("Culture Amp", ["name", "keyresult1title"]),
        ("BurningOKR", ["objective", "keyresult", "actual"]),
        ("xto10x", ["objectivetitle", "metricname"]),
    ];

    /// <summary>The names under which each is found, in the order in which they are believed.</summary>
    static readonly (ForeignField Field, string[] Names)[] Names =
    [
        (ForeignField.Id, ["id", "goalid", "rowid", "objectiveid", "sourceid", "keyresultid", "goalidentifier"]),
        (ForeignField.Type, ["objecttype", "type", "okrtype", "typename", "kind"]),
        (ForeignField.Objective, ["objective", "objectivetitle", "objectivename", "goal"]),
        (
            ForeignField.Title,
            ["title", "keyresult", "keyresulttitle", "doeswhat", "goaltitle", "name", "metricname", "kr", "okr"]
        ),
        (ForeignField.ParentId, ["parentid", "parentrowids", "parentgoalids", "parentrowid"]),
        (ForeignField.Parent, ["alignedto", "parent", "parentokr", "parenttitle", "parentunitgoal", "parentobjective"]),
        (ForeignField.Team, ["team", "teams", "departments", "department", "unitname", "group"]),
        (ForeignField.Owner, ["owner", "owners", "owneremail", "owneremails", "owneremailid", "email", "responsible"]),
        (ForeignField.Description, ["description", "why", "notes", "objectivedescription"]),
        (ForeignField.Metric, ["metricname", "metric", "measure", "indicator"]),
        (ForeignField.Unit, ["unit", "units", "metrictype"]),
        (
            ForeignField.From,
            ["start", "startvalue", "startingvalue", "from", "baseline", "metricstartvalue", "initialvalue"]
        ),
        (ForeignField.To, ["target", "targetvalue", "to", "end", "metrictargetvalue", "goalvalue"]),
        (ForeignField.Now, ["actualprogress", "currentvalue", "current", "actual", "now", "value"]),
        (ForeignField.Progress, ["progress", "completion", "progresspercent"]),
        (ForeignField.Start, ["startdate", "begins", "createdat"]),
        (ForeignField.End, ["enddate", "duedate", "dueat", "bywhen", "deadline", "due"]),
        (ForeignField.CheckedOn, ["lastcheckin", "lastupdate", "updatedat"]),
        (ForeignField.Period, ["period", "cycle", "goalcycle", "timeframe"]),
        (ForeignField.Status, ["status", "progressstatus"]),
        (ForeignField.CheckIns, ["checkins", "arraycheckins"]),
        (ForeignField.Weight, ["weight", "importance"]),
        (ForeignField.Who, ["who", "customer", "customers", "whose"]),
        (ForeignField.Kind, ["targetkind"]),
        (ForeignField.Low, ["low", "lowest"]),
        (ForeignField.Stretch, ["stretch"]),
        (ForeignField.Commitment, ["goaltype", "commitment"]),
    ];

    public static ForeignColumns Of(IReadOnlyList<string> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        string[] folded = [.. heads.Select(Folded)];
        var source = Tools.FirstOrDefault(t => t.Heads.All(folded.Contains)).Source ?? "a table";
        Dictionary<ForeignField, int> at = [];
        foreach (var (field, names) in Names)
        foreach (var name in names)
        {
            var column = Array.IndexOf(folded, name);
            if (column >= 0 && !at.ContainsValue(column) && at.TryAdd(field, column))
                break;
        }
        return new(source, at, heads);
    }

    /// <summary>The same with what a person says of it: “To: Goal value”, one a line; an empty name takes a meaning away.</summary>
    public Outcome<ForeignColumns> With(string? said)
    {
        var at = At.ToDictionary();
        foreach (
            var line in (said ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (
                parts.Length != 2
                || !Enum.TryParse<ForeignField>(parts[0], ignoreCase: true, out var field)
                || int.TryParse(parts[0], out _)
            )
                return new Refusal(
                    $"“{Format.Shortened(line)}” names no meaning. Write one a line, such as “To: Goal value”; the meanings are {string.Join(", ", Enum.GetNames<ForeignField>())}."
                ).At("Columns");
            if (parts[1].Length == 0)
            {
                at.Remove(field);
                continue;
            }
            var column = Heads.ToList().FindIndex(h => string.Equals(h, parts[1], StringComparison.OrdinalIgnoreCase));
            if (column < 0)
                return new Refusal(
                    $"The file has no column “{Format.Shortened(parts[1])}”. Its columns are {Format.Some([.. Heads.Where(h => h.Length > 0)])}."
                ).At("Columns");
            foreach (var other in at.Where(a => a.Value == column && a.Key != field).Select(a => a.Key).ToList())
                at.Remove(other);
            at[field] = column;
        }
        return this with { At = at };
    }

    internal static string Folded(string head)
    {
        // “Aligned To (weight, Objective ID)”, “Progress %”: what stands in brackets explains, and does not name.
        var end = head.IndexOf('(', StringComparison.Ordinal);
        return string.Concat((end > 0 ? head[..end] : head).ToLowerInvariant().Where(char.IsLetterOrDigit));
    }
}

/// <summary>Key results that stand beside each other on the row of their objective: “key_result_2_completion”.</summary>
static class WideKeyResults
{
    /// <summary>Which of them a column belongs to, and what it says of it.</summary>
    public static (int Number, string Says)? Number(string head)
    {
        var folded = ForeignColumns.Folded(head);
        const string begins = "keyresult";
        if (!folded.StartsWith(begins, StringComparison.Ordinal))
            return null;
        var rest = folded[begins.Length..];
        var digits = string.Concat(rest.TakeWhile(char.IsDigit));
        return digits.Length is > 0 and < 4 && rest.Length > digits.Length
            ? (int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), rest[digits.Length..])
            : null;
    }
}

using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>What to count: one question, over time, by an attribute, for some of the people.</summary>
/// <param name="Question">The question's name.</param>
public sealed record BreakdownQuery(string Question)
{
    const int MostAttributes = 3;
    const int MostEntries = 1 << 22;
    const int MostEntriesInAll = 1 << 25;

    /// <summary>By which period; null for all time together. It must be made of whole periods of the survey's grid.</summary>
    public Cadence? Every { get; init; }

    /// <summary>By which attribute; null for everybody together.</summary>
    public string? By { get; init; }

    /// <summary>For each attribute named here, only people with one of the values. Empty text stands for "not known".</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Where { get; init; } =
        new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>The first day to count; null for no limit. It must be the first day of a period of the survey's grid.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day to count; null for no limit. It must be the last day of a period of the survey's grid.</summary>
    public DateOnly? To { get; init; }

    internal Answer<BreakdownPlan> Plan(SurveyColumns survey)
    {
        var question = survey.Questions.ToList().FindIndex(column => column.Name == Question);
        if (question < 0)
            return new NoAnswer($"There is no question {Question} in this survey.");
        var names = Where.Keys.Concat(By is null ? [] : [By]).Distinct().ToList();
        foreach (var name in names)
            if (survey.Attributes.All(attribute => attribute.Name != name))
                return new NoAnswer($"There is no attribute {name} in this survey.");
        if (names.Count > MostAttributes)
            return new NoAnswer($"{names.Count} attributes at once single people out. Use {MostAttributes} or fewer.");
        if (WhyNot(survey.Grid) is { } because)
            return new NoAnswer(because);

        var scale = survey.Questions[question].Scale;
        var blocks = survey.Snapshot(out var looks);
        List<Axis> axes = [];
        if (Every is not null || From is not null || To is not null)
            axes.Add(TimeAxis(survey.Grid, blocks, looks[^1].To));
        axes.AddRange(names.Select(name => GroupAxis(survey.Attribute(name))));
        var entries = axes.Aggregate((long)scale.Points + 1, (product, axis) => product * axis.Size);
        if (entries > MostEntries || entries * looks.Length > MostEntriesInAll)
            return new NoAnswer(
                $"{string.Join(" by ", axes.Select(axis => $"{axis.Size} {axis.Name}"))} is too fine to count. Leave one out."
            );
        return new BreakdownPlan(this, question, scale, [.. axes], blocks, looks);
    }

    string? WhyNot(Cadence grid)
    {
        if (Every is { } every && !Calendar.Nests(grid, every))
            return $"This survey is kept by {grid.Name()}, which cannot be added up by {every.Name()}.";
        foreach (var day in new[] { From, To })
            if (day is { } date && !Calendar.Reaches(date))
                return $"{date:yyyy-MM-dd} is outside 1900-01-01 to 2079-06-05.";
        if (From is { } from && Calendar.Start(Calendar.Number(from, grid), grid) != from)
            return $"{from:yyyy-MM-dd} is not the first day of a {grid.Name()}. This survey is kept by {grid.Name()}, so that nobody can be found between two dates.";
        if (To is { } to && Calendar.Start(Calendar.Number(to, grid) + 1, grid) != to.AddDays(1))
            return $"{to:yyyy-MM-dd} is not the last day of a {grid.Name()}. This survey is kept by {grid.Name()}, so that nobody can be found between two dates.";
        return From > To ? $"The range ends on {To:yyyy-MM-dd}, before it begins." : null;
    }

    Axis TimeAxis(Cadence grid, Block[] blocks, long rows)
    {
        var (first, last) = Cube.PeriodsOf(blocks, rows);
        var size = last - first + 2; // the last place is for rows without a date
        bool[] wanted = new bool[size];
        for (var place = 0; place < size; place++)
        {
            var start = Calendar.Start(first + place, grid);
            wanted[place] =
                place == size - 1
                    ? From is null && To is null
                    : (From is null || start >= From) && (To is null || start <= To);
        }
        return new(grid.Name(), -1, first, size, wanted);
    }

    Axis GroupAxis(AttributeColumn attribute)
    {
        var size = attribute.Count;
        var wanted = new bool[size];
        if (!Where.TryGetValue(attribute.Name, out var values))
            Array.Fill(wanted, true);
        else
            foreach (var value in values)
                if (attribute.Knows(value, out var code) && code < size)
                    wanted[code] = true;
        return new(attribute.Name, attribute.Index, 0, size, wanted);
    }
}

/// <summary>One dimension of a cube: the time, or an attribute, with the places that the query asks for.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Attribute">Which attribute; -1 for the time.</param>
/// <param name="First">The number of the period at place 0.</param>
/// <param name="Size">How many places.</param>
/// <param name="Wanted">Which places the query asks for.</param>
sealed record Axis(string Name, int Attribute, int First, int Size, bool[] Wanted)
{
    /// <summary>Which set, where the places say whether one option of it was chosen; -1 for all other axes.</summary>
    public int Set { get; init; } = -1;

    /// <summary>The number of that option.</summary>
    public int Option { get; init; }

    public bool IsTime => Attribute < 0 && Set < 0;

    public static Axis Of(AttributeColumn attribute)
    {
        var size = attribute.Count;
        return new(attribute.Name, attribute.Index, 0, size, [.. Enumerable.Repeat(true, size)]);
    }

    /// <summary>Nobody asked or answered, not chosen, chosen.</summary>
    public static Axis Of(SetColumn set, int option) =>
        new(set[option], -1, 0, SetColumn.Places, [.. Enumerable.Repeat(true, SetColumn.Places)])
        {
            Set = set.Index,
            Option = option,
        };
}

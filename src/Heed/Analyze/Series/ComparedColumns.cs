using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Columns that a change is compared with, and from when those had it that got it too.</summary>
sealed record ComparedColumns(IReadOnlyList<string> Names, IReadOnlyDictionary<string, DateOnly> ReachedFrom)
{
    const int FewestInRollOut = StaggeredRollOut.FewestUnits - 1;

    public static ComparedColumns None { get; } = new([], new Dictionary<string, DateOnly>());

    /// <summary>Reads “york=2026-03-02,hull,bath”; a name may hold a “=” of its own, and then needs a date behind it.</summary>
    public static Outcome<ComparedColumns> Read(string columns, string changed, DateOrder order)
    {
        List<string> names = [];
        var reached = new Dictionary<string, DateOnly>();
        foreach (
            var named in columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var at = named.LastIndexOf('=');
            var name = at > 0 ? named[..at].TrimEnd() : named;
            if (at > 0)
            {
                if (SeriesDates.Read(named[(at + 1)..], order) is not { } from)
                    return Wrong(
                        $"“{named[(at + 1)..]}” is not a date. Write {name}=2026-03-31 where {name} got the change too."
                    );
                reached[name] = from.First;
            }
            names.Add(name);
        }
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            return Wrong("a column is named twice. Name each once.");
        if (names.Contains(changed, StringComparer.OrdinalIgnoreCase))
            return Wrong("a series cannot be compared with itself. Name a column that the change did not touch.");
        if (reached.Count > 0 && names.Count < FewestInRollOut)
            return Wrong(
                $"where the change reached one after another, {Format.InWords(FewestInRollOut)} other columns or more are needed, with a date or without."
            );
        return names.Count is 0 or 2
            ? Wrong("two columns cannot show how far chance goes. Name one that ran beside it, or three and more.")
            : new ComparedColumns(names, reached);
    }

    static Refusal Wrong(string because) => new($"--compare: {because}");
}

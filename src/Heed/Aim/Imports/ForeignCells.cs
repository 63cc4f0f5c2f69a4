using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Aim;

/// <summary>One check-in of another tool, as far as it has a day.</summary>
sealed record ForeignCheckIn(DateOnly On, double? Value, string Note);

/// <summary>A parent as Viva Goals writes it.</summary>
/// <param name="Id">Empty where the cell holds none.</param>
sealed record ForeignParent(string Title, string? Id);

/// <summary>Cells that hold more than one thing.</summary>
static partial class ForeignCells
{
    /// <summary>
    /// “Grow (EU) sales(weight: 14.29%, Id: 1234567), Other(weight: 5%, Id: 7)”: read from the right, because titles have
    /// parentheses and commas of their own.
    /// </summary>
    public static IReadOnlyList<ForeignParent> Parents(string cell)
    {
        List<ForeignParent> parents = [];
        var start = 0;
        foreach (Match end in ParentEnd().Matches(cell))
        {
            var title = cell[start..end.Index].Trim().TrimStart(',', ';').Trim();
            parents.Add(new(title, end.Groups["id"] is { Success: true } id ? id.Value : null));
            start = end.Index + end.Length;
        }
        var rest = cell[start..].Trim().TrimStart(',', ';').Trim();
        if (rest.Length > 0)
            parents.Add(new(rest, null));
        return parents;
    }

    /// <summary>An id, also of a hyperlink: =HYPERLINK("https://…/objective/123","123").</summary>
    public static string Id(string cell) =>
        Hyperlink().Match(cell) is { Success: true } link
            ? link.Groups["shown"] is { Success: true } shown && shown.Value.Trim().Length > 0
                ? shown.Value.Trim()
                : link.Groups["address"].Value.TrimEnd('/').Split('/')[^1]
            : cell.Trim();

    /// <summary>“Aspirational Goal”, “Committed Goal”: their word for it, committed where there is none.</summary>
    public static Commitment Commitment(string cell) =>
        Enum.TryParse<Commitment>(cell.Split(' ', 2)[0], ignoreCase: true, out var meant) && Enum.IsDefined(meant)
            ? meant
            : Aim.Commitment.Committed;

    /// <summary>“25%”, “$1.2M”, “1,200 users”, “12”: the number, and whether it is a percentage.</summary>
    public static double? Number(string cell)
    {
        var found = Figure().Match(cell.Replace('−', '-'));
        if (!found.Success)
            return null;
        var text = found
            .Groups["n"]
            .Value.Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00a0", "", StringComparison.Ordinal);
        var comma = text.LastIndexOf(',');
        var point = text.LastIndexOf('.');
        text =
            comma > point && (text.Length - comma - 1 != 3 || text.Count(c => c == ',') == 1 && point >= 0)
                ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                : text.Replace(",", "", StringComparison.Ordinal);
        var times = found.Groups["k"].Value.ToUpperInvariant() switch
        {
            "K" => 1e3,
            "M" => 1e6,
            "B" => 1e9,
            _ => 1.0,
        };
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number * times
            : null;
    }

    /// <summary>“Checkin Date: 2025-03-10; User: ..; Note: ..; Current Value: 25%; Activity Date: …”: notes hold semicolons.</summary>
    public static ForeignCheckIn? CheckIn(string cell, Func<string, DateOnly?> day)
    {
        var parts = CheckInKey().Matches(cell);
        if (parts.Count == 0)
            return null;
        Dictionary<string, string> said = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < parts.Count; i++)
        {
            var from = parts[i].Index + parts[i].Length;
            var to = i + 1 < parts.Count ? parts[i + 1].Index : cell.Length;
            said.TryAdd(parts[i].Groups["key"].Value, cell[from..to].Trim().TrimEnd(';').Trim());
        }
        var on = day(said.GetValueOrDefault("Checkin Date", "")) ?? day(said.GetValueOrDefault("Activity Date", ""));
        return on is { } date
            ? new(date, Number(said.GetValueOrDefault("Current Value", "")), said.GetValueOrDefault("Note", ""))
            : null;
    }

    /// <summary>The day of a cell that may hold a time of day as well.</summary>
    public static DateOnly? IsoDay(string cell) =>
        cell.Length >= 10
        && DateOnly.TryParseExact(cell[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day)
            ? day
            : null;

    [GeneratedRegex(
        @"\(\s*weight\s*:\s*[\d.,]+\s*%?\s*(?:,\s*Id\s*:\s*(?<id>[^)\s]+)\s*)?\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ParentEnd();

    [GeneratedRegex(
        "^=\\s*HYPERLINK\\(\\s*\"(?<address>[^\"]*)\"(?:\\s*[,;]\\s*\"?(?<shown>[^\")]*)\"?)?\\s*\\)\\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Hyperlink();

    [GeneratedRegex(
        @"(?<n>-?\d[\d.,  \u00a0]*)(?<k>[KMB]\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"(?:^|;\s*)(?<key>Checkin Date|User|Note|Metric Name|Status|Current Value|Activity Date)\s*:\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CheckInKey();
}

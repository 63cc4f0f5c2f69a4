using System.Text.RegularExpressions;

namespace Heed.Metrics;

/// <summary>A column of a table as a metric: what can be guessed from its header and its cells, for a person to correct.</summary>
/// <param name="Header">As it stands in the table.</param>
/// <param name="Far">Values so far from all others that they may be typed wrong.</param>
public sealed record PastedColumn(
    string Header,
    string Name,
    string Unit,
    Wanted Wanted,
    IReadOnlyList<PastedValue> Values,
    IReadOnlyList<PastedValue> Far
);

/// <summary>Guesses what a column of numbers is called, counted in and wanted to do.</summary>
static partial class GuessMetric
{
    const int LongestUnit = 40;

    static readonly string[] WantedDown =
    [
        "complain",
        "error",
        "wait",
        "late",
        "delay",
        "defect",
        "fault",
        "fail",
        "incident",
        "churn",
        "cancel",
        "refund",
        "return",
        "lost",
        "loss",
        "drop",
        "abandon",
        "overdue",
        "backlog",
        "queue",
        "cost",
        "absence",
        "sick",
        "accident",
        "downtime",
        "outage",
        "escalat",
        "rework",
        "unanswered",
        "missed",
        "beschwerde",
        "fehler",
        "warte",
    ];

    static readonly (string Word, string Unit)[] Units =
    [
        ("percent", "%"),
        ("minute", "minutes"),
        ("min", "minutes"),
        ("mins", "minutes"),
        ("hour", "hours"),
        ("hrs", "hours"),
        ("h", "hours"),
        ("second", "seconds"),
        ("sec", "seconds"),
        ("secs", "seconds"),
        ("days", "days"),
        ("gbp", "£"),
        ("eur", "€"),
        ("usd", "$"),
    ];

    /// <summary>What may fall below zero although it did not yet.</summary>
    static readonly string[] Signed = ["net", "balance", "change", "difference", "growth", "profit", "saldo"];

    public static PastedColumn Of(string header, string sign, IReadOnlyList<PastedValue> values)
    {
        var (name, unit) = Apart(header);
        unit ??= sign.Length > 0 ? Known(sign) ?? sign : Spoken(name) ?? Format.Lower(name);
        return new(
            header,
            Format.Shortened(name, Metric.LongestName),
            Format.Shortened(unit, LongestUnit),
            Holds(header, WantedDown) ? Wanted.Down : Wanted.Up,
            values,
            FarValues.Of(values)
        );
    }

    /// <summary>What describes it, from the guesses and from what a person chose.</summary>
    public static MetricRequest Request(
        PastedColumn column,
        string? name,
        string? unit,
        Wanted? wanted,
        Heed.Analytics.Evidence.Cadence cadence
    )
    {
        var values = column.Values.Select(v => v.Value).ToList();
        var isShare = unit?.Contains('%', StringComparison.Ordinal) == true;
        var neverNegative =
            values.TrueForAll(v => v >= 0)
            && !Holds(column.Header, Signed)
            && (isShare || Known(unit ?? "") is not null || values.TrueForAll(double.IsInteger));
        var isMoney = unit is "£" or "€" or "$";
        return new()
        {
            Name = name,
            Unit = unit,
            Wanted = wanted,
            LowerBound = neverNegative ? 0 : null,
            UpperBound = isShare && neverNegative && values.Max() <= 100 ? 100 : null,
            Kind = isMoney ? MetricKind.Business : MetricKind.Behaviour,
            Timing = isMoney ? Timing.Lagging : Timing.Leading,
            Cadence = cadence,
            Source = "a pasted table",
        };
    }

    /// <summary>“On time %” is On time in %, “Wait (min)” is Wait in minutes.</summary>
    static (string Name, string? Unit) Apart(string header)
    {
        if (
            InBrackets().Match(header) is { Success: true } brackets
            && brackets.Groups["name"].Value.Trim() is { Length: > 0 } before
        )
            return (before, Known(brackets.Groups["unit"].Value) ?? brackets.Groups["unit"].Value.Trim());
        if (AtTheEnd().Match(header) is { Success: true } end && end.Groups["name"].Value.Trim() is { Length: > 0 } of)
            return (of, end.Groups["unit"].Value);
        return (header, header.Contains('%', StringComparison.Ordinal) ? "%" : null);
    }

    /// <summary>The unit that a word of the header is: “Minutes waiting”.</summary>
    static string? Spoken(string name) => name.Split(' ', '-', '_').Select(Known).FirstOrDefault(u => u is not null);

    static string? Known(string word)
    {
        var plain = word.Trim().Trim('.').ToLowerInvariant();
        plain = plain.StartsWith("in ", StringComparison.Ordinal) ? plain[3..] : plain;
        if (plain is "%" or "£" or "€" or "$")
            return plain;
        foreach (var (known, unit) in Units)
            if (plain == known || plain == unit)
                return unit;
        return null;
    }

    static bool Holds(string header, string[] words) => Array.Exists(words, word => Starts(word).IsMatch(header));

    /// <summary>“late” begins a word in “Late orders” and none in “Plates”.</summary>
    static Regex Starts(string word) =>
        new($@"(?<!\p{{L}}){word}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(?<name>.+?)\s*[\(\[](?<unit>[^\)\]]{1,40})[\)\]]\s*$")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?<name>.+?)[\s,]*(in\s+)?(?<unit>[%£€$])\s*$")]
    private static partial Regex AtTheEnd();
}

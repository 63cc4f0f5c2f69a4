namespace Heed.Aim;

enum ForeignKind
{
    Objective,
    KeyResult,
    Other,
}

/// <summary>One objective or key result of another tool, as far as it could be read.</summary>
sealed class ForeignRow
{
    public required int Line { get; init; }
    public required ForeignKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Raw { get; init; }

    /// <summary>What the other tool calls it by; empty where it gives no id.</summary>
    public string? SourceId { get; init; }
    public IReadOnlyList<ForeignParent> Parents { get; init; } = [];
    public IReadOnlyList<string> Teams { get; init; } = [];
    public string Owner { get; init; } = "";
    public string Description { get; init; } = "";
    public string Metric { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Period { get; init; } = "";
    public string Status { get; init; } = "";
    public double? From { get; init; }
    public double? To { get; init; }
    public double? Weight { get; init; }
    public string Who { get; init; } = "";
    public TargetKind TargetKind { get; init; }
    public double? Low { get; init; }
    public double? Stretch { get; init; }
    public Commitment Commitment { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }

    /// <summary>Dated values, the oldest first, one a day.</summary>
    public IReadOnlyList<ForeignCheckIn> Values { get; init; } = [];

    /// <summary>What could not be read, or was not taken over, in words.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>By which the same row is known again: its id, else what it says (title, owner, kind, period), as Viva Goals does.</summary>
    public string Key(string source) =>
        Format.Shortened(
            SourceId is { Length: > 0 } id
                ? $"{source}#{id}#{Kind}"
                : $"{source}|{Kind}|{Title}|{string.Join(';', Parents.Select(p => p.Title))}|{Owner}|{string.Join(';', Teams)}|{Period}",
            LongestKey
        );

    const int LongestKey = 390;
}

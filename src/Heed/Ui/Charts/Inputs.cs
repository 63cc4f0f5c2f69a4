namespace Heed.Ui.Charts;

/// <summary>One reading. A null value is a gap: the line is broken there, never drawn through zero.</summary>
/// <param name="Signal">Set where the reading belongs to a signal: the shape becomes a diamond, the standing its colour.</param>
/// <param name="SignalSays">What the signal is, in words.</param>
public sealed record ChartPoint(
    DateOnly At,
    double? Value,
    string? Note = null,
    Status? Signal = null,
    string SignalSays = ChartPoint.Outside
)
{
    public const string Outside = "outside its band";

    /// <summary>Whether the reading itself lies outside the band, and says so; a part of a run need not.</summary>
    public bool IsOutside => Signal is not null && SignalSays == Outside;

    /// <summary>Between which the reading lies, drawn as a bar; empty where it is exact or not known how sure it is.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>Said with the reading and in the table, without a flag: a flag is for what stands out.</summary>
    public string? Detail { get; init; }
}

/// <summary>The noise band from one day on. A second band is a rebase and is marked as such.</summary>
public sealed record ChartBand(
    DateOnly From,
    double Lower,
    double Centre,
    double Upper,
    DateOnly? BaselineFrom = null,
    DateOnly? BaselineUntil = null
);

/// <summary>Something that was changed, drawn as a line through the readings and a span under the axis.</summary>
/// <param name="Word">Instead of the verdict's own word, such as “planned”.</param>
public sealed record ChartChange(DateOnly From, DateOnly? Until, string Name, VerdictWord Verdict, string? Word = null)
{
    public string Says => $"{Name}: {(Word ?? Verdict.Word()).ToLowerInvariant()}";
}

/// <summary>One try at moving what is drawn, as a pin over the readings.</summary>
/// <param name="IsInRun">Whether it is one of the same move again and again, which is shaded.</param>
public sealed record ChartTry(DateOnly On, string Says, VerdictWord Verdict, bool IsInRun);

/// <summary>The tries, and how the run among them stands.</summary>
public sealed record ChartTries(IReadOnlyList<ChartTry> Tried, Status RunIs);

/// <summary>What would have been expected without the change, with its interval.</summary>
public sealed record ChartExpectation(DateOnly At, double Value, double Low, double High);

public sealed record ChartTarget(double Value, DateOnly? By = null);

/// <summary>How many gave one answer.</summary>
public sealed record ChartCount(string Label, long Count);

/// <summary>A group on a shared scale: shown with n and interval, or hidden with a reason and no number at all.</summary>
public sealed record ChartGroup
{
    ChartGroup(string name, string? because, long n, double value, double low, double high) =>
        (Name, HiddenBecause, N, Value, Low, High) = (name, because, n, value, low, high);

    const string Shut = "Hidden: ";

    public string Name { get; }
    public string? HiddenBecause { get; }
    public long N { get; }
    public double Value { get; }
    public double Low { get; }
    public double High { get; }
    public bool Hidden => HiddenBecause is not null;

    /// <summary>Where it probably stands once its noise is taken for noise, in words; empty where that is not told.</summary>
    public string? DrawnIn { get; init; }

    /// <summary>The ranks that it could have, in words.</summary>
    public string? Ranks { get; init; }

    public static ChartGroup Shown(string name, long n, double value, double low, double high) =>
        low <= value && value <= high && n > 0
            ? new(name, null, n, value, low, high)
            : throw new ArgumentException($"{name}: {value} must lie within [{low}, {high}] and n {n} be at least 1.");

    /// <param name="because">Why, to stand behind “not shown: ”; a sentence that begins with “Hidden: ” is taken without it.</param>
    public static ChartGroup NotShown(string name, string because) =>
        new(
            name,
            because.StartsWith(Shut, StringComparison.Ordinal) ? because[Shut.Length..] : because,
            0,
            double.NaN,
            double.NaN,
            double.NaN
        );
}

/// <summary>The answers of one group along an ordered scale, or hidden with a reason.</summary>
public sealed record ChartAnswers
{
    ChartAnswers(string name, IReadOnlyList<long> counts, string? because) =>
        (Name, Counts, HiddenBecause) = (name, counts, because);

    public string Name { get; }
    public IReadOnlyList<long> Counts { get; }
    public string? HiddenBecause { get; }
    public bool Hidden => HiddenBecause is not null;
    public long N => Counts.Sum();

    public static ChartAnswers Shown(string name, IReadOnlyList<long> counts) => new(name, counts, null);

    public static ChartAnswers NotShown(string name, string because) => new(name, [], because);
}

/// <summary>One bar of a ranking.</summary>
/// <param name="Says">The number as it is printed, with its n: "31 of 120".</param>
/// <param name="Fragile">The rank would change with a few other answers: drawn hollow and said.</param>
public sealed record ChartRank(string Name, double Value, string Says, bool Fragile = false);

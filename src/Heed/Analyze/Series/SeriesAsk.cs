using Heed.Analytics.Evidence;
using Heed.Ui.Charts;

namespace Heed.Analyze;

/// <summary>What was asked of a file of figures.</summary>
sealed record SeriesAsk(string Date, string Value)
{
    /// <summary>The base of a rate where a population is named.</summary>
    public const double UsualBase = 100_000;

    /// <summary>Stands for the column of figures where rows are counted.</summary>
    public const string RowsThemselves = "rows";

    public DateOrder DateOrder { get; init; }
    public Cadence? Every { get; init; }
    public bool Counts { get; init; }

    /// <summary>What becomes of rows that share a date; null where none may.</summary>
    public Together? Together { get; init; }

    /// <summary>By which period rows are put together; null where they stay as they are.</summary>
    public Cadence? To { get; init; }

    /// <summary>What a period without a row means; null where nobody said it.</summary>
    public Absent? Absent { get; init; }

    /// <summary>From when to when the figures were kept, where somebody says it; rows outside are left out.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>The column of which each value makes a series of its own.</summary>
    public string? By { get; init; }
    public string? Population { get; init; }

    /// <summary>What the figures are counted in, where a metric says it.</summary>
    public string? Unit { get; init; }
    public double Per { get; init; } = UsualBase;

    /// <summary>What rates are told per: a day of the week that was taken out is a population too, but nobody named it.</summary>
    public double Base => Population is null ? 1 : Per;
    public CalendarPeriod? Change { get; init; }
    public double? Predicted { get; init; }
    public Direction? Wanted { get; init; }

    /// <summary>Instead of a direction: between which it is wanted.</summary>
    public (double Low, double High)? WantedRange { get; init; }

    /// <summary>Whether a signal goes the wanted way; null where nobody said which way that is.</summary>
    public bool? IsWanted(Signal signal, double value) =>
        SeriesLine.IsWanted(signal.Direction, value, Wanted, WantedRange);

    public Window? Baseline { get; init; }
    public BandSettings Limits { get; init; } = BandSettings.Wheeler;
    public RuleSet Rules { get; init; } = RuleSet.Wheeler;
    public EffectMethod? Method { get; init; }
    public Seasons Seasons { get; init; }

    /// <summary>Whether the pattern of the week is taken out of daily figures; null where a test decides.</summary>
    public bool? Weekdays { get; init; }
    public int Lag { get; init; }

    /// <summary>Columns that the change did not touch, on the word of whoever named them.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>From when some of these had the change too, by their names; empty where it reached none of them.</summary>
    public IReadOnlyDictionary<string, DateOnly> ReachedFrom { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>What the figures are to reach or stay under.</summary>
    public double? Target { get; init; }

    /// <summary>Of what was read: what counts, and a change that is dated as its years are.</summary>
    public SeriesAsk Of(NamedSeries read, string? change) =>
        this with
        {
            Counts = read.Counts,
            // “2005/06” among years that end in the next one is such a year, and no June.
            Change =
                change is not null
                && FinancialYear.Begins(change) is { } begins
                && read.Series.Points.All(point => point.Date == FinancialYear.FirstDay(point.Date.Year))
                    ? new CalendarPeriod(FinancialYear.FirstDay(begins), Cadence.Year)
                    : Change,
        };

    public InterruptionSettings Settings(Series? other) =>
        new()
        {
            Counts = Counts,
            Method = Method,
            Seasons = Seasons,
            Lag = Lag,
            Comparison = other is null ? null : new(other, DeclaredUnaffected: true),
        };
}

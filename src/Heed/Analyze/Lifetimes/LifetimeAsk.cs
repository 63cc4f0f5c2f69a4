namespace Heed.Analyze;

/// <summary>A stretch of time in which customers are watched.</summary>
enum TimeUnit
{
    /// <summary>Whatever the file counts in.</summary>
    Period,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>What was asked of a file of customers, in one of its three forms.</summary>
sealed record LifetimeAsk
{
    /// <summary>One purchase a row: who and when.</summary>
    public (string Customer, string Date)? Purchases { get; init; }
    public string? Amount { get; init; }
    public CalendarPeriod? Until { get; init; }
    public DateOrder DateOrder { get; init; }

    /// <summary>One customer a row: how many repeats, when the last was, how long watched.</summary>
    public (string Frequency, string Recency, string Age)? Customers { get; init; }
    public string? Spend { get; init; }

    /// <summary>What each customer is called.</summary>
    public string? Name { get; init; }

    /// <summary>One period a row: how many of a cohort are still there.</summary>
    public IReadOnlyList<string> Staying { get; init; } = [];
    public double? StartedWith { get; init; }
    public double? Payment { get; init; }

    public TimeUnit Unit { get; init; }
    public int? Ahead { get; init; }

    /// <summary>What stays of a purchase's value, 0 to 1.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>By how much a payment loses in worth with each unit of time; null takes what is usual for the form.</summary>
    public double? Discount { get; init; }
    public IReadOnlyList<string> Missing { get; init; } = [];

    public double Days =>
        Unit switch
        {
            TimeUnit.Day => 1,
            TimeUnit.Month => 365.25 / 12,
            TimeUnit.Year => 365.25,
            _ => 7,
        };

    /// <summary>“52 weeks”.</summary>
    public string Times(double count) =>
        $"{Format.Number(count)} {Unit.ToString().ToLowerInvariant()}{(count == 1 ? "" : "s")}";
}

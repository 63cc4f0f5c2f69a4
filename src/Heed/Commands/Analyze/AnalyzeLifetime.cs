using System.CommandLine;
using Heed.Analyze;
using Heed.Metrics;

namespace Heed.Commands;

/// <summary><c>heed analyze lifetime</c>: who comes back, for how long, and what it is worth.</summary>
sealed class AnalyzeLifetime
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description = "A CSV file of purchases, of customers, or of cohorts.",
    };
    readonly Option<string?> _customer = Column(
        "--customer",
        "Who bought, where each row is one purchase; or what each customer is called."
    );
    readonly Option<string?> _date = Column("--date", "When, where each row is one purchase.");
    readonly Option<string?> _amount = Column("--amount", "For how much.");
    readonly Option<string?> _until = new("--until")
    {
        HelpName = "YYYY-MM-DD",
        Description = "The last day that was watched; without it, the day of the last purchase.",
    };
    readonly Option<string?> _dates = AnalyzeSurvey.DateOption();
    readonly Option<string?> _frequency = Column(
        "--frequency",
        "How many purchases after the first, where each row is one customer."
    );
    readonly Option<string?> _recency = Column(
        "--recency",
        "When the last of them was, counted from the first; 0 for none."
    );
    readonly Option<string?> _age = Column("--age", "How long ago the first one was.");
    readonly Option<string?> _spend = Column("--spend", "What a repeat purchase was worth on average.");
    readonly Option<string[]> _staying = new("--staying")
    {
        HelpName = "COLUMN",
        AllowMultipleArgumentsPerToken = true,
        Description =
            "Customers with a contract: how many of a cohort are still there, one period a row, the start first.",
    };
    readonly Option<double?> _startedWith = new("--started-with")
    {
        HelpName = "1000",
        Description = "How many customers the cohort began with, where its column has percents.",
    };
    readonly Option<double?> _payment = new("--payment")
    {
        HelpName = "120",
        Description = "What one renewal brings after its cost: adds what a new customer is worth.",
    };
    readonly Option<string?> _unit = new("--unit")
    {
        HelpName = "day|week|month|year",
        Description = "What time is counted in: weeks for purchases; else the file's own periods.",
    };
    readonly Option<int?> _ahead = new("--ahead") { HelpName = "52", Description = "How many of them to look ahead." };
    readonly Option<double> _margin = new("--margin")
    {
        HelpName = "100",
        DefaultValueFactory = _ => 100,
        Description = "What stays of a purchase's value, in percent.",
    };
    readonly Option<double?> _discount = new("--discount")
    {
        HelpName = "10",
        Description =
            "By how many percent money loses in worth with each unit of time: 10 for contracts unless you say otherwise, 0 for purchases.",
    };
    readonly Option<string?> _missing = MissingOption.New();
    readonly AnswerForms _forms = new();

    static Option<string?> Column(string name, string description) =>
        new(name) { HelpName = "COLUMN", Description = description };

    public static Command Build() => new AnalyzeLifetime().Command();

    Command Command()
    {
        _unit.AcceptOnlyFromAmong("day", "week", "month", "year");
        Command lifetime = new(
            "lifetime",
            """
            Who comes back, for how long, and what is it worth? From purchases, from customers, or from a cohort.

              heed analyze lifetime purchases.csv --customer customer --date date --amount amount --ahead 52
              heed analyze lifetime customers.csv --frequency repeats --recency last --age age --spend spend --unit week
              heed analyze lifetime cohort.csv --staying members --unit year --payment 120 --svg lifetime.svg
            """
        )
        {
            _file,
            _customer,
            _date,
            _amount,
            _until,
            _dates,
            _frequency,
            _recency,
            _age,
            _spend,
            _staying,
            _startedWith,
            _payment,
            _unit,
            _ahead,
            _margin,
            _discount,
            _missing,
            _forms.Json,
            _forms.Svg,
        };
        lifetime.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return lifetime;
    }

    int Run(ParseResult parsed, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        return Asked(parsed).Refused(out var refusal, out var ask)
            ? terminal.Refuse(refusal)
            : terminal.Answer(
                parsed.GetRequiredValue(_file),
                (file, progress) =>
                    ask.Staying.Count > 0
                        ? Cohorts(parsed, terminal, ask, file, progress, stop)
                        : Purchases(parsed, terminal, ask, file, progress, stop)
            );
    }

    Refusal? Purchases(
        ParseResult parsed,
        Terminal terminal,
        LifetimeAsk ask,
        DataFile file,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (ReadPurchases.Run(file, ask, progress, stop).Refused(out var refusal, out var customers))
            return refusal;
        if (PurchaseFindings.Of(ask, customers, progress).Refused(out refusal, out var found))
            return refusal;
        return _forms.Give(
            parsed,
            terminal,
            file,
            () => PurchaseJson.Of(found, file.Notes),
            screen => PurchaseReport.Write(screen, found, file.Notes),
            () => LifetimePicture.Of(found, file.Name)
        );
    }

    Refusal? Cohorts(
        ParseResult parsed,
        Terminal terminal,
        LifetimeAsk ask,
        DataFile file,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (ReadCohorts.Run(file, ask, progress, stop).Refused(out var refusal, out var cohorts))
            return refusal;
        var found = CohortFindings.Of(ask, cohorts);
        return _forms.Give(
            parsed,
            terminal,
            file,
            () => CohortJson.Of(found, file.Notes),
            screen => CohortReport.Write(screen, found, file.Notes),
            () => LifetimePicture.Of(found, file.Name)
        );
    }

    Outcome<LifetimeAsk> Asked(ParseResult parsed)
    {
        var order = AnalyzeSurvey.Order(parsed.GetValue(_dates));
        CalendarPeriod? until = null;
        if (parsed.GetValue(_until) is { } day && (until = SeriesDates.Read(day, order)) is null)
            return new Refusal($"--until: “{day}” is not a date. Write it as 2026-03-31.");
        if (parsed.GetValue(_ahead) < 1)
            return new Refusal("--ahead: look 1 or more units of time ahead.");
        if (!(parsed.GetValue(_margin) is > 0 and <= 100))
            return new Refusal("--margin is what stays of a purchase's value, in percent: above 0, at most 100.");
        if (parsed.GetValue(_discount) is { } loss && !(loss is >= 0 and < 100))
            return new Refusal("--discount is a loss of worth in percent: 0 or more, below 100.");
        if (parsed.GetValue(_payment) is { } payment && !(payment > 0 && double.IsFinite(payment)))
            return new Refusal("--payment is what one renewal brings: a number above zero.");
        if (parsed.GetValue(_startedWith) is { } start && !(start >= 1 && double.IsFinite(start)))
            return new Refusal("--started-with is a number of customers: 1 or more.");
        var ask = new LifetimeAsk
        {
            Amount = parsed.GetValue(_amount),
            Until = until,
            DateOrder = order,
            Spend = parsed.GetValue(_spend),
            Staying = parsed.GetValue(_staying) ?? [],
            StartedWith = parsed.GetValue(_startedWith),
            Payment = parsed.GetValue(_payment),
            Unit = parsed.GetValue(_unit) is { } unit ? Enum.Parse<TimeUnit>(unit, ignoreCase: true) : TimeUnit.Period,
            Ahead = parsed.GetValue(_ahead),
            Margin = parsed.GetValue(_margin) / 100,
            Discount = parsed.GetValue(_discount) / 100,
            Missing = MissingCodes.Split(parsed.GetValue(_missing)),
        };
        return Form(parsed, ask);
    }

    /// <summary>One of the three forms, whole, and no column of another.</summary>
    Outcome<LifetimeAsk> Form(ParseResult parsed, LifetimeAsk ask)
    {
        string?[] purchases = [parsed.GetValue(_customer), parsed.GetValue(_date)];
        string?[] customers = [parsed.GetValue(_frequency), parsed.GetValue(_recency), parsed.GetValue(_age)];
        if (customers.All(column => column is not null) && purchases is [_, null])
            (ask, purchases) = (ask with { Name = purchases[0] }, [null, null]);
        var forms =
            (purchases.Append(ask.Amount).Any(column => column is not null) ? 1 : 0)
            + (customers.Append(ask.Spend).Any(column => column is not null) ? 1 : 0)
            + (ask.Staying.Count > 0 ? 1 : 0);
        if (forms == 1 && ask.Staying.Count > 0)
            return ask is { Payment: not null, Discount: 0 }
                ? new Refusal(
                    "--discount: renewals may go on for ever, so what they are worth needs a loss above 0; 10 is usual."
                )
                : ask;
        if (forms == 1 && purchases is [{ } who, { } when])
            return ask with { Purchases = (who, when), Unit = ask.Unit is TimeUnit.Period ? TimeUnit.Week : ask.Unit };
        if (forms == 1 && customers is [{ } frequency, { } recency, { } age])
            return ask with { Customers = (frequency, recency, age) };
        return new Refusal(
            "Say what a row of the file is, in one way: a purchase (--customer and --date, perhaps --amount); a customer (--frequency, --recency and --age, perhaps --spend); or a period of a cohort (--staying)."
        );
    }
}

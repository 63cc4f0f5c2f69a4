using System.CommandLine;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Options that say what becomes of rows that share a date or a period, for every verb that reads a series.</summary>
sealed class PeriodOptions
{
    readonly Option<bool> _sum = new("--sum") { Description = "Values of one date or one period are added up." };
    readonly Option<bool> _mean = new("--mean") { Description = "Values of one date or one period are averaged." };
    readonly Option<bool> _rows = new("--rows")
    {
        Description = "The rows themselves are counted: a log of events, one a row. Needs no --value.",
    };
    readonly Option<string?> _to = new("--to")
    {
        HelpName = "day|week|month|quarter|year",
        Description = "Puts rows together by a longer period; the first and the last are left out where they are cut.",
    };
    readonly Option<string?> _absent = new("--absent")
    {
        HelpName = "zero|gap",
        Description = "What a period without a row means where events are counted: none happened, or it is not known.",
    };

    readonly Option<string?> _from = new("--from")
    {
        HelpName = "YYYY-MM-DD",
        Description = "The first day looked at; of a log, from when it was kept.",
    };
    readonly Option<string?> _until = new("--until")
    {
        HelpName = "YYYY-MM-DD",
        Description = "The last day looked at; of a log, until when it was kept, for silence at its end counts too.",
    };

    public PeriodOptions()
    {
        _to.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        _absent.AcceptOnlyFromAmong("zero", "gap");
    }

    public static Option<string?> Every()
    {
        Option<string?> every = new("--every")
        {
            HelpName = "day|week|month|quarter|year",
            Description = "How often it is measured, where the dates leave it open.",
        };
        every.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        return every;
    }

    /// <param name="rows">Whether the verb can count rows: a tie needs two columns of figures.</param>
    public void AddTo(Command command, bool rows = true)
    {
        foreach (var option in new Option[] { _sum, _mean, _to, _absent, _from, _until })
            command.Options.Add(option);
        if (rows)
            command.Options.Add(_rows);
    }

    /// <summary>Whether rows are counted, so that no column of figures is needed.</summary>
    public bool CountsRows(ParseResult parsed) => parsed.GetValue(_rows);

    public Outcome<SeriesAsk> Of(ParseResult parsed, SeriesAsk ask)
    {
        var together = new (bool Asked, Together How)[]
        {
            (parsed.GetValue(_sum), Together.Sum),
            (parsed.GetValue(_mean), Together.Mean),
            (parsed.GetValue(_rows), Together.Rows),
        }
            .Where(option => option.Asked)
            .ToList();
        if (together.Count > 1)
            return new Refusal("--sum, --mean and --rows are three ways to put rows together. Ask for one of them.");
        if (together is [(_, Together.Mean)] && ask.Counts)
            return new Refusal(
                "--mean: a mean of counts is no count any more. Add them up with --sum, or leave --count out."
            );
        if (parsed.GetValue(_from) is { } begins && SeriesDates.Read(begins, ask.DateOrder) is null)
            return new Refusal($"--from: “{begins}” is not a date. Write it as 2026-03-31.");
        if (parsed.GetValue(_until) is { } ends && SeriesDates.Read(ends, ask.DateOrder) is null)
            return new Refusal($"--until: “{ends}” is not a date. Write it as 2026-03-31.");
        var (from, until) = (
            SeriesDates.Read(parsed.GetValue(_from) ?? "", ask.DateOrder)?.First,
            SeriesDates.Read(parsed.GetValue(_until) ?? "", ask.DateOrder)?.Last
        );
        if (until < from)
            return new Refusal("--until: it lies before --from.");
        return ask with
        {
            From = from,
            Until = until,
            Together = together is [var (_, how)] ? how : null,
            Counts = ask.Counts || together is [(_, Together.Rows)],
            To = parsed.GetValue(_to) is { } to ? Enum.Parse<Cadence>(to, ignoreCase: true) : null,
            Absent = parsed.GetValue(_absent) is { } absent ? Enum.Parse<Absent>(absent, ignoreCase: true) : null,
        };
    }
}

using System.CommandLine;
using Heed.Analytics.Evidence;
using Heed.Analyze;
using Heed.Listen;

namespace Heed.Commands;

/// <summary><c>heed analyze series</c>: did it really move, and did the change do it?</summary>
sealed class AnalyzeSeries
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description =
            "A CSV file with one date and one figure a row, and the names of its columns in the first row; or the address of a metric's page.",
    };
    readonly Option<string?> _date = new("--date")
    {
        HelpName = "COLUMN",
        Description = $"The column with the dates ({SeriesDates.Forms}); or several, as in --date year,month.",
    };
    readonly Option<string?> _value = new("--value")
    {
        HelpName = "COLUMN",
        Description = "The column with the figures. A blank is a gap, not a zero.",
    };
    readonly Option<string?> _change = new("--change")
    {
        HelpName = "YYYY-MM-DD",
        Description = "The day from which a change was there: asks whether it did anything.",
    };
    readonly Option<double?> _predict = new("--predict")
    {
        HelpName = "N",
        Description =
            "What the change was predicted to do: -7 for seven less; with --count a ratio, 0.9 for a tenth fewer.",
    };
    readonly Option<string?> _wanted = new("--wanted")
    {
        HelpName = "up|down|LOW..HIGH",
        Description = "Which way is better, or between which values. A prediction says a way too.",
    };
    readonly Option<bool> _count = new("--count")
    {
        Description = "The figures count events (calls, complaints): the effect is a ratio of rates.",
    };
    readonly Option<string?> _population = new("--population")
    {
        HelpName = "COLUMN",
        Description = "Among how many the events were counted (customers, sales).",
    };
    readonly Option<double> _per = new("--per")
    {
        HelpName = "100000",
        DefaultValueFactory = _ => SeriesAsk.UsualBase,
        Description = "The base of the rate that a population makes.",
    };
    readonly Option<int> _lag = new("--lag")
    {
        HelpName = "0",
        Description = "How many periods the effect needs to arrive; they count for neither side.",
    };
    readonly Option<string?> _season = new("--season")
    {
        HelpName = "auto|none|year|week",
        Description =
            "The time of year by rule (months, 24 points or more) and weekdays by a test; neither; or always that one.",
    };
    readonly Option<string?> _method = new("--method")
    {
        HelpName = "auto|published|step|newey-west|ar1",
        Description =
            "How the effect is estimated, when the rule is not to choose; published: segmented regression, for counts quasi-Poisson.",
    };
    readonly Option<string?> _baseline = new("--baseline")
    {
        HelpName = "FROM..TO",
        Description = "The stretch that says what is usual: 1871..1898, 2025-01..2025-06.",
    };
    readonly Option<string?> _limits = new("--limits")
    {
        HelpName = "wheeler|unrounded|screened",
        Description = "2.66 and 3.268 as printed; 3/1.128 as in the NIST handbook; outlying ranges left out once.",
    };
    readonly Option<string?> _rules = new("--rules")
    {
        HelpName = "wheeler|making-data-count",
        Description = "Outside, 8 on a side, 3 of 4 near a limit; or those of the NHS.",
    };
    readonly Option<string?> _every = PeriodOptions.Every();
    readonly Option<string?> _dates = AnalyzeSurvey.DateOption();
    readonly Option<string?> _compare = new("--compare")
    {
        HelpName = "COLUMN[=DATE][,…]",
        Description =
            "A column of the same file that the change did not touch (another shop, another line), or three and more of them. Naming them is your word for that; their moves are then not taken for the effect. With a date: it got the change too, from then on (five others or more).",
    };
    readonly Option<double?> _target = new("--target")
    {
        HelpName = "N",
        Description =
            "What the figures are to reach (--wanted up) or to stay under (--wanted down): asks whether they will, as things are.",
    };
    readonly Option<string?> _by = new("--by")
    {
        HelpName = "COLUMN",
        Description =
            "One series for each value of a column (a shop, a team); what one of many shows is judged as one of many.",
    };
    readonly PeriodOptions _periods = new();
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeSeries().Command();

    Command Command()
    {
        _season.AcceptOnlyFromAmong("auto", "none", "year", "week");
        _method.AcceptOnlyFromAmong("auto", "published", "step", "newey-west", "ar1");
        _limits.AcceptOnlyFromAmong("wheeler", "unrounded", "screened");
        _rules.AcceptOnlyFromAmong("wheeler", "making-data-count");
        Command series = new(
            "series",
            """
            Did it really move? Did the change do it?

              heed analyze series calls.csv --date week --value calls
              heed analyze series calls.csv --date week --value calls --change 2026-03-02 --predict -7 --wanted down
              heed analyze series sicily.csv --date year,month --value aces --count --population stdpop --change 2005-01-01 --wanted down
              heed analyze series shops.csv --date month --value downtown --change 2026-01-01 --wanted up --compare airport
              heed analyze series branches.csv --date week --value leeds --change 2026-01-05 --wanted up --compare york,hull,bath,derby
              heed analyze series branches.csv --date week --value leeds --change 2026-01-05 --wanted up --compare york=2026-03-02,hull,bath,derby,ripon
              heed analyze series calls.csv --date week --value calls --target 60 --wanted down
              heed analyze series log.csv --date received --rows --to week --absent zero
              HEED_TOKEN=… heed analyze series https://heed.example/metrics/0197…
            """
        )
        {
            _file,
            _date,
            _value,
            _change,
            _predict,
            _wanted,
            _count,
            _population,
            _per,
            _lag,
            _season,
            _method,
            _baseline,
            _limits,
            _rules,
            _every,
            _dates,
            _compare,
            _target,
            _by,
            _forms.Json,
            _forms.Svg,
        };
        _periods.AddTo(series);
        series.SetAction(
            (parsed, stop) =>
                Terminal.Of(parsed).Of(parsed.GetRequiredValue(_file), source => Run(parsed, source, stop), stop)
        );
        return series;
    }

    int Run(ParseResult parsed, SeriesSource source, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        return Asked(parsed, source).Refused(out var refusal, out var ask)
            ? terminal.Refuse(refusal)
            : terminal.Answer(
                source.Path,
                (file, progress) =>
                {
                    if (ReadSeriesFile.Each(file, ask, progress, stop).Refused(out var refusal, out var all))
                        return refusal;
                    if (ask.By is not null)
                        return SeriesOfEachReport.Give(parsed, terminal, _forms, file, ask, all);
                    var series = all[0].Series;
                    var others = new List<Series>();
                    foreach (var compare in ask.Compare)
                    {
                        if (
                            ReadSeriesFile.Other(file, ask, compare, progress, stop).Refused(out refusal, out var other)
                        )
                            return refusal;
                        others.Add(other);
                    }
                    var asked = ask.Of(all[0], parsed.GetValue(_change));
                    if (SeriesFindings.Of(asked, series, others, all[0].Events).Refused(out refusal, out var found))
                        return refusal;
                    return _forms.Give(
                        parsed,
                        terminal,
                        file,
                        () => SeriesJson.Of(found, file.Notes),
                        screen => SeriesReport.Write(screen, found, file.Name, file.Notes),
                        () => SeriesPicture.Of(found, file.Name)
                    );
                },
                source
            );
    }

    Outcome<SeriesAsk> Asked(ParseResult parsed, SeriesSource source)
    {
        if (source.Date(parsed.GetValue(_date)) is not { } date)
            return new Refusal("Name the column with the dates by --date.");
        var value = source.Value(parsed.GetValue(_value));
        if (value is null && !_periods.CountsRows(parsed))
            return new Refusal("Name the column with the figures by --value, or count the rows of a log with --rows.");
        if (parsed.GetValue(_by) is not null && parsed.GetValue(_compare) is not null)
            return new Refusal("--by makes a series of each, and --compare judges one by others. Ask for one of them.");
        var order = AnalyzeSurvey.Order(parsed.GetValue(_dates));
        CalendarPeriod? change = null;
        if (parsed.GetValue(_change) is { } on && (change = SeriesDates.Read(on, order)) is null)
            return new Refusal($"--change: “{on}” is not a date. Write it as 2026-03-31.");
        if (change is null && parsed.GetValue(_predict) is not null)
            return new Refusal("--predict says what a change was to do, and no change is named: add --change DATE.");
        if (SeriesOptions.Baseline(parsed.GetValue(_baseline), order).Refused(out var refusal, out var baseline))
            return refusal;
        if (parsed.GetValue(_lag) < 0)
            return new Refusal("--lag: an effect cannot come before its change; give 0 or more periods.");
        if (!(parsed.GetValue(_per) > 0 && double.IsFinite(parsed.GetValue(_per))))
            return new Refusal("--per: the base of a rate is a number above zero, 100000 for “per 100,000 customers”.");
        if (SeriesOptions.Wanted(parsed.GetValue(_wanted)).Refused(out refusal, out var wish))
            return refusal;
        wish = source.Wish(wish, change is not null);
        if (wish.Range is not null && change is not null)
            return new Refusal("--wanted: a change is judged by a direction, not by a range. Say up or down.");
        var counts = parsed.GetValue(_count) || _periods.CountsRows(parsed);
        if (parsed.GetValue(_target) is { } target)
        {
            if (!double.IsFinite(target))
                return new Refusal("--target: a target is a number.");
            if (wish.Way is null)
                return new Refusal(
                    "--target: whether it is to be reached or stayed under is not said. Add --wanted up or --wanted down."
                );
        }
        if (Compared(parsed, value, change is not null, order).Refused(out refusal, out var compared))
            return refusal;
        if (counts && parsed.GetValue(_method) is "newey-west" or "ar1")
            return new Refusal(
                "--method: counts take auto or step; newey-west and ar1 are for values and rates, without --count."
            );
        SeriesAsk ask = new(date, value ?? SeriesAsk.RowsThemselves)
        {
            By = parsed.GetValue(_by),
            DateOrder = order,
            Every = parsed.GetValue(_every) is { } every ? Enum.Parse<Cadence>(every, ignoreCase: true) : null,
            Counts = counts,
            Population = parsed.GetValue(_population),
            Per = parsed.GetValue(_per),
            Change = change,
            Predicted = parsed.GetValue(_predict),
            Wanted = wish.Way,
            WantedRange = wish.Range,
            Baseline = baseline.Value,
            Limits = SeriesOptions.Limits(parsed.GetValue(_limits)),
            Rules = parsed.GetValue(_rules) is "making-data-count" ? RuleSet.MakingDataCount : RuleSet.Wheeler,
            Method = SeriesOptions.Method(parsed.GetValue(_method), counts),
            Seasons = SeriesOptions.Season(parsed.GetValue(_season)),
            Weekdays = SeriesOptions.Weekdays(parsed.GetValue(_season)),
            Lag = parsed.GetValue(_lag),
            Compare = compared.Names,
            ReachedFrom = compared.ReachedFrom,
            Target = parsed.GetValue(_target),
        };
        return _periods.Of(parsed, ask).Refused(out refusal, out ask!) ? refusal : source.Told(ask);
    }

    /// <summary>The columns that <c>--compare</c> names; none where it is left out.</summary>
    Outcome<ComparedColumns> Compared(ParseResult parsed, string? value, bool hasChange, DateOrder order)
    {
        if (parsed.GetValue(_compare) is not { } columns)
            return ComparedColumns.None;
        if (!hasChange)
            return new Refusal("--compare is for judging a change, and no change is named: add --change DATE.");
        return
            parsed.GetValue(_count)
            || _periods.CountsRows(parsed)
            || parsed.GetValue(_population) is not null
            || parsed.GetValue(_method) is not (null or "auto")
            ? new Refusal(
                "--compare works on figures as they are, by a method of its own: leave --count, --population and --method out."
            )
            : ComparedColumns.Read(columns, value!, order);
    }
}

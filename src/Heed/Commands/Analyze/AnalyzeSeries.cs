using System.CommandLine;
using Heed.Analytics.Evidence;
using Heed.Listen;

namespace Heed.Commands.Analyze;

/// <summary><c>heed analyze series</c>: did it really move, and did the change do it?</summary>
static class AnalyzeSeries
{
    static readonly Argument<string> File = new("FILE.csv")
    {
        Description = "A CSV file with one date and one figure a row, and the names of its columns in the first row.",
    };
    static readonly Option<string> Date = new("--date")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = $"The column with the dates ({SeriesDates.Forms}); or several, as in --date year,month.",
    };
    static readonly Option<string> Value = new("--value")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The column with the figures. A blank is a gap, not a zero.",
    };
    static readonly Option<string?> Change = new("--change")
    {
        HelpName = "YYYY-MM-DD",
        Description = "The day from which a change was there: asks whether it did anything.",
    };
    static readonly Option<double?> Predict = new("--predict")
    {
        HelpName = "N",
        Description =
            "What the change was predicted to do: -7 for seven less; with --count a ratio, 0.9 for a tenth fewer.",
    };
    static readonly Option<string?> Wanted = new("--wanted")
    {
        HelpName = "up|down",
        Description = "Which way is better. A prediction says it too.",
    };
    static readonly Option<bool> Count = new("--count")
    {
        Description = "The figures count events (calls, complaints): the effect is a ratio of rates.",
    };
    static readonly Option<string?> Population = new("--population")
    {
        HelpName = "COLUMN",
        Description = "Among how many the events were counted (customers, sales).",
    };
    static readonly Option<double> Per = new("--per")
    {
        HelpName = "100000",
        DefaultValueFactory = _ => SeriesAsk.UsualBase,
        Description = "The base of the rate that a population makes.",
    };
    static readonly Option<int> Lag = new("--lag")
    {
        HelpName = "0",
        Description = "How many periods the effect needs to arrive; they count for neither side.",
    };
    static readonly Option<string?> Season = new("--season")
    {
        HelpName = "auto|none|year",
        Description = "The time of year: by rule (months, 24 points or more), left out, or always in.",
    };
    static readonly Option<string?> Method = new("--method")
    {
        HelpName = "auto|step|newey-west|ar1",
        Description = "How the effect is estimated, when the rule is not to choose.",
    };
    static readonly Option<string?> Baseline = new("--baseline")
    {
        HelpName = "FROM..TO",
        Description = "The stretch that says what is usual: 1871..1898, 2025-01..2025-06.",
    };
    static readonly Option<string?> Limits = new("--limits")
    {
        HelpName = "wheeler|unrounded|screened",
        Description = "2.66 and 3.268 as printed; 3/1.128 as in the NIST handbook; outlying ranges left out once.",
    };
    static readonly Option<string?> Rules = new("--rules")
    {
        HelpName = "wheeler|making-data-count",
        Description = "Outside, 8 on a side, 3 of 4 near a limit; or those of the NHS.",
    };
    static readonly Option<string?> Every = new("--every")
    {
        HelpName = "day|week|month|quarter|year",
        Description = "How often it is measured, where the dates leave it open.",
    };
    static readonly Option<string?> Dates = AnalyzeSurvey.DateOption();
    static readonly Option<bool> Json = new("--json")
    {
        Description = "The figures for programs; what is unknown is null, with a sentence.",
    };

    public static Command Build()
    {
        Wanted.AcceptOnlyFromAmong("up", "down");
        Season.AcceptOnlyFromAmong("auto", "none", "year");
        Method.AcceptOnlyFromAmong("auto", "step", "newey-west", "ar1");
        Limits.AcceptOnlyFromAmong("wheeler", "unrounded", "screened");
        Rules.AcceptOnlyFromAmong("wheeler", "making-data-count");
        Every.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        Command series = new(
            "series",
            """
            Did it really move? Did the change do it?

              heed analyze series calls.csv --date week --value calls
              heed analyze series calls.csv --date week --value calls --change 2026-03-02 --predict -7 --wanted down
              heed analyze series sicily.csv --date year,month --value aces --count --population stdpop --change 2005-01-01 --wanted down
            """
        )
        {
            File,
            Date,
            Value,
            Change,
            Predict,
            Wanted,
            Count,
            Population,
            Per,
            Lag,
            Season,
            Method,
            Baseline,
            Limits,
            Rules,
            Every,
            Dates,
            Json,
        };
        series.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return series;
    }

    static int Run(ParseResult parsed, CancellationToken stop) =>
        Asked(parsed).Refused(out var refusal, out var ask)
            ? AnalyzeCommand.Refuse(refusal)
            : AnalyzeCommand.Run(
                parsed.GetRequiredValue(File),
                (file, progress) =>
                {
                    if (ReadSeriesFile.Run(file, ask, progress, stop).Refused(out var refusal, out var series))
                        return refusal;
                    if (SeriesFindings.Of(ask, series).Refused(out refusal, out var found))
                        return refusal;
                    if (parsed.GetValue(Json))
                        AnalyzeCommand.Write(SeriesJson.Of(found, file.Notes));
                    else
                        SeriesReport.Write(Screen.ToStandardOutput(), found, file.Name, file.Notes);
                    return null;
                }
            );

    static Outcome<SeriesAsk> Asked(ParseResult parsed)
    {
        var order = AnalyzeSurvey.Order(parsed.GetValue(Dates));
        Dated? change = null;
        if (parsed.GetValue(Change) is { } on && (change = SeriesDates.Read(on, order)) is null)
            return new Refusal($"--change: “{on}” is not a date. Write it as 2026-03-31.");
        if (change is null && parsed.GetValue(Predict) is not null)
            return new Refusal("--predict says what a change was to do, and no change is named: add --change DATE.");
        if (Between(parsed.GetValue(Baseline), order).Refused(out var refusal, out var baseline))
            return refusal;
        if (parsed.GetValue(Lag) < 0)
            return new Refusal("--lag: an effect cannot come before its change; give 0 or more periods.");
        if (!(parsed.GetValue(Per) > 0 && double.IsFinite(parsed.GetValue(Per))))
            return new Refusal("--per: the base of a rate is a number above zero, 100000 for “per 100,000 customers”.");
        var counts = parsed.GetValue(Count);
        if (counts && parsed.GetValue(Method) is "newey-west" or "ar1")
            return new Refusal(
                "--method: counts take auto or step; newey-west and ar1 are for values and rates, without --count."
            );
        return new SeriesAsk(parsed.GetRequiredValue(Date), parsed.GetRequiredValue(Value))
        {
            DateOrder = order,
            Every = parsed.GetValue(Every) is { } every ? Enum.Parse<Cadence>(every, ignoreCase: true) : null,
            Counts = counts,
            Population = parsed.GetValue(Population),
            Per = parsed.GetValue(Per),
            Change = change,
            Predicted = parsed.GetValue(Predict),
            Wanted = parsed.GetValue(Wanted) is { } wanted ? Enum.Parse<Direction>(wanted, ignoreCase: true) : null,
            Baseline = baseline.Value,
            Limits = parsed.GetValue(Limits) switch
            {
                "unrounded" => BandSettings.Unrounded,
                "screened" => BandSettings.Screened,
                _ => BandSettings.Wheeler,
            },
            Rules = parsed.GetValue(Rules) is "making-data-count" ? RuleSet.MakingDataCount : RuleSet.Wheeler,
            Method = parsed.GetValue(Method) switch
            {
                "step" => counts ? EffectMethod.QuasiPoissonStepOnly : EffectMethod.StepOnly,
                "newey-west" => EffectMethod.SegmentedNeweyWest,
                "ar1" => EffectMethod.SegmentedAutoregressive,
                _ => null,
            },
            Seasons = parsed.GetValue(Season) switch
            {
                "none" => Seasons.None,
                "year" => Seasons.TwoPairs,
                _ => Seasons.ByRule,
            },
            Lag = parsed.GetValue(Lag),
        };
    }

    readonly record struct Stretch(Window? Value);

    static Outcome<Stretch> Between(string? text, DateOrder order)
    {
        if (text is null)
            return new Stretch(null);
        var ends = text.Split("..");
        if (
            ends is not [var from, var to]
            || SeriesDates.Read(from, order) is not { } first
            || SeriesDates.Read(to, order) is not { } last
        )
            return new Refusal(
                $"--baseline: “{text}” is not a stretch of time. Write its first and its last date: 2025-01..2025-06."
            );
        return last.Last < first.First
            ? new Refusal($"--baseline: it ends ({to}) before it begins ({from}).")
            : new Stretch(new Window(first.First, last.Last));
    }
}

using System.CommandLine;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze plan</c>: what could be seen, before anything is tried or asked.</summary>
sealed class AnalyzePlan
{
    readonly Argument<string?> _file = new("FILE.csv")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "For a trial: a CSV file with one date and one figure a row, or the address of a metric's page. For a survey: none.",
    };
    readonly Option<string?> _date = new("--date") { HelpName = "COLUMN", Description = "The column with the dates." };
    readonly Option<string?> _value = new("--value")
    {
        HelpName = "COLUMN",
        Description = "The column with the figures that a trial is to move.",
    };
    readonly Option<string?> _change = new("--change")
    {
        HelpName = "YYYY-MM-DD",
        Description = "The day from which the change is to be there; without it, right after the last figure.",
    };
    readonly Option<int> _after = new("--after")
    {
        HelpName = "8",
        DefaultValueFactory = _ => 8,
        Description = "How many periods are to be measured after it.",
    };
    readonly Option<double?> _predict = Number(
        "--predict",
        "N",
        "What the change is predicted to do: -7 for seven less."
    );
    readonly Option<string?> _every = PeriodOptions.Every();
    readonly Option<string?> _dates = AnalyzeSurvey.DateOption();
    readonly Option<string?> _kind = new("--kind")
    {
        HelpName = "recommend|share|mean",
        Description = "For a survey: which score is to be known.",
    };
    readonly Option<double?> _margin = Number("--margin", "5", "How near it is to be known: 5 for plus or minus five.");
    readonly Option<double?> _difference = Number("--difference", "5", "Which difference of two waves is to be seen.");
    readonly Option<int?> _answers = new("--answers")
    {
        HelpName = "400",
        Description = "How many answers a wave will have: says what they could show.",
    };
    readonly Option<double?> _percent = Number(
        "--percent",
        "50",
        "The share to be expected, in percent; 50 needs most."
    );
    readonly Option<double?> _promoters = Number("--promoters", "45", "The promoters to be expected, in percent.");
    readonly Option<double?> _detractors = Number("--detractors", "20", "The detractors to be expected, in percent.");
    readonly Option<double?> _deviation = Number(
        "--deviation",
        "1.1",
        "The standard deviation of answers, for a mean."
    );
    readonly Option<double?> _rate = Number("--response-rate", "20", "How many of those asked answer, in percent.");
    readonly PeriodOptions _periods = new();
    readonly AnswerForms _forms = new();

    static Option<double?> Number(string name, string example, string description) =>
        new(name) { HelpName = example, Description = description };

    public static Command Build() => new AnalyzePlan().Command();

    Command Command()
    {
        _kind.AcceptOnlyFromAmong("recommend", "share", "mean");
        Command plan = new(
            "plan",
            """
            What could be seen? Ask before a trial starts, or before a survey goes out.

              heed analyze plan calls.csv --date week --value calls --predict -7 --after 8
              HEED_TOKEN=… heed analyze plan https://heed.example/metrics/0197… --predict -7 --after 8
              heed analyze plan --kind recommend --margin 5 --response-rate 20
              heed analyze plan --kind share --percent 80 --difference 5
              heed analyze plan --kind mean --deviation 1.1 --answers 400 --svg plan.svg
            """
        )
        {
            _file,
            _date,
            _value,
            _change,
            _after,
            _predict,
            _every,
            _dates,
            _kind,
            _margin,
            _difference,
            _answers,
            _percent,
            _promoters,
            _detractors,
            _deviation,
            _rate,
            _forms.Json,
            _forms.Svg,
        };
        _periods.AddTo(plan);
        plan.SetAction(Run);
        return plan;
    }

    Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        return parsed.GetValue(_file) is { } file
            ? terminal.Of(file, source => OfTrial(parsed, terminal, source, stop), stop)
            : Task.FromResult(OfSurvey(parsed, terminal));
    }

    int OfTrial(ParseResult parsed, Terminal terminal, SeriesSource source, CancellationToken stop) =>
        Trial(parsed, source).Refused(out var refusal, out var trial)
            ? terminal.Refuse(refusal)
            : terminal.Answer(
                source.Path,
                (file, progress) => OfTrial(parsed, terminal, trial, file, progress, stop),
                source
            );

    int OfSurvey(ParseResult parsed, Terminal terminal) =>
        Survey(parsed).Refused(out var wrong, out var survey)
            ? terminal.Refuse(wrong)
            : terminal.Answer(() =>
            {
                var found = SurveyPlan.Of(survey);
                return _forms.Give(
                    parsed,
                    terminal,
                    null,
                    () => SurveyPlanJson.Of(found),
                    screen => SurveyPlanReport.Write(screen, found),
                    () => PlanPicture.Of(found)
                );
            });

    Refusal? OfTrial(
        ParseResult parsed,
        Terminal terminal,
        TrialAsk ask,
        DataFile file,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (ReadSeriesFile.Run(file, ask.Series, progress, stop).Refused(out var refusal, out var series))
            return refusal;
        if (SeriesFindings.WeekOf(ask.Series, series) is { } week)
        {
            series = week.Without(series);
            file.Notes.Add(
                $"The days of the week differ ({week.InWords}): that pattern is no noise and was taken out first."
            );
        }
        var found = TrialPlan.Of(ask, series);
        return _forms.Give(
            parsed,
            terminal,
            file,
            () => TrialPlanJson.Of(found, file.Notes),
            screen => TrialPlanReport.Write(screen, found, file.Notes),
            () => PlanPicture.Of(found, file.Name)
        );
    }

    Outcome<TrialAsk> Trial(ParseResult parsed, SeriesSource source)
    {
        if (parsed.GetValue(_kind) is not null)
            return new Refusal(
                "--kind plans a survey and needs no file; a file plans a trial, with --date and --value. Ask for one of them."
            );
        var value =
            source.Value(parsed.GetValue(_value)) ?? (_periods.CountsRows(parsed) ? SeriesAsk.RowsThemselves : null);
        if (source.Date(parsed.GetValue(_date)) is not { } date || value is null)
            return new Refusal("A trial is planned on a series: name its columns with --date and --value.");
        var order = AnalyzeSurvey.Order(parsed.GetValue(_dates));
        CalendarPeriod? change = null;
        if (parsed.GetValue(_change) is { } on && (change = SeriesDates.Read(on, order)) is null)
            return new Refusal($"--change: “{on}” is not a date. Write it as 2026-03-31.");
        if (parsed.GetValue(_after) is < 1 or > 100_000)
            return new Refusal("--after: measure 1 to 100,000 periods after the change.");
        if (parsed.GetValue(_predict) is { } predicted && (predicted == 0 || !double.IsFinite(predicted)))
            return new Refusal("--predict: no change cannot be seen to happen. Say by how much the figure is to move.");
        SeriesAsk read = new(date, value)
        {
            DateOrder = order,
            Every = parsed.GetValue(_every) is { } every ? Enum.Parse<Cadence>(every, ignoreCase: true) : null,
        };
        if (_periods.Of(parsed, read).Refused(out var refusal, out var series))
            return refusal;
        return new TrialAsk(source.Told(series), change?.First, parsed.GetValue(_after), parsed.GetValue(_predict));
    }

    Outcome<SurveyPlanAsk> Survey(ParseResult parsed)
    {
        if (parsed.GetValue(_kind) is not { } kind)
            return new Refusal(
                "Name a file for a trial (--date, --value), or for a survey the score that is to be known: --kind recommend, share or mean."
            );
        foreach (var (name, value, most) in Limits(parsed))
            if (value is { } given && !(given > 0 && given < most))
                return new Refusal(
                    $"{name}: a number above zero{(double.IsFinite(most) ? $" and below {most:0}" : "")} is needed."
                );
        if (parsed.GetValue(_answers) < 1)
            return new Refusal("--answers: a wave has 1 answer or more.");
        if ((parsed.GetValue(_margin), parsed.GetValue(_difference), parsed.GetValue(_answers)) is (null, null, null))
            return new Refusal(
                "Say what is wanted: --margin (how near), --difference (of two waves), or --answers (what so many could show)."
            );
        var (promoters, detractors) = (parsed.GetValue(_promoters), parsed.GetValue(_detractors));
        if (promoters is null != detractors is null || promoters + detractors > 100)
            return new Refusal("--promoters and --detractors go together, and add up to 100 percent at most.");
        if (kind is "mean" && parsed.GetValue(_deviation) is null)
            return new Refusal(
                "--deviation is needed for a mean: how far answers lie from their mean in an earlier wave; on a scale of 1 to 5 it is often about 1.1."
            );
        var percent = parsed.GetValue(_percent) ?? 50;
        if (kind is "share" && parsed.GetValue(_difference) > SampleSize.MostOfShares(percent))
            return new Refusal(
                $"--difference: a share of {percent:0.#} % can move by {SampleSize.MostOfShares(percent):0.#} percentage points at most."
            );
        return new SurveyPlanAsk(Enum.Parse<PlannedScore>(kind, ignoreCase: true))
        {
            Margin = parsed.GetValue(_margin),
            Difference = parsed.GetValue(_difference),
            Answers = parsed.GetValue(_answers),
            Percent = percent,
            Promoters = promoters,
            Detractors = detractors,
            Deviation = parsed.GetValue(_deviation),
            ResponseRate = parsed.GetValue(_rate),
        };
    }

    IEnumerable<(string Name, double? Value, double Most)> Limits(ParseResult parsed)
    {
        var most = parsed.GetValue(_kind) switch
        {
            "mean" => double.PositiveInfinity,
            "share" => 100,
            _ => 200,
        };
        yield return ("--margin", parsed.GetValue(_margin), most);
        yield return ("--difference", parsed.GetValue(_difference), most);
        yield return ("--percent", parsed.GetValue(_percent), 100);
        yield return ("--promoters", parsed.GetValue(_promoters), 100);
        yield return ("--detractors", parsed.GetValue(_detractors), 100);
        yield return ("--deviation", parsed.GetValue(_deviation), double.PositiveInfinity);
        yield return ("--response-rate", parsed.GetValue(_rate), 101);
    }
}

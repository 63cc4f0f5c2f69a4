using System.CommandLine;
using Heed.Analytics.Scores;
using Heed.Analyze;
using Heed.Listen;
using SurveyFindings = Heed.Analyze.SurveyFindings;

namespace Heed.Commands;

/// <summary><c>heed analyze survey</c>: a score with its interval, its distribution and its groups.</summary>
sealed class AnalyzeSurvey
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description =
            "A CSV file with one answer set a row and the names of its columns in the first row; or the address of a survey of a Heed, which knows kind and scale itself (with HEED_TOKEN in the environment).",
    };
    readonly Option<string> _column = new("--score")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The column with the answers, as numbers; of a Heed, the name of the question.",
    };
    readonly Option<string> _kind = new("--kind")
    {
        HelpName = "recommend|satisfaction|effort|mean|share|choice|choices|number",
        Description =
            "recommend: 9 and 10 minus 0 to 6, -100 to 100. satisfaction: percent at the two best points. effort, mean: the mean. share: percent of yes, or of the answers that --counts names. choice: how many chose each option; choices: the same where a cell holds several. number: mean and quartiles of minutes, ages, amounts.",
    };
    readonly Option<string?> _scale = new("--scale")
    {
        HelpName = "1-5",
        Description =
            "Worst and best point: 1-5, 0-10, or 5-1 where 1 is best. Without it 0-10 for recommend, 1-7 for effort, else 1-5.",
    };
    readonly Option<string?> _points = new("--points")
    {
        HelpName = "\"Very satisfied=5,Satisfied=4,…\"",
        Description = "The points of answers in words. A number in a label needs none: “10 - Extremely likely” is 10.",
    };
    readonly Option<string?> _counts = new("--counts")
    {
        HelpName = "\"Bought,Renewed\"",
        Description = "For --kind share: the answers that count; all others do not. Without it yes and no, 1 and 0.",
    };
    readonly Option<string?> _labels = new("--labels")
    {
        HelpName = "\"1=Phone,2=Shop\"",
        Description =
            "The words that codes stand for: of options, or of the groups of --by. With --kind number the numbers: 1=5,2=15.",
    };
    readonly Option<string?> _missing = MissingOption.New();
    readonly Option<string?> _weight = new("--weight")
    {
        HelpName = "COLUMN",
        Description = "For how many people each row stands; the weighted score comes beside the plain one.",
    };
    readonly Option<string[]> _by = new("--by")
    {
        HelpName = "COLUMN",
        Description =
            "A column to compare groups by. Give it again for another column. Of a Heed, an attribute, or “month”.",
    };
    readonly Option<string?> _date = new("--date")
    {
        HelpName = "COLUMN",
        Description = "The day of each answer: adds the score by month, and whether its moves are more than noise.",
    };
    readonly Option<string?> _dates = DateOption();
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeSurvey().Command();

    Command Command()
    {
        _kind.AcceptOnlyFromAmong("recommend", "satisfaction", "effort", "mean", "share", Choice, Choices, Number);
        Command survey = new(
            "survey",
            """
            What do people say, and how sure is it?

              heed analyze survey airport.csv --score NETPRO --kind recommend --missing 11 --weight WEIGHT
              heed analyze survey airport.csv --score Q7ALL --kind satisfaction --scale 1-5 --missing 0,6 --by BAREA
              HEED_TOKEN=… heed analyze survey https://heed.example/listen/surveys/0197… --score nps --by shop
            """
        )
        {
            _file,
            _column,
            _kind,
            _scale,
            _points,
            _counts,
            _labels,
            _missing,
            _weight,
            _by,
            _date,
            _dates,
            _forms.Json,
            _forms.Svg,
        };
        survey.SetAction(
            (parsed, stop) =>
                HeedAddress.Of(parsed.GetRequiredValue(_file)) is { Is: HeedThing.Survey } address
                    ? new SurveyOfHeed(address, [_column, _by, _forms.Json]).Run(
                        parsed,
                        parsed.GetRequiredValue(_column),
                        parsed.GetValue(_by) ?? [],
                        parsed.GetValue(_forms.Json),
                        stop
                    )
                    : Task.FromResult(Run(parsed, stop))
        );
        return survey;
    }

    public static Option<string?> DateOption()
    {
        Option<string?> dates = new("--dates")
        {
            HelpName = "dmy|mdy",
            Description =
                "What 03/04/2026 means, where the dates themselves leave it open: dmy is 3 April, mdy 4 March.",
        };
        dates.AcceptOnlyFromAmong("dmy", "mdy");
        return dates;
    }

    public static DateOrder Order(string? dates) =>
        dates switch
        {
            "dmy" => DateOrder.DayFirst,
            "mdy" => DateOrder.MonthFirst,
            _ => DateOrder.ByEvidence,
        };

    int Run(ParseResult parsed, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        if (parsed.GetValue(_kind) is null)
            return terminal.Refuse(new Refusal($"Say by --kind what {_column.Name} holds: {_kind.HelpName}."));
        if (parsed.GetRequiredValue(_kind) is Choice or Choices or Number)
            return Count(parsed, terminal, stop);
        return Asked(parsed).Refused(out var refusal, out var ask)
            ? terminal.Refuse(refusal)
            : Answer(
                parsed,
                terminal,
                (file, progress) =>
                    CountSurvey.Run(file, ask, progress, stop).Refused(out var refusal, out var counts)
                        ? refusal
                        : SurveyFindings.Of(ask, counts),
                SurveyJson.Of,
                SurveyReport.Write,
                SurveyPicture.Of
            );
    }

    /// <summary>Reads the file and gives what was found in the forms asked for.</summary>
    int Answer<T>(
        ParseResult parsed,
        Terminal terminal,
        Func<DataFile, ReadingProgress, Outcome<T>> run,
        Func<T, IReadOnlyList<string>, object> json,
        Action<Screen, T, string, IReadOnlyList<string>> report,
        Func<T, string, string> picture
    )
        where T : notnull =>
        terminal.Answer(
            parsed.GetRequiredValue(_file),
            (file, progress) =>
                run(file, progress).Refused(out var refusal, out var found)
                    ? refusal
                    : _forms.Give(
                        parsed,
                        terminal,
                        file,
                        () => json(found, file.Notes),
                        screen => report(screen, found, file.Name, file.Notes),
                        () => picture(found, file.Name)
                    )
        );

    int Count(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        (Option Option, bool Given)[] useless =
        [
            (_scale, parsed.GetValue(_scale) is not null),
            (_points, parsed.GetValue(_points) is not null),
            (_counts, parsed.GetValue(_counts) is not null),
            (_weight, parsed.GetRequiredValue(_kind) == Number && parsed.GetValue(_weight) is not null),
            (_by, parsed.GetValue(_by) is { Length: > 0 }),
            (_date, parsed.GetValue(_date) is not null),
        ];
        if (useless.FirstOrDefault(o => o.Given).Option is { } other)
            return terminal.Refuse(
                new Refusal(
                    $"{other.Name} is for scores; {(parsed.GetRequiredValue(_kind) == Number ? "a number is read" : "options are counted")} without it. To compare a score by them, give --by {parsed.GetRequiredValue(_column)} and the score with --score."
                )
            );
        var (column, missing) = (parsed.GetRequiredValue(_column), MissingCodes.Split(parsed.GetValue(_missing)));
        if (Labels(parsed).Refused(out var unread, out var labels))
            return terminal.Refuse(unread);
        if (parsed.GetRequiredValue(_kind) == Number)
        {
            CodeNumbers? codes = null;
            if (labels.Count > 0 && CodeNumbers.Of(labels).Refused(out unread, out codes))
                return terminal.Refuse(new Refusal($"--labels: {unread.Because}"));
            var number = new NumberAsk(column) { Missing = missing, Codes = codes };
            return Answer(
                parsed,
                terminal,
                (file, progress) => CountNumbers.Run(file, number, progress, stop),
                NumberJson.Of,
                NumberReport.Write,
                NumberPicture.Of
            );
        }
        var choice = new ChoiceAsk(column, parsed.GetRequiredValue(_kind) == Choices)
        {
            Missing = missing,
            Weight = parsed.GetValue(_weight),
            Labels = labels,
        };
        return Answer(
            parsed,
            terminal,
            (file, progress) => CountChoices.Run(file, choice, progress, stop),
            ChoiceJson.Of,
            ChoiceReport.Write,
            ChoicePicture.Of
        );
    }

    /// <summary>None where none were given.</summary>
    Outcome<Dictionary<string, string>> Labels(ParseResult parsed) =>
        CodeLabels.Parse(parsed.GetValue(_labels) ?? "").Refused(out var unread, out var labels)
            ? new Refusal($"--labels: {unread.Because}")
            : labels.ToDictionary();

    const string Number = "number";
    const string Choice = "choice";
    const string Choices = "choices";

    Outcome<SurveyAsk> Asked(ParseResult parsed)
    {
        var kind = Enum.Parse<ScoreKind>(parsed.GetRequiredValue(_kind), ignoreCase: true);
        var scale = kind switch
        {
            ScoreKind.Recommend => Scale.ZeroToTen,
            ScoreKind.Effort => Scale.OneToSeven,
            ScoreKind.Share => Scale.Of(0, 1).Value,
            _ => Scale.OneToFive,
        };
        if (parsed.GetValue(_scale) is { } given && Scale.Parse(given).Refused(out var because, out scale))
            return new Refusal($"--scale: {because}");
        // Only the kind and the scale decide here, so two answers at the ends will do.
        if (WhyNot(kind, scale!) is { } misfit)
            return new Refusal($"--scale: {misfit}");
        IReadOnlyDictionary<string, int>? points = null;
        if (parsed.GetValue(_points) is { } written && AnswerPoints.Parse(written).Refused(out var unread, out points))
            return new Refusal($"--points: {unread.Because}");
        if (points?.FirstOrDefault(p => !scale!.Holds(p.Value)) is { Key: { } off } beyond)
            return new Refusal(
                $"--points: “{off}” is given {beyond.Value}, which is no point of the scale {scale}. Correct it, or give the scale with --scale."
            );
        var counts = MissingCodes.Split(parsed.GetValue(_counts));
        if (counts.Length > 0 && (kind is not ScoreKind.Share || points is not null))
            return new Refusal(
                "--counts names the answers of a share: use it with --kind share, and without --points."
            );
        var by = parsed.GetValue(_by) ?? [];
        if (Labels(parsed).Refused(out unread, out var labels))
            return unread;
        if (labels.Count > 0 && by.Length != 1)
            return new Refusal(
                "--labels names the groups of one column: give one with --by. The points of a score: --points."
            );
        return new SurveyAsk(parsed.GetRequiredValue(_column), kind, scale!)
        {
            Missing = MissingCodes.Split(parsed.GetValue(_missing)),
            Points = points,
            Counts = counts,
            Weight = parsed.GetValue(_weight),
            By = by,
            Labels = labels,
            Date = parsed.GetValue(_date),
            DateOrder = Order(parsed.GetValue(_dates)),
        };
    }

    static string? WhyNot(ScoreKind kind, Scale scale)
    {
        var counts = new long[scale.Points];
        (counts[0], counts[^1]) = (1, 1);
        return Score.Of(kind, Distribution.FromCounts(scale, counts).Value).Because;
    }
}

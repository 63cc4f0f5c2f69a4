using System.CommandLine;
using Heed.Analytics.Scores;
using Heed.Listen;

namespace Heed.Commands.Analyze;

/// <summary><c>heed analyze survey</c>: a score with its interval, its distribution and its groups.</summary>
static class AnalyzeSurvey
{
    static readonly Argument<string> File = new("FILE.csv")
    {
        Description = "A CSV file with one answer set a row and the names of its columns in the first row.",
    };
    static readonly Option<string> Column = new("--score")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The column with the answers, as numbers.",
    };
    static readonly Option<string> Kind = new("--kind")
    {
        HelpName = "recommend|satisfaction|effort|mean",
        Required = true,
        Description =
            "recommend: 9 and 10 minus 0 to 6, -100 to 100. satisfaction: percent at the two best points. effort, mean: the mean.",
    };
    static readonly Option<string?> Points = new("--scale")
    {
        HelpName = "1-5",
        Description =
            "Worst and best point: 1-5, 0-10, or 5-1 where 1 is best. Without it 0-10 for recommend, 1-7 for effort, else 1-5.",
    };
    static readonly Option<string?> Missing = new("--missing")
    {
        HelpName = "0,6",
        Description = "Codes that mean “no answer” or “not applicable”, with commas between. A blank always does.",
    };
    static readonly Option<string?> Weight = new("--weight")
    {
        HelpName = "COLUMN",
        Description = "For how many people each row stands; the weighted score comes beside the plain one.",
    };
    static readonly Option<string[]> By = new("--by")
    {
        HelpName = "COLUMN",
        Description = "A column to compare groups by. Give it again for another column.",
    };
    static readonly Option<string?> Date = new("--date")
    {
        HelpName = "COLUMN",
        Description = "The day of each answer: adds the score by month, and whether its moves are more than noise.",
    };
    static readonly Option<string?> Dates = DateOption();
    static readonly Option<bool> Json = new("--json")
    {
        Description = "The figures for programs; what is unknown is null, with a sentence.",
    };

    public static Command Build()
    {
        Kind.AcceptOnlyFromAmong("recommend", "satisfaction", "effort", "mean");
        Command survey = new(
            "survey",
            """
            What do people say, and how sure is it?

              heed analyze survey airport.csv --score NETPRO --kind recommend --missing 11 --weight WEIGHT
              heed analyze survey airport.csv --score Q7ALL --kind satisfaction --scale 1-5 --missing 0,6 --by BAREA
            """
        )
        {
            File,
            Column,
            Kind,
            Points,
            Missing,
            Weight,
            By,
            Date,
            Dates,
            Json,
        };
        survey.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
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

    static int Run(ParseResult parsed, CancellationToken stop) =>
        Asked(parsed).Refused(out var refusal, out var ask)
            ? AnalyzeCommand.Refuse(refusal)
            : AnalyzeCommand.Run(
                parsed.GetRequiredValue(File),
                (file, progress) =>
                {
                    if (CountSurvey.Run(file, ask, progress, stop).Refused(out var refusal, out var counts))
                        return refusal;
                    if (SurveyFindings.Of(ask, counts).Refused(out refusal, out var found))
                        return refusal;
                    if (parsed.GetValue(Json))
                        AnalyzeCommand.Write(SurveyJson.Of(found, file.Notes));
                    else
                        SurveyReport.Write(Screen.ToStandardOutput(), found, file.Name, file.Notes);
                    return null;
                }
            );

    static Outcome<SurveyAsk> Asked(ParseResult parsed)
    {
        var kind = Enum.Parse<ScoreKind>(parsed.GetRequiredValue(Kind), ignoreCase: true);
        var scale = kind switch
        {
            ScoreKind.Recommend => Scale.ZeroToTen,
            ScoreKind.Effort => Scale.OneToSeven,
            _ => Scale.OneToFive,
        };
        if (parsed.GetValue(Points) is { } given && Scale.Parse(given).Refused(out var because, out scale))
            return new Refusal($"--scale: {because}");
        // Only the kind and the scale decide here, so two answers at the ends will do.
        if (WhyNot(kind, scale!) is { } misfit)
            return new Refusal($"--scale: {misfit}");
        return new SurveyAsk(parsed.GetRequiredValue(Column), kind, scale!)
        {
            Missing =
            [
                .. (parsed.GetValue(Missing) ?? "").Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                ),
            ],
            Weight = parsed.GetValue(Weight),
            By = parsed.GetValue(By) ?? [],
            Date = parsed.GetValue(Date),
            DateOrder = Order(parsed.GetValue(Dates)),
        };
    }

    static string? WhyNot(ScoreKind kind, Scale scale)
    {
        var counts = new long[scale.Points];
        (counts[0], counts[^1]) = (1, 1);
        return Score.Of(kind, Distribution.FromCounts(scale, counts).Value).Because;
    }
}

using System.CommandLine;
using Heed.Analytics.Drivers;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze drivers</c>: what goes with an outcome, and how surely.</summary>
sealed class AnalyzeDrivers
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description = "A CSV file with one respondent a row and the names of its columns in the first row.",
    };
    readonly Option<string> _outcome = new("--outcome")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The column to be explained, as numbers: overall satisfaction, recommendation.",
    };
    readonly Option<string[]> _drivers = new("--driver")
    {
        HelpName = "COLUMN",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Description = "The columns that may go with it, as numbers: --driver SIGN FOOD, or once for each.",
    };
    readonly Option<string?> _missing = MissingOption.New();
    readonly Option<string?> _weight = new("--weight")
    {
        HelpName = "COLUMN",
        Description = "For how many people each row stands.",
    };
    readonly Option<string?> _method = new("--method")
    {
        HelpName = "auto|lmg|johnson",
        Description =
            "How shared ground is divided: over all orders (lmg, up to 15 drivers) or by Johnson's weights, for any number.",
    };
    readonly Option<bool> _ordinal = new("--ordinal")
    {
        Description = "Checks the directions with the outcome taken as ranks (proportional odds).",
    };
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeDrivers().Command();

    Command Command()
    {
        _method.AcceptOnlyFromAmong("auto", "lmg", "johnson");
        Command drivers = new(
            "drivers",
            """
            What goes with it? Shares what the drivers explain among them, with intervals.

              heed analyze drivers answers.csv --outcome overall --driver staff wait price
              heed analyze drivers airport.csv --outcome Q7ALL --driver Q7SIGN Q7FOOD Q7STORE --missing 0,6 --svg drivers.svg
            """
        )
        {
            _file,
            _outcome,
            _drivers,
            _missing,
            _weight,
            _method,
            _ordinal,
            _forms.Json,
            _forms.Svg,
        };
        drivers.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return drivers;
    }

    int Run(ParseResult parsed, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        DriverAsk ask = new(parsed.GetRequiredValue(_outcome), parsed.GetRequiredValue(_drivers))
        {
            Missing = MissingCodes.Split(parsed.GetValue(_missing)),
            Weight = parsed.GetValue(_weight),
            Ordinal = parsed.GetValue(_ordinal),
            Method = parsed.GetValue(_method) switch
            {
                "lmg" => DriverMethod.Lmg,
                "johnson" => DriverMethod.Johnson,
                _ => null,
            },
        };
        return terminal.Answer(
            parsed.GetRequiredValue(_file),
            (file, progress) =>
            {
                if (ReadDrivers.Run(file, ask, progress, stop).Refused(out var refusal, out var answers))
                    return refusal;
                if (DriverFindings.Of(ask, answers, progress).Refused(out refusal, out var found))
                    return refusal;
                return _forms.Give(
                    parsed,
                    terminal,
                    file,
                    () => DriverJson.Of(found, file.Notes),
                    screen => DriverReport.Write(screen, found, file.Notes),
                    () => DriverPicture.Of(found, file.Name)
                );
            }
        );
    }
}

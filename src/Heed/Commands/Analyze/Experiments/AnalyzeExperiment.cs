using System.CommandLine;
using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze experiment</c>: did what one half got make a difference?</summary>
sealed class AnalyzeExperiment
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description = "A CSV file with one person a row and the names of its columns in the first row.",
    };
    readonly Option<string> _arm = new("--arm")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The column that says which arm a person was dealt to, by chance.",
    };
    readonly Option<string> _value = new("--value")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The figure that is compared: a rating, an amount, 1 for yes and 0 for no.",
    };
    readonly Option<string?> _before = new("--before")
    {
        HelpName = "COLUMN",
        Description =
            "The same or a like figure of the same people from before: the interval becomes narrower (CUPED).",
    };
    readonly Option<string?> _per = new("--per")
    {
        HelpName = "COLUMN",
        Description =
            "What the figure is counted by, for a ratio of sums: calls per order is --value calls --per orders.",
    };
    readonly Option<string?> _control = new("--control")
    {
        HelpName = "ARM",
        Description = "The arm without the change; else the one called control, or the first by name.",
    };
    readonly Option<string?> _treatment = new("--treatment")
    {
        HelpName = "ARM",
        Description = "The arm that is compared with it, where there are more than two.",
    };
    readonly Option<string?> _wanted = new("--wanted") { HelpName = "up|down", Description = "Which way is better." };
    readonly Option<double?> _predict = new("--predict")
    {
        HelpName = "N",
        Description = "The difference that was predicted: 0.3 for three tenths more.",
    };
    readonly Option<string?> _split = new("--split")
    {
        HelpName = "50:50",
        Description =
            "How people were to be dealt, control first. A split that is off by more than chance is told first.",
    };
    readonly Option<double?> _winsorise = new("--winsorise")
    {
        HelpName = "99",
        Description =
            "Sets figures above this percent of all to that bound, so that a few enormous ones do not decide.",
    };
    readonly Option<string?> _missing = MissingOption.New();
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeExperiment().Command();

    Command Command()
    {
        _wanted.AcceptOnlyFromAmong("up", "down");
        Command experiment = new(
            "experiment",
            """
            Did what one half got make a difference? Two arms, dealt by chance, with an interval and a check of the split.

              heed analyze experiment arms.csv --arm arm --value rating --wanted up
              heed analyze experiment arms.csv --arm arm --value rating --before earlier --predict 0.3 --control control
              heed analyze experiment arms.csv --arm arm --value calls --per orders --wanted down --winsorise 99
            """
        )
        {
            _file,
            _arm,
            _value,
            _before,
            _per,
            _control,
            _treatment,
            _wanted,
            _predict,
            _split,
            _winsorise,
            _missing,
            _forms.Json,
            _forms.Svg,
        };
        experiment.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return experiment;
    }

    int Run(ParseResult parsed, CancellationToken stop)
    {
        var terminal = Terminal.Of(parsed);
        return Asked(parsed).Refused(out var refusal, out var ask)
            ? terminal.Refuse(refusal)
            : terminal.Answer(
                parsed.GetRequiredValue(_file),
                (file, progress) =>
                {
                    if (ReadExperiment.Run(file, ask, progress, stop).Refused(out var refusal, out var arms))
                        return refusal;
                    if (ExperimentFindings.Of(ask, arms).Refused(out refusal, out var found))
                        return refusal;
                    return _forms.Give(
                        parsed,
                        terminal,
                        file,
                        () => ExperimentJson.Of(found, file.Notes),
                        screen => ExperimentReport.Write(screen, found, file.Notes),
                        () => ExperimentPicture.Of(found, file.Name)
                    );
                }
            );
    }

    Outcome<ExperimentAsk> Asked(ParseResult parsed)
    {
        var (arm, value) = (parsed.GetRequiredValue(_arm), parsed.GetRequiredValue(_value));
        foreach (
            var (option, column) in new[] { ("--before", parsed.GetValue(_before)), ("--per", parsed.GetValue(_per)) }
        )
            if (string.Equals(column, value, StringComparison.OrdinalIgnoreCase))
                return new Refusal($"{option}: “{column}” is the figure itself. Name another column.");
        if (parsed.GetValue(_winsorise) is { } bound && !(bound is >= 50 and < 100))
            return new Refusal("--winsorise: give a percent from 50 to below 100, 99 as a rule.");
        (double, double)? split = null;
        if (parsed.GetValue(_split) is { } typed && (split = Split(typed)) is null)
            return new Refusal($"--split: “{typed}” is not a split. Write control and treatment: 50:50 or 90:10.");
        return new ExperimentAsk(arm, value)
        {
            Before = parsed.GetValue(_before),
            Per = parsed.GetValue(_per),
            Control = parsed.GetValue(_control),
            Treatment = parsed.GetValue(_treatment),
            Missing = MissingCodes.Split(parsed.GetValue(_missing)),
            Wanted = parsed.GetValue(_wanted) switch
            {
                "up" => Direction.Up,
                "down" => Direction.Down,
                _ => null,
            },
            Predicted = parsed.GetValue(_predict),
            Settings = new() { Split = split, WinsoriseAbove = parsed.GetValue(_winsorise) / 100 },
        };
    }

    static (double, double)? Split(string text) =>
        text.Split(':') is [var control, var treatment]
        && double.TryParse(control, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
        && double.TryParse(treatment, NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
        && first > 0
        && second > 0
        && double.IsFinite(first + second)
            ? (first, second)
            : null;
}

using System.CommandLine;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze agreement</c>: do we agree, and about what not?</summary>
sealed class AnalyzeAgreement
{
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description = "A CSV file with one unit a row and one column a rater; or one rating a row.",
    };
    readonly Option<string[]> _raters = new("--rater")
    {
        HelpName = "COLUMN",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Description =
            "One column for each rater: --rater Maya Tom. Where each row is one rating: the column that says who rated.",
    };
    readonly Option<string?> _unit = new("--unit")
    {
        HelpName = "COLUMN",
        Description = "What was rated: a comment, an idea, a team.",
    };
    readonly Option<string?> _value = new("--value")
    {
        HelpName = "COLUMN",
        Description = "The rating itself, where each row is one rating.",
    };
    readonly Option<string?> _level = new("--level")
    {
        HelpName = "nominal|ordinal|interval|ratio",
        Description =
            "What the codes mean: names, ranks, numbers, numbers with a true zero. Words are names; numbers are ranks unless you say otherwise.",
    };
    readonly Option<string?> _scale = new("--scale")
    {
        HelpName = "1-5",
        Description = "Worst and best point: adds the agreement on each unit (r_wg).",
    };
    readonly Option<string?> _group = new("--group")
    {
        HelpName = "COLUMN",
        Description = "A column with two values: how far the two groups' ratings lie apart (Cliff's δ).",
    };
    readonly Option<string?> _missing = MissingOption.New();
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeAgreement().Command();

    Command Command()
    {
        _level.AcceptOnlyFromAmong("nominal", "ordinal", "interval", "ratio");
        Command agreement = new(
            "agreement",
            """
            Do we agree? About all of it, about each unit, and who sees it otherwise.

              heed analyze agreement ratings.csv --rater Maya Tom Ines --unit team --scale 1-5
              heed analyze agreement codes.csv --unit comment --rater coder --value theme --svg agreement.svg
            """
        )
        {
            _file,
            _raters,
            _unit,
            _value,
            _level,
            _scale,
            _group,
            _missing,
            _forms.Json,
            _forms.Svg,
        };
        agreement.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return agreement;
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
                    if (ReadRatings.Run(file, ask, progress, stop).Refused(out var refusal, out var ratings))
                        return refusal;
                    if (AgreementFindings.Of(ask, ratings, progress).Refused(out refusal, out var found))
                        return refusal;
                    return _forms.Give(
                        parsed,
                        terminal,
                        file,
                        () => AgreementJson.Of(found, file.Notes),
                        screen => AgreementReport.Write(screen, found, file.Notes),
                        () => AgreementPicture.Of(found, file.Name)
                    );
                }
            );
    }

    Outcome<AgreementAsk> Asked(ParseResult parsed)
    {
        var raters = parsed.GetRequiredValue(_raters);
        var (unit, value) = (parsed.GetValue(_unit), parsed.GetValue(_value));
        if (value is not null && (unit is null || raters.Length != 1))
            return new Refusal(
                "With --value each row is one rating: name one column with --rater (who) and one with --unit (what)."
            );
        if (value is null && raters is [var only] && !only.Contains(','))
            return new Refusal(
                $"One rater agrees with nobody. Name a column for each rater, as in --rater {only} OTHER; or, where each row is one rating, add --unit and --value."
            );
        Scale? scale = null;
        if (parsed.GetValue(_scale) is { } given && Scale.Parse(given).Refused(out var because, out scale))
            return new Refusal($"--scale: {because}");
        return new AgreementAsk(raters)
        {
            Unit = unit,
            Value = value,
            Level = parsed.GetValue(_level) is { } level ? Enum.Parse<MeasurementLevel>(level, ignoreCase: true) : null,
            Scale = scale,
            Group = parsed.GetValue(_group),
            Missing = MissingCodes.Split(parsed.GetValue(_missing)),
        };
    }
}

using System.CommandLine;
using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze tie</c>: does one figure really follow another?</summary>
sealed class AnalyzeTie
{
    const int LongestLag = 60;
    readonly Argument<string> _file = new("FILE.csv")
    {
        Description = "A CSV file with one date a row and a column for each of the two figures.",
    };
    readonly Option<string> _leading = new("--leading")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The figure that is said to lead.",
    };
    readonly Option<string> _lagging = new("--lagging")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = "The figure that is said to follow.",
    };
    readonly Option<string> _date = new("--date")
    {
        HelpName = "COLUMN",
        Required = true,
        Description = $"The column with the dates ({SeriesDates.Forms}); or several, as in --date year,month.",
    };
    readonly Option<string> _window = new("--window")
    {
        HelpName = "0-6",
        Required = true,
        Description =
            "After how many periods it is said to follow, from the fewest to the most. Decide before you look: a wide window needs stronger evidence.",
    };
    readonly Option<string?> _moves = new("--moves")
    {
        HelpName = "with|against",
        Description = "Whether it is said to move the same way (the rule) or the other way.",
    };
    readonly Option<int> _attempt = new("--attempt")
    {
        HelpName = "1",
        DefaultValueFactory = _ => 1,
        Description =
            "The how-manieth test of this claim it is. Who tries often finds something; each try raises the bar.",
    };
    readonly Option<string?> _every = PeriodOptions.Every();
    readonly Option<string?> _dates = AnalyzeSurvey.DateOption();
    readonly PeriodOptions _periods = new();
    readonly AnswerForms _forms = new();

    public static Command Build() => new AnalyzeTie().Command();

    Command Command()
    {
        _moves.AcceptOnlyFromAmong("with", "against");
        Command tie = new(
            "tie",
            """
            Does one figure really follow another? Tested on their moves, inside a window declared beforehand.

              heed analyze tie calls.csv --date week --leading calls --lagging complaints --window 0-6
              heed analyze tie calls.csv --date week --leading calls --lagging complaints --window 1-4 --moves against --attempt 2
            """
        )
        {
            _file,
            _leading,
            _lagging,
            _date,
            _window,
            _moves,
            _attempt,
            _every,
            _dates,
            _forms.Json,
            _forms.Svg,
        };
        _periods.AddTo(tie, rows: false);
        tie.SetAction((parsed, stop) => Task.FromResult(Run(parsed, stop)));
        return tie;
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
                    var series = ask.Series;
                    if (ReadSeriesFile.Run(file, series, progress, stop).Refused(out var refusal, out var leading))
                        return refusal;
                    // How often the first is measured holds for both: they stand in the same rows.
                    if (leading.Count > 1)
                        series = series with { Every = leading.Cadence };
                    if (
                        ReadSeriesFile
                            .Other(file, series, ask.Lagging, progress, stop)
                            .Refused(out refusal, out var lagging)
                    )
                        return refusal;
                    var found = TieFindings.Of(ask, leading, lagging);
                    return _forms.Give(
                        parsed,
                        terminal,
                        file,
                        () => TieJson.Of(found, file.Notes),
                        screen => TieReport.Write(screen, found, file.Notes),
                        () => TiePicture.Of(found, file.Name)
                    );
                }
            );
    }

    Outcome<TieAsk> Asked(ParseResult parsed)
    {
        var (leading, lagging) = (parsed.GetRequiredValue(_leading), parsed.GetRequiredValue(_lagging));
        if (string.Equals(leading, lagging, StringComparison.OrdinalIgnoreCase))
            return new Refusal("--lagging: a figure always follows itself. Name two different columns.");
        var window = parsed.GetRequiredValue(_window);
        var ends = window.Split("..") is { Length: 2 } dotted ? dotted : window.Split('-');
        var first = Lag(ends[0]);
        var last =
            ends.Length == 1 ? first
            : ends.Length == 2 ? Lag(ends[1])
            : null;
        if (first is null || last is null)
            return new Refusal(
                $"--window: “{window}” is not a window. Write the fewest and the most periods until it follows, 0 or more: 0-6."
            );
        if (last < first)
            return new Refusal($"--window: it ends ({last}) before it begins ({first}).");
        if (last > LongestLag)
            return new Refusal(
                $"--window: {last} periods are too far apart to be tested; {LongestLag} are the most. Use figures measured less often, by month instead of by week."
            );
        if (parsed.GetValue(_attempt) < 1)
            return new Refusal("--attempt counts from 1, the first test of this claim.");
        SeriesAsk read = new(parsed.GetRequiredValue(_date), leading)
        {
            DateOrder = AnalyzeSurvey.Order(parsed.GetValue(_dates)),
            Every = parsed.GetValue(_every) is { } every ? Enum.Parse<Cadence>(every, ignoreCase: true) : null,
        };
        if (_periods.Of(parsed, read).Refused(out var refusal, out var series))
            return refusal;
        return new TieAsk(
            series,
            lagging,
            new(
                parsed.GetValue(_moves) is "against" ? Direction.Down : Direction.Up,
                first.Value,
                last.Value,
                parsed.GetValue(_attempt)
            )
        );
    }

    static int? Lag(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var lag) ? lag : null;
}

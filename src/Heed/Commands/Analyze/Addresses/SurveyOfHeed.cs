using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heed.Analytics.Scores;
using Heed.Analyze;
using Heed.Listen;
using ScoreWords = Heed.Analyze.ScoreWords;

namespace Heed.Commands;

/// <summary>
/// A question of a survey by its address. No row leaves that Heed: it counts, and hides small groups as on its page.
/// </summary>
/// <param name="fit">The options that say something there; all others are for files.</param>
sealed class SurveyOfHeed(HeedAddress address, IReadOnlyList<Option> fit)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task<int> Run(
        ParseResult parsed,
        string question,
        IReadOnlyList<string> by,
        bool json,
        CancellationToken stop
    )
    {
        var terminal = Terminal.Of(parsed);
        if (Unfit(parsed) is { } unfit)
            return terminal.Refuse(unfit);
        if (
            AskHeed
                .At(address, "sign in and save the scores of the survey as CSV on its page.")
                .Refused(out var refusal, out var heed)
        )
            return terminal.Refuse(refusal);
        using (heed)
        {
            var scored = await Scored(heed, question, by, stop);
            if (!scored.Refused(out refusal, out var score))
                return terminal.Answer(() => Give(terminal, json, score, screen => Write(screen, question, score)));
            if (refusal.Status != StatusCodes.Status404NotFound)
                return terminal.Refuse(refusal);
            // Options and numbers are counted and have no score.
            if (
                (await Ask<ChoiceView>(heed, $"/questions/{Uri.EscapeDataString(question)}", stop)).Refused(
                    out refusal,
                    out var counted
                )
            )
                return terminal.Refuse(refusal);
            return by.Count > 0
                ? terminal.Refuse(
                    new Refusal(
                        $"“{question}” is counted, and --by compares scores. Leave it out, or give the question of a score with --score and --by {question}."
                    )
                )
                : terminal.Answer(() => Give(terminal, json, counted, screen => Write(screen, question, counted)));
        }
    }

    Refusal? Unfit(ParseResult parsed)
    {
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = command.Parent)
            foreach (var given in command.Children.OfType<OptionResult>().Where(o => !o.Implicit))
                if (!fit.Contains(given.Option))
                    return new Refusal(
                        $"{given.Option.Name} is for files. Of a survey of a Heed only its own answers are read, as it knows them: give {Format.List([.. fit.Select(o => o.Name)])}."
                    );
        return null;
    }

    async Task<Outcome<ScoreView>> Scored(
        AskHeed heed,
        string question,
        IReadOnlyList<string> by,
        CancellationToken stop
    )
    {
        var path = $"/scores/{Uri.EscapeDataString(question)}";
        ScoreView? all = null;
        foreach (var column in by.DefaultIfEmpty(""))
        {
            var asked = column.Length == 0 ? path : $"{path}?by={Uri.EscapeDataString(column)}";
            if ((await Ask<ScoreView>(heed, asked, stop)).Refused(out var refusal, out var one))
                return refusal;
            all = all is null ? one : all with { By = [.. all.By, .. one.By], Overlap = all.Overlap || one.Overlap };
        }
        return all!;
    }

    async Task<Outcome<T>> Ask<T>(AskHeed heed, string path, CancellationToken stop)
        where T : class
    {
        if (
            (await heed.Get($"/api/v1/surveys/{address.Id}{path}", "application/json", stop)).Refused(
                out var refusal,
                out var told
            )
        )
            return refusal;
        try
        {
            return JsonSerializer.Deserialize<T>(told, Json) is { } read ? read : heed.NotAHeed;
        }
        catch (JsonException)
        {
            return heed.NotAHeed;
        }
    }

    static Refusal? Give<T>(Terminal terminal, bool json, T told, Action<Screen> report)
    {
        if (json)
            terminal.Write(told);
        else
            report(terminal.Screen);
        return null;
    }

    void Write(Screen screen, string question, ScoreView score)
    {
        var kind = Enum.TryParse(score.Kind, ignoreCase: true, out ScoreKind told) ? told : ScoreKind.Mean;
        if (score is { Value: { } value, Low: { } low, High: { } high })
        {
            screen.Headline(
                SurveyWords.Finding(kind, question, "gave the answers that count to", score.N, value, low, high)
            );
            screen.Facts([
                ("Score", Range(kind, value, low, high)),
                .. score.Weighted is { } w
                    ? [("Weighted", $"{Range(kind, w.Value, w.Low, w.High)}, effective n {w.EffectiveN:N1}")]
                    : Array.Empty<(string, string)>(),
                ShareTable.Answers(score.N, score.Missing),
            ]);
        }
        else
            screen.Headline($"“{question}” has no score. {score.Because}");
        foreach (var groups in score.By.GroupBy(g => g.Column))
        {
            screen.Title($"By {groups.Key}");
            screen.Table(
                ["", " n", " score", "95 % interval"],
                groups.Select(g =>
                    g is { N: { } n, Value: { } v, Low: { } l, High: { } h }
                        ? (string[])[Named(g.Group), Format.Count(n), ScoreWords.Plain(kind, v), Ends(kind, l, h)]
                        : [Named(g.Group), "–", "–", "[grey]hidden[/]"]
                )
            );
            screen.Points("What is hidden", [.. groups.Select(g => g.Because).OfType<string>().Distinct()]);
        }
        if (score.Overlap)
            screen.Sentence("A person may stand in several of these groups, so they do not add up to all.");
        Source(screen);
    }

    void Write(Screen screen, string question, ChoiceView counted)
    {
        screen.Headline(
            counted.N is { } answered
                ? $"{Format.Count(answered)} people answered {question}."
                : $"“{question}” is hidden. {counted.Because}"
        );
        if (counted.Mean is { Value: { } value, Low: { } low, High: { } high })
            screen.Facts([("Mean", $"{Format.Number(value, 2)}, 95 % interval {Format.Ends(low, high)}")]);
        screen.Table(
            ["", " count", " percent", "95 % interval"],
            counted.Options.Select(o =>
                o is { Count: { } n, Percent: { } p, Low: { } l, High: { } h }
                    ? (string[])[Named(o.Option), Format.Count(n), Format.Number(p, 1), Ends(ScoreKind.Share, l, h)]
                    : [Named(o.Option), "–", "–", "[grey]hidden[/]"]
            )
        );
        screen.Points("What is hidden", [.. counted.Options.Select(o => o.Because).OfType<string>().Distinct()]);
        if (counted.Overlap)
            screen.Sentence("People could choose several, so these add up to more than all.");
        Source(screen);
    }

    static string Range(ScoreKind kind, double value, double low, double high) =>
        $"{ScoreWords.Value(kind, value)}, 95 % interval {Ends(kind, low, high)}";

    static string Ends(ScoreKind kind, double low, double high) =>
        $"{ScoreWords.Plain(kind, low)} to {ScoreWords.Plain(kind, high)}";

    static string Named(string group) => Screen.Safe(Format.Shortened(ScoreWords.Group(group), 40));

    void Source(Screen screen)
    {
        screen.Sentence(
            $"Counted by {address.Host}, which hides what would single out a few. No row of it was read here."
        );
        screen.Line();
    }
}

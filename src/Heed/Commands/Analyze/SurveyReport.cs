using Heed.Analytics.Scores;
using Heed.Analyze;
using Heed.Ui;

namespace Heed.Commands;

/// <summary>What a survey file says, for people: the finding first, its uncertainty beside it, then what cannot be said.</summary>
static class SurveyReport
{
    const int MostGroups = 24;
    const int BarWidth = 36;
    const int IntervalWidth = 25;

    public static void Write(Screen screen, SurveyFindings found, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(SurveyWords.Finding(found, file));
        if (found.Score is { } score)
            screen.Facts(Facts(score, found));
        Distribution(screen, found);
        foreach (var groups in found.By.GroupBy(group => group.Column))
        {
            Groups(screen, $"By {groups.Key}", [.. groups]);
            if (found.Compared.FirstOrDefault(compared => compared.Column == groups.Key) is { } compared)
                Places(screen, compared);
        }
        if (found.Months.Count > 0)
            Groups(screen, $"By month of {found.Ask.Date}", found.Months);
        screen.Points("What can be concluded, and what cannot", [.. SurveyLimits.Of(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static IEnumerable<(string, string)> Facts(Score score, SurveyFindings found)
    {
        string Range(double value, double low, double high) =>
            $"{ScoreWords.Value(score, value)}, 95 % interval {ScoreWords.Plain(score, low)} to {ScoreWords.Plain(score, high)}";
        yield return ("Score", Range(score.Value, score.Low, score.High));
        if (score.Weighted is { } weighted)
            yield return (
                "Weighted",
                $"{Range(weighted.Value, weighted.Low, weighted.High)}, effective n {weighted.EffectiveN:N1}"
            );
        if (score is { Kind: ScoreKind.Satisfaction or ScoreKind.Effort, Beside: { } beside })
            yield return (
                Format.Capital(beside.Name),
                $"{Format.Number(beside.Estimate.Value, beside.Estimate.Low, beside.Estimate.High)}, 95 % interval {Format.Ends(beside.Estimate.Low, beside.Estimate.High)}"
            );
        yield return ("Unit", ScoreWords.Unit(score.Kind, found.Ask.Scale));
        yield return (
            "Answers",
            $"{Format.Count(score.N)} of {Format.Count(score.N + score.Missing)} rows; {Format.Count(score.Missing)} blank or not applicable"
        );
    }

    static void Distribution(Screen screen, SurveyFindings found)
    {
        if (found.Answers.N == 0)
            return;
        screen.Title("How the answers lie");
        var most = found.Answers.Counts.ToArray().Max();
        var scale = found.Ask.Scale;
        screen.Table(
            ["point", " answers", " share", "", ""],
            Enumerable
                .Range(scale.Low, scale.Points)
                .Where(point => scale.Points <= 21 || found.Answers.CountOf(point) > 0)
                .Select(point =>
                {
                    var count = found.Answers.CountOf(point);
                    return new[]
                    {
                        $"{point}",
                        Format.Count(count),
                        $"{Format.Number(100.0 * count / found.Answers.N, 1)} %",
                        Picture.Bar(count / (double)most, BarWidth),
                        $"[grey]{Place(found.Ask, point)}[/]",
                    };
                })
        );
    }

    static string Place(SurveyAsk ask, int point) =>
        (ask.Kind, ask.Scale.StepsFromBest(point)) switch
        {
            (ScoreKind.Recommend, <= 1) => "promoter",
            (ScoreKind.Recommend, <= 3) => "passive",
            (ScoreKind.Recommend, _) => "detractor",
            (ScoreKind.Satisfaction, <= 1) => "satisfied",
            (ScoreKind.Share, 0) => "counted",
            _ => "",
        };

    static void Groups(Screen screen, string title, IReadOnlyList<GroupScore> groups)
    {
        screen.Title(title);
        var shown = groups.Count <= MostGroups ? groups : [.. groups.OrderByDescending(g => g.N).Take(MostGroups)];
        var scored = shown.Where(group => group.Shown is not null).Select(group => group.Shown!.Value).ToList();
        var (low, high) = scored.Count == 0 ? (0, 1) : (scored.Min(s => s.Low), scored.Max(s => s.High));
        screen.Table(
            ["", " n", " score", "95 % interval", ""],
            shown.Select(group =>
                group is { Shown: { } estimate, Score: { } score }
                    ? new[]
                    {
                        Screen.Safe(Name(group.Group)),
                        Format.Count(group.N),
                        ScoreWords.Plain(score, estimate.Value),
                        $"{ScoreWords.Plain(score, estimate.Low)} to {ScoreWords.Plain(score, estimate.High)}",
                        Picture.Interval(estimate.Low, estimate.Value, estimate.High, low, high, IntervalWidth),
                    }
                    : [Screen.Safe(Name(group.Group)), Format.Count(group.N), "–", "[grey]too few to say[/]", ""]
            )
        );
        if (shown.Count < groups.Count)
            screen.Sentence($"The {MostGroups} largest of {groups.Count} groups; --json gives all.");
    }

    /// <summary>Raw and drawn in side by side, with ranks instead of a league table. Two groups need no ranks.</summary>
    static void Places(Screen screen, ComparedColumn compared)
    {
        var groups = compared.Found.Groups;
        if (groups.Count < 3)
            return;
        var shown = groups.Count <= MostGroups ? groups : [.. groups.OrderByDescending(g => g.N).Take(MostGroups)];
        screen.Title($"Where the groups of {compared.Column} probably stand");
        screen.Table(
            ["", " n", " score", " drawn in", "95 % interval", " rank"],
            shown.Select(group =>
                new[]
                {
                    Screen.Safe(Name(group.Name)),
                    Format.Count(group.Score.N),
                    ScoreWords.Plain(group.Score, group.Score.Weighted?.Value ?? group.Score.Value),
                    group.Shrunk is { } drawn ? ScoreWords.Plain(group.Score, drawn.Value) : "–",
                    group.Shrunk is { } range
                        ? $"{ScoreWords.Plain(group.Score, range.Low)} to {ScoreWords.Plain(group.Score, range.High)}"
                        : "",
                    GroupWords.Ranks(group),
                }
            )
        );
        screen.Sentence(
            groups[0].Shrunk is null
                ? "Ranks that cannot be ruled out, 1 the best. Fewer than four groups are not drawn towards their mean."
                : "Drawn in: towards the mean of the groups, the farther the fewer answers, because small groups lie far out by chance. Ranks: those that cannot be ruled out, 1 the best."
        );
    }

    static string Name(string group)
    {
        var name = ScoreWords.Group(group);
        return name.Length > 18 ? name[..17] + "…" : name;
    }
}

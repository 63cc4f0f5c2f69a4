using System.CommandLine;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What each of several series says, for people: all of them, and which stand when all are allowed for.</summary>
static class SeriesOfEachReport
{
    public static Refusal? Give(
        ParseResult parsed,
        Terminal terminal,
        AnswerForms forms,
        DataFile file,
        SeriesAsk ask,
        IReadOnlyList<NamedSeries> all
    )
    {
        if (parsed.GetValue(forms.Svg) is not null)
            return new Refusal(
                $"--svg: a picture shows one series. Take one with --where {ask.By}=NAME instead of --by."
            );
        if (SeriesOfEach.Of(ask, all).Refused(out var refusal, out var each))
            return refusal;
        return forms.Give(
            parsed,
            terminal,
            file,
            () => SeriesOfEachJson.Of(each, file.Name, file.Notes),
            screen => Write(screen, each, file.Name, file.Notes),
            () => ""
        );
    }

    static void Write(Screen screen, SeriesOfEach each, string file, IReadOnlyList<string> notes)
    {
        screen.Headline(SeriesWords.Finding(each, file));
        screen.Title($"Each {each.Ask.By}");
        screen.Table(
            [each.Ask.By!, "points", "centre", "noise moves between", each.Ask.Change is null ? "signals" : "effect"],
            each.All.Select(one =>
                new[]
                {
                    Screen.Safe(one.Name) + (one.Stands ? " ◆" : ""),
                    $"{one.Found.Shown.Count}",
                    one.Found.Band.Centre is { } centre ? Format.Number(centre) : "–",
                    one.Found.Band is { HasLimits: true, Lower: { } low, Upper: { } high }
                        ? $"{Format.Number(low)} to {Format.Number(high)}"
                        : "not known yet",
                    Says(one),
                }
            )
        );
        screen.Points(
            "What can be concluded, and what cannot",
            [
                $"◆ stands when all {each.All.Count} are allowed for ({each.AllowedBy}, one in twenty). What a row without it shows may be chance: of so many series some move by noise alone.",
                $"To see one of them: --where {each.Ask.By}=NAME instead of --by.",
            ]
        );
        screen.Points("About the file", notes);
        screen.Line();
    }

    static string Says(SeriesAmong one)
    {
        if (one.Found.Change is { } change)
            return change.Effect is { } effect ? SeriesWords.Size(effect, effect.Step.Value) : "cannot tell";
        return one.Found.Signals.Count == 0 ? "none" : Format.Count(one.Found.Look.Stretches.Count);
    }
}

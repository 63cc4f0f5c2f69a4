using System.CommandLine;
using Heed.Aim;
using Heed.Analytics;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze key-results</c>: how often the quality check is right about sentences that people labelled.</summary>
sealed class AnalyzeKeyResults
{
    readonly Argument<string> _file = new("FILE")
    {
        Description = "A CSV or TSV file with one sentence a row and what it is in the eyes of people.",
    };
    readonly Option<string> _text = new("--text")
    {
        HelpName = "COLUMN",
        DefaultValueFactory = _ => "text",
        Description = "The column with the sentences.",
    };
    readonly Option<string> _label = new("--label")
    {
        HelpName = "COLUMN",
        DefaultValueFactory = _ => "label",
        Description =
            "The column with the labels: outcome, output, activity, vague, health, vanity, binary, bau, no-baseline, sandbagged, compound. A slash parts two that both hold.",
    };
    readonly Option<bool> _json = new("--json") { Description = "The figures and every reading, for programs." };

    public static Command Build() => new AnalyzeKeyResults().Command();

    Command Command()
    {
        Command keyResults = new(
            "key-results",
            """
            Is that an outcome, or work? How often the quality check agrees with people.

              heed analyze key-results examples.tsv
            """
        )
        {
            _file,
            _text,
            _label,
            _json,
        };
        keyResults.SetAction((parsed, stop) => Task.FromResult(Run(parsed)));
        return keyResults;
    }

    int Run(ParseResult parsed)
    {
        var terminal = Terminal.Of(parsed);
        return terminal.Answer(
            parsed.GetRequiredValue(_file),
            (file, _) =>
            {
                if (
                    Rows(file, parsed.GetRequiredValue(_text), parsed.GetRequiredValue(_label))
                        .Refused(out var no, out var rows)
                )
                    return no;
                if (parsed.GetValue(_json))
                    terminal.Write(Json(rows));
                else
                    Report(terminal.Screen, rows);
                return null;
            }
        );
    }

    static Outcome<IReadOnlyList<(string Text, string Label)>> Rows(DataFile file, string text, string label)
    {
        if (file.Column(text).Refused(out var refusal, out var sentences))
            return refusal;
        if (file.Column(label).Refused(out refusal, out var labels))
            return refusal;
        List<(string Text, string Label)> rows = [];
        while (true)
        {
            if (file.Next().Refused(out refusal, out var more))
                return refusal;
            if (!more)
                break;
            if (file.Text(sentences) is { Length: > 0 } sentence && file.Text(labels) is { Length: > 0 } said)
                rows.Add((sentence, said));
        }
        return rows.Count == 0
            ? new Refusal($"{file.Name} has no row with a sentence and a label, so nothing can be compared.")
            : rows;
    }

    static void Report(Screen screen, IReadOnlyList<(string Text, string Label)> rows)
    {
        var work = ProseAccuracy.WorkAmongOutcomes(rows);
        screen.Headline(
            work.Labelled == 0 || work.Others == 0
                ? "There is no work or no outcome among them, so nothing can be said about telling them apart."
                : $"Work is found in {work.Found} of {work.Labelled}; {work.False} of {work.Others} outcomes are taken for work."
        );
        screen.Table(
            ["labelled", "found", "95 % interval", "false alarms", "95 % interval"],
            ProseAccuracy
                .Of(rows)
                .Select(a =>
                    new[]
                    {
                        Screen.Safe(a.Class),
                        $"{a.Found} of {a.Labelled}",
                        Ends(a.Recall),
                        $"{a.False} of {a.Others}",
                        Ends(a.FalseAlarms),
                    }
                )
        );
        screen.Sentence("A row with two labels is right with either. The intervals are Wilson's: few rows say little.");
        screen.Line();
    }

    static string Ends(Estimate? estimate) =>
        estimate is { } known ? $"{Format.Percent(known.Low)} to {Format.Percent(known.High)}" : "not known";

    static KeyResultsJson Json(IReadOnlyList<(string Text, string Label)> rows) =>
        new(
            Class(ProseAccuracy.WorkAmongOutcomes(rows)),
            [.. ProseAccuracy.Of(rows).Select(Class)],
            [
                .. rows.Select(r =>
                {
                    var read = KeyResultProse.Read(r.Text);
                    return new ReadingJson(
                        r.Text,
                        r.Label,
                        ProseAccuracy.Word(read.Is),
                        read.Words,
                        read.Rule,
                        read.Question
                    );
                }),
            ]
        );

    static ClassJson Class(ProseAccuracy a) =>
        new(
            a.Class,
            a.Labelled,
            a.Found,
            a.Recall?.Low,
            a.Recall?.High,
            a.Others,
            a.False,
            a.FalseAlarms?.Low,
            a.FalseAlarms?.High
        );

    sealed record KeyResultsJson(
        ClassJson WorkAmongOutcomes,
        IReadOnlyList<ClassJson> Classes,
        IReadOnlyList<ReadingJson> Rows
    );

    sealed record ClassJson(
        string Class,
        int Labelled,
        int Found,
        double? FoundLow,
        double? FoundHigh,
        int Others,
        int FalseAlarms,
        double? FalseAlarmsLow,
        double? FalseAlarmsHigh
    );

    sealed record ReadingJson(string Text, string Label, string Is, string Words, string Rule, string Question);
}

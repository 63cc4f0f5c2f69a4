using Heed.Analyze;
using Spectre.Console;

namespace Heed.Commands;

/// <summary>
/// A report in a terminal, 80 columns wide: sentences first, colour only where it carries meaning, and none at all in a
/// file, a pipe, or where NO_COLOR is set.
/// </summary>
sealed class Screen
{
    public const int Widest = 80;
    readonly IAnsiConsole _console;

    public Screen(TextWriter output, bool colours, int width)
    {
        Width = Math.Clamp(width, 40, Widest);
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = colours ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new Plain(output),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        _console.Profile.Width = Width;
        _console.Profile.Capabilities.Unicode = true;
    }

    public int Width { get; }

    public void Headline(string sentence)
    {
        Line();
        Wrapped(sentence, "", "", "bold");
    }

    public void Title(string title)
    {
        Line();
        Line($"[bold teal]{Safe(title)}[/]");
    }

    public void Sentence(string sentence) => Wrapped(sentence, "  ", "  ");

    public void Point(string sentence) => Wrapped(sentence, "  · ", "    ");

    public void Points(string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
            return;
        Title(title);
        foreach (var sentence in sentences)
            Point(sentence);
    }

    /// <summary>A line as it is, for pictures; markup is allowed.</summary>
    public void Line(string markup = "") => _console.MarkupLine(markup);

    public void Facts(IEnumerable<(string Name, string Value)> facts)
    {
        var all = facts.ToList();
        var width = all.Count == 0 ? 0 : all.Max(fact => fact.Name.Length) + 4;
        foreach (var (name, value) in all)
            Wrapped(value, $"[grey]{Safe($"  {name}".PadRight(width))}[/]", new string(' ', width));
    }

    /// <summary>Rows under grey heads. A column whose head begins with a blank is set to the right; markup is allowed.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        string[][] all =
        [
            [.. heads.Select(head => $"[grey]{Safe(head.Trim())}[/]")],
            .. rows,
        ];
        var widths = heads.Select((_, column) => all.Max(row => Length(row[column]))).ToArray();
        foreach (var row in all)
        {
            var cells = row.Select(
                (cell, column) =>
                {
                    var blank = new string(' ', widths[column] - Length(cell));
                    return heads[column].StartsWith(' ') ? blank + cell
                        : column == row.Length - 1 ? cell
                        : cell + blank;
                }
            );
            Line("  " + string.Join("  ", cells).TrimEnd());
        }
    }

    void Wrapped(string text, string first, string next, string style = "default")
    {
        var (line, used) = (first, Length(first));
        var begun = false;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (begun && used + 1 + word.Length > Width)
            {
                Line(line);
                (line, used, begun) = (next, next.Length, false);
            }
            line += $"{(begun ? " " : "")}[{style}]{Safe(word)}[/]";
            used += word.Length + (begun ? 1 : 0);
            begun = true;
        }
        Line(line);
    }

    static int Length(string markup) => markup.Contains('[') ? Markup.Remove(markup).Length : markup.Length;

    public static string Safe(string text) => Markup.Escape(text);

    sealed class Plain(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;
        public bool IsTerminal => false;
        public int Width => Widest;
        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding) { }
    }
}

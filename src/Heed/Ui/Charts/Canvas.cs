using System.Globalization;

namespace Heed.Ui.Charts;

/// <summary>The colours of a drawing: tokens of the stylesheet on a page, plain values in a file that leaves it.</summary>
public sealed record ChartInk(
    string Ink,
    string Soft,
    string Line,
    string Sheet,
    string Band,
    string Baseline,
    string Accent,
    string OnCourse,
    string Watch,
    string OffCourse,
    string Held,
    string NotKnown
)
{
    public static ChartInk Page { get; } =
        new(
            "var(--ink)",
            "var(--ink-soft)",
            "var(--line)",
            "var(--sheet)",
            "var(--band)",
            "var(--band-baseline)",
            "var(--accent)",
            "var(--on-course)",
            "var(--watch)",
            "var(--off-course)",
            "var(--held)",
            "var(--unknown)"
        );

    public static ChartInk File { get; } =
        new(
            "#1d2127",
            "#555c66",
            "#e4e0d8",
            "#ffffff",
            "#eeece6",
            "#e2dfd7",
            "#174e8c",
            "#174e8c",
            "#8d660e",
            "#6e0f1e",
            "#2f7d4c",
            "#686d7c"
        );

    public string Of(Status status) =>
        status switch
        {
            Status.OnCourse => OnCourse,
            Status.Watch => Watch,
            Status.OffCourse => OffCourse,
            Status.Held => Held,
            _ => NotKnown,
        };
}

/// <summary>One drawing area. A page carries three and shows the one whose letters stay readable in the room there is.</summary>
public sealed record Canvas(string Name, double Width, double Letter, bool Alone, ChartInk Ink)
{
    public static Canvas Wide { get; } = new("wide", 800, 13.5, Alone: false, ChartInk.Page);
    public static Canvas Middle { get; } = new("middle", 510, 13.5, Alone: false, ChartInk.Page);
    public static Canvas Phone { get; } = new("phone", 320, 14, Alone: false, ChartInk.Page);
    public static Canvas File { get; } = new("file", 800, 13.5, Alone: true, ChartInk.File);

    /// <summary>Names stand above their row instead of beside it.</summary>
    public bool Narrow => Width < 500;

    /// <summary>About the room that words take: 0.54 of the letter size a letter, a little more when strong.</summary>
    public double Room(string words, bool strong = false) => words.Length * Letter * (strong ? 0.58 : 0.54);

    /// <summary>A coordinate as SVG wants it, whatever the language of the page.</summary>
    public static string At(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Path(IEnumerable<(double X, double Y)> places) =>
        string.Join(' ', places.Select((p, i) => $"{(i == 0 ? 'M' : 'L')}{At(p.X)} {At(p.Y)}"));
}

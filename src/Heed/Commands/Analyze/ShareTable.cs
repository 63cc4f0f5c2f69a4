using Heed.Analyze;

namespace Heed.Commands;

/// <summary>How many answered, and a table of the options they chose or the bands they lie in, for people.</summary>
static class ShareTable
{
    const int BarWidth = 20;
    const int NameWidth = 24;

    public static (string, string) Answers(long n, long missing) =>
        (
            "Answers",
            $"{Format.Count(n)} of {Format.Count(n + missing)} rows; {Format.Count(missing)} blank or not applicable"
        );

    /// <param name="counted">What the column of counts is called.</param>
    public static void Write(Screen screen, string title, string counted, IReadOnlyList<CountedShare> shares)
    {
        if (shares.Count == 0)
            return;
        var weighted = shares[0].Weighted is not null;
        screen.Title(title);
        screen.Table(
            ["", $" {counted}", " percent", "95 % interval", .. Beside(weighted, " weighted", "95 % interval"), ""],
            shares.Select(s =>
                (string[])
                    [
                        Screen.Safe(Format.Shortened(s.Name, NameWidth)),
                        Format.Count(s.Count),
                        Format.Number(s.Percent.Value, 1),
                        $"{Format.Number(s.Percent.Low, 1)} to {Format.Number(s.Percent.High, 1)}",
                        .. Beside(
                            weighted,
                            Format.Number(s.Weighted?.Value ?? 0, 1),
                            $"{Format.Number(s.Weighted?.Low ?? 0, 1)} to {Format.Number(s.Weighted?.High ?? 0, 1)}"
                        ),
                        // Two intervals leave no room for a bar.
                        weighted ? "" : Picture.Bar(s.Percent.Value / 100, BarWidth),
                    ]
            )
        );
    }

    static string[] Beside(bool weighted, string share, string interval) => weighted ? [share, interval] : [];
}

using System.Globalization;

namespace Heed.Try;

/// <summary>Reads the days of two arms from a call or from pasted lines: date, shown without it, did, shown with it, did.</summary>
static class ArmRows
{
    public static Outcome<IReadOnlyList<ArmCountView>> Read(CountsRequest asked)
    {
        List<ArmCountView> rows = [.. asked.Days ?? []];
        var lines = (asked.Pasted ?? "").Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (Row(cells) is { } row)
                rows.Add(row);
            else if (i > 0 || cells.Length == 0 || char.IsAsciiDigit(cells[0].FirstOrDefault()))
                return new Refusal(
                    $"Line {i + 1} is not a day with four counts: date, shown without it, did, shown with it, did. It reads “{Format.Shortened(lines[i])}”."
                ).At(nameof(asked.Pasted));
        }
        if (rows.Count == 0)
            return new Refusal("Give one day at least: date, shown without it, did, shown with it, did.").At(
                nameof(asked.Pasted)
            );
        return rows.Count > CountArms.MostDays
            ? new Refusal($"Two arms keep at most {Format.Count(CountArms.MostDays)} days.").At(nameof(asked.Pasted))
            : rows;
    }

    static ArmCountView? Row(string[] cells) =>
        cells.Length == 5
        && DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && cells[1..].Select(Whole).ToArray() is [{ } shown0, { } did0, { } shown1, { } did1]
            ? new(on, shown0, did0, shown1, did1)
            : null;

    static long? Whole(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

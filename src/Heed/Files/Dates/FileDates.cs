using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>Reads the day out of the dates that people and their tools write. Times are not kept: a day is as fine as Heed looks.</summary>
static partial class FileDates
{
    const int Earliest = 1900;
    const int Latest = 2079;

    public enum Fault
    {
        None,
        NotADate,
        BeforeSpreadsheets,
        TooLate,
    }

    /// <param name="order">For dates like 03/04/2026; years in front and points between need no order.</param>
    public static Fault Read(ReadOnlySpan<byte> cell, DateOrder order, out DateOnly day)
    {
        day = default;
        if (!Parts(cell, out var first, out var second, out var third, out var mark, out var digits))
            return MachineDates.Read(cell, out day) is not MachineDates.Kind.None ? Fault.None : Written(cell, ref day);
        var (year, month, date) =
            digits == 4 ? (first, second, third)
            : mark == '.' || order == DateOrder.DayFirst ? (third, second, first)
            : (third, first, second);
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        return Make(year, month, date, ref day);
    }

    /// <summary>What one date says about the order of all: day first, month first, or nothing.</summary>
    public static DateOrder Evidence(ReadOnlySpan<byte> cell)
    {
        if (
            !Parts(cell, out var first, out var second, out _, out var mark, out var digits)
            || digits == 4
            || mark == '.'
        )
            return DateOrder.ByEvidence;
        return first > 12 && second <= 12 ? DateOrder.DayFirst
            : second > 12 && first <= 12 ? DateOrder.MonthFirst
            : DateOrder.ByEvidence;
    }

    /// <summary>Whether day and month of this date could be taken for each other.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<byte> cell) =>
        Parts(cell, out var first, out var second, out _, out var mark, out var digits)
        && digits < 4
        && mark != '.'
        && first != second
        && first <= 12
        && second <= 12;

    /// <summary>02.03.2026: points are written where the day stands first.</summary>
    public static bool HasPoints(ReadOnlySpan<byte> cell) =>
        Parts(cell, out _, out _, out _, out var mark, out var digits) && digits < 4 && mark == '.';

    /// <summary>Whether an order has to be known for it, and the two numbers that it would order.</summary>
    public static bool HasOrder(ReadOnlySpan<byte> cell, out int first, out int second) =>
        Parts(cell, out first, out second, out _, out var mark, out var digits) && digits < 4 && mark != '.';

    /// <summary>Three numbers as a date has them, whether or not there is such a day.</summary>
    public static bool HasThreeNumbers(ReadOnlySpan<byte> cell) => Parts(cell, out _, out _, out _, out _, out _);

    public static bool LooksLikeDate(string cell) =>
        cell.Length is >= 6 and <= 40
        && char.IsAsciiDigit(cell[0])
        && MachineDates.Read(Encoding.UTF8.GetBytes(cell), out _) is MachineDates.Kind.None
        && Read(Encoding.UTF8.GetBytes(cell), DateOrder.DayFirst, out _) != Fault.NotADate
            | Read(Encoding.UTF8.GetBytes(cell), DateOrder.MonthFirst, out _) != Fault.NotADate;

    static Fault Make(int year, int month, int date, ref DateOnly day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return Fault.NotADate;
        day = new(year, month, date);
        return year < Earliest ? Fault.BeforeSpreadsheets
            : year >= Latest ? Fault.TooLate
            : Fault.None;
    }

    /// <summary>Three numbers at the beginning, with one mark between them: 2026-03-02, 2/3/2026, 02.03.2026, 20260302.</summary>
    static bool Parts(
        ReadOnlySpan<byte> cell,
        out int first,
        out int second,
        out int third,
        out byte mark,
        out int firstDigits
    )
    {
        (second, third, mark) = (0, 0, 0);
        var at = 0;
        first = Digits(cell, ref at, out firstDigits);
        if (firstDigits == 8 && at == cell.Length)
        {
            (first, second, third, firstDigits) = (first / 10000, first / 100 % 100, first % 100, 4);
            return true;
        }
        if (firstDigits is 0 or 3 or > 4 || at >= cell.Length)
            return false;
        mark = cell[at];
        if (mark is not ((byte)'-' or (byte)'/' or (byte)'.'))
            return false;
        at++;
        second = Digits(cell, ref at, out var secondDigits);
        if (secondDigits is 0 or > 2 || at >= cell.Length || cell[at] != mark)
            return false;
        at++;
        third = Digits(cell, ref at, out var thirdDigits);
        return thirdDigits is > 0 and <= 4 && (at == cell.Length || cell[at] is (byte)' ' or (byte)'T' or (byte)',');
    }

    static int Digits(ReadOnlySpan<byte> cell, ref int at, out int digits)
    {
        var value = 0;
        var from = at;
        while (at < cell.Length && at - from < 9 && cell[at] is >= (byte)'0' and <= (byte)'9')
            value = value * 10 + (cell[at++] - '0');
        digits = at - from;
        return value;
    }

    /// <summary>Months in words: “2 March 2026”, “Mar 2, 2026 3:00 PM”.</summary>
    static Fault Written(ReadOnlySpan<byte> cell, ref DateOnly day)
    {
        if (cell.Length is < 8 or > 40 || cell.IndexOfAnyInRange((byte)'A', (byte)'z') < 0)
            return Fault.NotADate;
        var text = DayWords.InEnglish(Encoding.UTF8.GetString(cell));
        // A year must stand there: without one the parser takes that of today, or the day for one. And the day is that of
        // the clock it was written by, wherever this machine stands.
        if (
            !HasDayAndYear(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        )
            return Fault.NotADate;
        var (year, month, date) = at.AsWritten();
        return Make(year, month, date, ref day);
    }

    /// <summary>Beside the time two numbers, of which one can be a year: four digits, or two behind the day.</summary>
    static bool HasDayAndYear(string text) =>
        Numbers().Matches(TimeOfDay().Replace(text, " ")) is [var first, var second]
        && (first.Length == 4 || second.Length is 2 or 4);

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\b[0-9]{1,2}(:[0-9]{2}){1,2}(\.[0-9]+)?\s*([ap]\.?m\.?)?\s*([+-][0-9]{2}:?[0-9]{2})?|\b[0-9]{1,2}\s*[ap]\.?m\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TimeOfDay();
}

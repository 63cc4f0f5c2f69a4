using System.Buffers.Text;

namespace Heed.Files;

/// <summary>
/// Dates as machines count them: days since 30 December 1899 (Excel), seconds or milliseconds since 1970 (Unix). In a column
/// of dates a number can be nothing else; elsewhere nobody may take it for one.
/// </summary>
static class MachineDates
{
    const int SpreadsheetDigits = 5;
    const int SecondDigits = 10;
    const int MillisecondDigits = 13;
    static readonly DateOnly SpreadsheetZero = new(1899, 12, 30);

    // 1954 to 2078: of other numbers with five digits an identifier is likelier than a date.
    const int FirstOfSpreadsheet = 20_000;
    const int LastOfSpreadsheet = 65_380;

    public enum Kind
    {
        None,
        Excel,
        UnixSeconds,
        UnixMilliseconds,
    }

    public static Kind Read(ReadOnlySpan<byte> cell, out DateOnly day)
    {
        day = default;
        var digits = 0;
        while (digits < cell.Length && cell[digits] is >= (byte)'0' and <= (byte)'9')
            digits++;
        if (digits is not (SpreadsheetDigits or SecondDigits or MillisecondDigits) || !IsFraction(cell[digits..]))
            return Kind.None;
        if (!Utf8Parser.TryParse(cell[..digits], out long number, out _))
            return Kind.None;
        if (digits == SpreadsheetDigits)
        {
            if (number is < FirstOfSpreadsheet or > LastOfSpreadsheet)
                return Kind.None;
            day = SpreadsheetZero.AddDays((int)number);
            return Kind.Excel;
        }
        var seconds = digits == SecondDigits ? number : number / 1000;
        if (seconds is < 1_000_000_000 or > 3_400_000_000)
            return Kind.None;
        day = Unix.AddDays((int)(seconds / 86_400));
        return digits == SecondDigits ? Kind.UnixSeconds : Kind.UnixMilliseconds;
    }

    static readonly DateOnly Unix = new(1970, 1, 1);

    /// <summary>Nothing, or the part of the day.</summary>
    static bool IsFraction(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
            return true;
        if (rest[0] is not ((byte)'.' or (byte)',') || rest.Length == 1)
            return false;
        return rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    public static string InWords(Kind kind, DateOnly day) =>
        kind switch
        {
            Kind.Excel => $"looks like Excel's number for {Format.Day(day)}",
            Kind.UnixSeconds => $"looks like the seconds since 1970, for {Format.Day(day)} in Greenwich",
            _ => $"looks like the milliseconds since 1970, for {Format.Day(day)} in Greenwich",
        };
}

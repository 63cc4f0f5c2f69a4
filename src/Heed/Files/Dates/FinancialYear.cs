using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>A year that ends in the next one: 2000-01, 2012/13, FY2012/13, 2021/22 Q1.</summary>
static partial class FinancialYear
{
    /// <summary>Taken where nobody says otherwise; of the quarters alone anything hangs on it.</summary>
    public const int FirstMonth = 4;

    /// <summary>The year in which it begins, where the second part is the year after the first.</summary>
    public static int? Begins(string text) => Written().Match(text) is { Success: true } found ? Begins(found) : null;

    /// <summary>The same where it cannot be a month: FY2000/01, 2012/13, 1999-00, 2008-2009.</summary>
    public static int? Surely(string text) =>
        Written().Match(text) is { Success: true } found
        && (found.Groups["mark"].Length > 0 || found.Groups["second"].Length == 4 || Second(found) is 0 or > 12)
            ? Begins(found)
            : null;

    public static DateOnly FirstDay(int year) => new(year, FirstMonth, 1);

    /// <summary>The first day of a quarter of such a year.</summary>
    public static DateOnly? Quarter(string text)
    {
        var found = YearQuarter().Match(text);
        if (!found.Success)
            found = QuarterYear().Match(text);
        return found.Success && Begins(found) is { } year
            ? FirstDay(year).AddMonths(3 * (found.Groups["quarter"].ValueSpan[0] - '1'))
            : null;
    }

    static int Second(Match found) => int.Parse(found.Groups["second"].ValueSpan, CultureInfo.InvariantCulture);

    static int? Begins(Match found)
    {
        var first = int.Parse(found.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        var next = found.Groups["second"].Length == 4 ? first + 1 : (first + 1) % 100;
        return Second(found) == next ? first : null;
    }

    const string Year =
        @"(?<mark>(?:FY|GJ|WJ|AY|SY)\.? ?)?(?<first>[12][0-9]{3}) ?[-/–—] ?(?<second>[12][0-9]{3}|[0-9]{2})";

    [GeneratedRegex("^" + Year + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(
        "^" + Year + "[-, ]*[QT](?<quarter>[1-4])$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex YearQuarter();

    [GeneratedRegex(
        "^[QT](?<quarter>[1-4])[-,/ ]*" + Year + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex QuarterYear();
}

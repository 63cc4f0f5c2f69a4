using Heed.Analytics.Evidence;

namespace Heed.Analytics.Columns;

/// <summary>Numbers the periods from the first of January 1900 on, so that a row holds its period in two bytes.</summary>
static class Calendar
{
    // Monday 1 January 1900: the earliest date a survey can hold, and by luck the start of a week as well.
    static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The last date that two bytes of days reach, 5 June 2079.</summary>
    public static readonly DateOnly Last = First.AddDays(ushort.MaxValue - 1);

    /// <summary>1 for the first period; 0 is kept for rows without a date.</summary>
    public static int Number(DateOnly day, Cadence period) =>
        1
        + period switch
        {
            Cadence.Day => day.DayNumber - First.DayNumber,
            Cadence.Week => (day.DayNumber - First.DayNumber) / 7,
            Cadence.Month => Months(day),
            Cadence.Quarter => Months(day) / 3,
            _ => day.Year - First.Year,
        };

    /// <summary>The first day of a period.</summary>
    public static DateOnly Start(int number, Cadence period) =>
        period switch
        {
            Cadence.Day => First.AddDays(number - 1),
            Cadence.Week => First.AddDays((number - 1) * 7),
            Cadence.Month => First.AddMonths(number - 1),
            Cadence.Quarter => First.AddMonths((number - 1) * 3),
            _ => First.AddYears(number - 1),
        };

    /// <summary>Whether every <paramref name="small"/> period lies whole in one <paramref name="large"/> one.</summary>
    public static bool Nests(Cadence small, Cadence large) =>
        small == large || small == Cadence.Day || small >= Cadence.Month && small < large;

    public static bool Reaches(DateOnly day) => day >= First && day <= Last;

    static int Months(DateOnly day) => (day.Year - First.Year) * 12 + day.Month - 1;
}

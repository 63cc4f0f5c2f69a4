namespace Heed.Waste;

/// <summary>What the calendars of a team say, before or after they are taken in.</summary>
/// <param name="HoursAWeek">Of the newest whole week, by invite: at most; empty where none is over yet.</param>
/// <param name="Seldom">Meetings that were held once or twice: counted in the hours alone.</param>
/// <param name="Small">Talks of two: counted in the hours alone.</param>
public sealed record CalendarReceipt(
    int Events,
    int People,
    int Weeks,
    double? HoursAWeek,
    int Meetings,
    int Seldom,
    int Small,
    string? LeftOut
)
{
    internal static CalendarReceipt Of(SeenCalendar seen) =>
        new(
            seen.Events,
            seen.People,
            seen.Weeks.Count,
            seen.Weeks is [.., var newest] ? newest.Hours : null,
            seen.Series.Count,
            seen.Seldom,
            seen.Small,
            seen.LeftOut
        );
}

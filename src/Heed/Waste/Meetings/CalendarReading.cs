namespace Heed.Waste;

/// <summary>One time that a meeting is held: its week, how long it takes, and how many are invited.</summary>
readonly record struct HeldMeeting(DateOnly On, double Hours, int People)
{
    public double StaffHours => Hours * People;
}

/// <summary>An event with all its times in the window. Who is invited is known while it is read, and kept nowhere.</summary>
/// <param name="Invited">Keys of those invited, made anew for each reading.</param>
sealed record MeetingSeries(string Uid, string? Title, bool Repeats, IReadOnlyList<HeldMeeting> Held)
{
    public required IReadOnlySet<string> Invited { get; init; }

    /// <summary>What comes again, or came three times, is a practice; what was held once is an hour that was spent.</summary>
    public bool IsStanding => Repeats && Held.Count > 0 || Held.Count >= 3;
}

/// <summary>What was in the files and is counted on no side, each with its number.</summary>
sealed record LeftOutEvents(int AllDay, int Alone, int Cancelled, int Declined, int TooLong, int TooOften)
{
    public string? Says()
    {
        List<string> said = [];
        Add(AllDay, "lasts all day", "last all day");
        Add(Alone, "invites nobody else", "invite nobody else");
        Add(Cancelled, "was cancelled", "were cancelled");
        Add(Declined, "was declined by all but one", "were declined by all but one");
        Add(
            TooLong,
            $"is longer than {ReadCalendar.LongestHours} hours",
            $"are longer than {ReadCalendar.LongestHours} hours"
        );
        Add(TooOften, "repeats within a day, or since before 1990", "repeat within a day, or since before 1990");
        return said.Count == 0 ? null : $"Left out: {Format.List(said)}.";

        void Add(int count, string one, string many)
        {
            if (count > 0)
                said.Add($"{Format.Count(count)} {(count == 1 ? one : many)}");
        }
    }
}

/// <summary>What calendars say of the weeks of a window.</summary>
/// <param name="From">The Monday on which the window begins.</param>
/// <param name="Until">The first day after it.</param>
/// <param name="Events">How many events stood in the files.</param>
sealed record CalendarReading(
    DateOnly From,
    DateOnly Until,
    IReadOnlyList<MeetingSeries> Meetings,
    LeftOutEvents LeftOut,
    int Events
)
{
    public int People => Meetings.SelectMany(m => m.Invited).Distinct().Count();

    /// <summary>Hours by invite in each whole week before a day, from the first week in which something was held.</summary>
    public IReadOnlyList<(DateOnly Monday, double Hours)> Weeks(DateOnly today)
    {
        var held = Meetings.SelectMany(m => m.Held).ToLookup(h => h.On.Monday(), h => h.StaffHours);
        if (held.Count == 0)
            return [];
        List<(DateOnly, double)> weeks = [];
        var first = held.Min(w => w.Key);
        for (var monday = first < From ? From : first; monday.AddDays(7) <= today; monday = monday.AddDays(7))
            weeks.Add((monday, Math.Round(held[monday].Sum(), 2)));
        return weeks;
    }

    /// <summary>
    /// Why these files may not be shown as a team: fewer than five people are in them, or one person is in every meeting,
    /// so that it is this person's week.
    /// </summary>
    public Refusal? OfTooFew()
    {
        var people = People;
        if (people < ReadCalendar.FewestPeople)
            return new Refusal(
                $"{Format.Capital(Format.InWords(people))} {Format.Plural(people, "person is", "people are")} invited in these files. Hours are shown of five people or more: add the calendars of more of the team. Nothing was kept."
            );
        if (Meetings.Count < ReadCalendar.FewestOfOne)
            return null;
        var always = Meetings[0].Invited.ToHashSet();
        foreach (var meeting in Meetings)
            always.IntersectWith(meeting.Invited);
        return always.Count == 1
            ? new Refusal(
                "One person is in every meeting of these files, so they show that person's week. Add the calendars of others of the team. Nothing was kept."
            )
            : null;
    }
}

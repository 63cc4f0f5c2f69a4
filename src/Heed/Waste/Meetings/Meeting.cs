using Heed.Customers;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// A practice of that kind which comes again and again: what it costs by invite, and how it stands in the reset of its team.
/// Of those who are invited only the number is here.
/// </summary>
public sealed class Meeting : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }

    /// <summary>The series in the calendar, as a key that leads back to nothing.</summary>
    public required string SeriesKey { get; init; }
    public double People { get; private set; }
    public double Minutes { get; private set; }
    public double TimesAWeek { get; private set; }

    /// <summary>By invite: at most. People × hours × how often.</summary>
    public double HoursAWeek { get; private set; }
    public MeetingState State { get; private set; }
    public required DateTimeOffset StateSince { get; set; }

    /// <summary>The reset that cleared it last.</summary>
    public Id<Reset>? ResetId { get; private set; }
    public MeetingChange? Change { get; private set; }
    public string? Purpose { get; private set; }
    public string? Decision { get; private set; }
    public Id<CustomerGroup>? CustomerGroupId { get; private set; }
    public List<MeetingRating> Ratings { get; } = [];

    /// <summary>It was cleared by a reset and did not come back.</summary>
    public bool IsGone => State == MeetingState.Gone || (State == MeetingState.Watched && Change is null);

    /// <summary>One step, by the table. Who may is asked before.</summary>
    public Outcome<MeetingMove> Move(MeetingAct act, string? reason, Id<Member> by, DateTimeOffset at)
    {
        var allowed = MeetingMoves.Of(act);
        if (!allowed.From.Contains(State))
            return Refusal.Conflict($"This meeting {State.Says()}. {allowed.Needs}");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("Say why: whoever misses it reads this.").At(nameof(MeetingMove.Reason));
        var move = new MeetingMove
        {
            PracticeId = PracticeId,
            Act = act,
            From = State,
            To = allowed.To,
            Reason = Format.Shortened(reason.Trim(), PracticeMove.LongestReason),
            By = by,
            At = at,
        };
        (State, StateSince) = (allowed.To, at);
        return move;
    }

    public Outcome<MeetingMove> Clear(Reset by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Move(MeetingAct.Clear, by.Reason, by.BegunBy, at).Refused(out var refusal, out var move))
            return refusal;
        ResetId = by.Id;
        (Change, Purpose, Decision, CustomerGroupId) = (null, null, null, null);
        return move;
    }

    public Outcome<MeetingMove> ReAdd(ReAddRequest asked, Id<Member> by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var why = $"{asked.Change!.Value.Word()}: {asked.Purpose!.Trim()}";
        if (Move(MeetingAct.ReAdd, why, by, at).Refused(out var refusal, out var move))
            return refusal;
        (Change, Purpose, Decision, CustomerGroupId) = (
            asked.Change,
            asked.Purpose.Trim(),
            asked.Decision!.Trim(),
            asked.CustomerGroup
        );
        return move;
    }

    /// <summary>What the newest calendar says of it.</summary>
    public void Holds(double people, double minutes, double timesAWeek)
    {
        (People, Minutes, TimesAWeek) = (people, minutes, timesAWeek);
        HoursAWeek = people * minutes / 60 * timesAWeek;
    }

    /// <summary>The rating in the middle of all voices; empty where nobody gave one.</summary>
    public double? Impact => Median([.. Ratings.Select(r => r.Impact)]);
    public double? Effort => Median([.. Ratings.Select(r => r.Effort)]);

    static double? Median(List<int> voices)
    {
        if (voices.Count == 0)
            return null;
        voices.Sort();
        var middle = voices.Count / 2;
        return voices.Count % 2 == 1 ? voices[middle] : (voices[middle - 1] + voices[middle]) / 2.0;
    }
}

/// <summary>One voice of one member: what the meeting brings, and what it takes.</summary>
public sealed class MeetingRating : IInWorkspace
{
    public Id<MeetingRating> Id { get; init; } = Id<MeetingRating>.Random();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Practice> PracticeId { get; init; }
    public required Id<Member> MemberId { get; init; }
    public required int Impact { get; set; }
    public required int Effort { get; set; }
}

/// <summary>What a workspace's series are made unreadable with.</summary>
public sealed class CalendarKey : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required byte[] Key { get; init; }
}

/// <summary>The newest calendars of a team: how many people they speak of, and what was left out.</summary>
public sealed class TeamCalendar : IInWorkspace
{
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Team> TeamId { get; init; }
    public required int People { get; set; }
    public required int Seldom { get; set; }
    public required int Small { get; set; }
    public string? LeftOut { get; set; }
    public required DateTimeOffset At { get; set; }
    public required Id<Member> By { get; set; }

    /// <summary>What the metric of its hours is computed from.</summary>
    public static string Source(Id<Team> team) => $"{Prefix}{team}";

    const string Prefix = "meetings:";

    public static Id<Team>? TeamOf(string source) =>
        source.StartsWith(Prefix, StringComparison.Ordinal)
        && Id<Team>.TryParse(source[Prefix.Length..], null, out var team)
            ? team
            : null;
}

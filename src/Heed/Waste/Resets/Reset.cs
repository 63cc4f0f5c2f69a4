using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// All meetings of a team are taken out of the week. For two days nobody meets; then what is missed comes back shorter, rarer
/// or with fewer people, and the rest is gone. The hours before and after say what it brought.
/// </summary>
public sealed class Reset : IInWorkspace, IVersioned
{
    public const int HoursClear = 48;

    public Id<Reset> Id { get; init; } = Id<Reset>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public int Version { get; private set; }
    public required Id<Team> TeamId { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset BegunAt { get; init; }
    public required Id<Member> BegunBy { get; init; }
    public required DateTimeOffset ClearUntil { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Id<Member>? EndedBy { get; private set; }

    public ResetState State(DateTimeOffset now) =>
        EndedAt is not null ? ResetState.Ended
        : now < ClearUntil ? ResetState.Clear
        : ResetState.ReAdding;

    /// <summary>Why nothing can come back now; null where it can.</summary>
    public Refusal? NotOpen(DateTimeOffset now, TimeZoneInfo zone) =>
        State(now) switch
        {
            ResetState.Clear => Refusal.Conflict(
                $"The week stays clear until {Format.Moment(ClearUntil, zone)}. Then say what is missed."
            ),
            ResetState.Ended => Refusal.Conflict("This reset has ended. Begin another one."),
            _ => null,
        };

    public Refusal? End(Id<Member> by, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (NotOpen(now, zone) is { } refusal)
            return refusal;
        (EndedAt, EndedBy) = (now, by);
        return null;
    }

    /// <summary>The Monday from which a whole week was without what was cleared.</summary>
    public DateOnly ChangeDay(TimeZoneInfo zone)
    {
        var day = BegunAt.DayIn(zone);
        var monday = day.Monday();
        return monday == day ? day : monday.AddDays(7);
    }
}

/// <summary>By its days and its end alone.</summary>
public enum ResetState
{
    Clear,
    ReAdding,
    Ended,
}

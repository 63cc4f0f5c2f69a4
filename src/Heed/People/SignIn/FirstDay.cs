using Heed.Storage;

namespace Heed.People;

/// <summary>What a room lays ready in a workspace on its first day. It changes and does not save.</summary>
public interface IFirstDaySource
{
    void Apply(Workspace workspace, Member first);
}

/// <summary>
/// A workspace begins with a team that its first member is in, and with what the rooms lay ready: nobody runs into one
/// gate after the other before there is anything to do.
/// </summary>
public sealed class FirstDay(HeedDb db, IEnumerable<IFirstDaySource> rooms)
{
    public void Apply(Workspace workspace, Member first)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(first);
        var team = new Team { Name = workspace.Name };
        db.Teams.Add(team);
        first.Teams.Add(
            new TeamMembership
            {
                TeamId = team.Id,
                MemberId = first.Id,
                Role = TeamRole.Lead,
            }
        );
        foreach (var room in rooms)
            room.Apply(workspace, first);
    }
}

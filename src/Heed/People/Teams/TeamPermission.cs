using Heed.Storage;

namespace Heed.People;

/// <summary>The one rule of ownership, in one sentence: the team closest to the customer writes, everybody may ask.</summary>
public static class TeamPermission
{
    public static Refusal Refuse(string team) =>
        Refusal.Forbidden(
            $"This belongs to {team}, and only its members write it. You can ask or comment on the objective instead."
        );

    public static async Task<Refusal> Refuse(HeedDb db, Id<Team> team, CancellationToken stop) =>
        Refuse((await new ReadTeams(db).Find(team, stop))!.Name);
}

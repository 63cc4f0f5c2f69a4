using Heed.Storage;

namespace Heed.People;

/// <summary>Whether somebody else is here, or asked to come.</summary>
sealed class FirstColleague(HeedDb db) : IFirstStepSource
{
    public async Task<FirstStep> FirstStep(CancellationToken stop) =>
        new(
            50,
            "Invite somebody",
            "/members/invitation",
            "Who joins sees what you see.",
            await db.Invitations.AnyAsync(stop) || await db.Members.CountAsync(stop) > 1
        );
}

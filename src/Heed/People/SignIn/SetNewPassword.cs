using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class NewPasswordRequest
{
    [Required(ErrorMessage = "Choose a new password.")]
    [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
    public string? New { get; set; }
}

/// <summary>Sets a new password by a link, once. Every session and token of the person ends with it.</summary>
public sealed class SetNewPassword(
    HeedDb db,
    Visit visit,
    UserManager<Person> people,
    PasswordLink links,
    WaysIn ways,
    TimeProvider clock
)
{
    public static readonly Refusal NotOpen = new(
        "This link opens nothing. It works once, for one day; ask an administrator for a new one."
    );

    public async Task<Outcome<Person>> Run(string? code, NewPasswordRequest asked, CancellationToken stop)
    {
        if (await links.Open(code, stop) is not { } person)
            return NotOpen;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        var token = await people.GeneratePasswordResetTokenAsync(person);
        if (await people.ResetPasswordAsync(person, token, asked.New!) is { Succeeded: false } failed)
            return failed.Refused(nameof(asked.New));
        // Wrong tries of before must not keep out who has just proved to be the one.
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        await ways.End(person.Id, stop);

        var memberships = await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.PersonId == person.Id)
            .Join(db.Workspaces, m => m.WorkspaceId, w => w.Id, (m, w) => new { Member = m, Workspace = w })
            .ToListAsync(stop);
        foreach (var place in memberships)
        {
            visit.Enter(place.Workspace, place.Member);
            new JournalWriter(db, clock).Write(
                "password",
                place.Member.Id,
                $"{place.Member.Name} set a new password by a link."
            );
            await db.SaveChangesAsync(stop);
        }
        await act.CommitAsync(stop);
        return person;
    }
}

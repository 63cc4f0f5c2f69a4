using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class PasswordRequest
{
    [Required(ErrorMessage = "Give your present password.")]
    public string? Present { get; set; }

    [Required(ErrorMessage = "Choose a new password.")]
    [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
    public string? New { get; set; }
}

/// <summary>Changes one's own password. What else opens Heed in the same name ends with it.</summary>
public sealed class ChangePassword(
    HeedDb db,
    Member me,
    UserManager<Person> people,
    SignInManager<Person> door,
    WaysIn ways,
    Visit visit,
    JournalWriter journal
)
{
    public async Task<Outcome<Done>> Run(PasswordRequest asked, CancellationToken stop)
    {
        var person = await db.Users.SingleAsync(p => p.Id == me.PersonId, stop);
        if (await door.NotPresent(person, asked.Present!) is { } refusal)
            return refusal;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        journal.Write("password", me.Id, $"{me.Name} changed the password.");
        var changed = await people.ChangePasswordAsync(person, asked.Present!, asked.New!);
        if (!changed.Succeeded)
            return changed.Refused(nameof(asked.New));
        await ways.End(me.PersonId, stop, visit.Session);
        await act.CommitAsync(stop);
        await door.RefreshSignInAsync(person);
        return new Done();
    }
}

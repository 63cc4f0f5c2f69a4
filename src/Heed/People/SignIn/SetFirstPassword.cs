using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class FirstPasswordRequest : ProofRequest
{
    [Required(ErrorMessage = "Choose a password.")]
    [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
    public string? New { get; set; }
}

/// <summary>A password for who came by the provider and has none yet.</summary>
public sealed class SetFirstPassword(
    HeedDb db,
    Member me,
    Visit visit,
    Settings settings,
    UserManager<Person> people,
    SignInManager<Person> door,
    Proof proof,
    WaysIn ways,
    JournalWriter journal
)
{
    public async Task<Outcome<Done>> Run(FirstPasswordRequest asked, CancellationToken stop)
    {
        if (settings.OpenIdOnly)
            return Refusal.Conflict(
                "People sign in by the organisation's account alone here: a password opens nothing."
            );
        var person = await db.Users.SingleAsync(p => p.Id == me.PersonId, stop);
        if (person.PasswordHash is not null)
            return Refusal.Conflict("You have a password already. Change it with the present one.");
        // A password that is refused gives the proof back.
        await using var act = await db.Database.BeginTransactionAsync(stop);
        if (await proof.Lacks(person, asked, ProofFor.FirstPassword, stop) is { } refusal)
            return refusal;
        journal.Write("password", me.Id, $"{me.Name} set a password.");
        var added = await people.AddPasswordAsync(person, asked.New!);
        if (!added.Succeeded)
            return added.Refused(nameof(asked.New));
        await ways.End(me.PersonId, stop, visit.Session);
        await act.CommitAsync(stop);
        await door.RefreshSignInAsync(person);
        return new Done();
    }
}

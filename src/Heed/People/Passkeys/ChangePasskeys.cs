using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Heed.People;

public sealed class NewPasskeyRequest : ProofRequest
{
    [Required(ErrorMessage = "Give it a name by which you know the device.")]
    [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? Name { get; set; }
}

/// <summary>What the browser is given to make a passkey of.</summary>
public sealed record PasskeyToMake(string Options);

/// <summary>Adds a passkey of one's own and takes it away; an administrator takes away those of a lost device.</summary>
public sealed class ChangePasskeys(
    HeedDb db,
    Member me,
    Visit visit,
    Settings settings,
    Proof proof,
    PasskeyChallenge challenge,
    IPasskeyHandler<Person> passkeys,
    IHttpContextAccessor http,
    UserManager<Person> people,
    WaysIn ways,
    JournalWriter journal,
    TimeProvider clock
)
{
    public static readonly Refusal NotHere = new(
        "Passkeys need an address with a name and TLS, such as https://heed.example.org. Whoever runs this Heed sets it as Heed:PublicUrl."
    );

    /// <summary>Looks who is here first, so that no device keeps a passkey that is then refused.</summary>
    public async Task<Outcome<PasskeyToMake>> Begin(NewPasskeyRequest asked, CancellationToken stop)
    {
        if (!settings.TakesPasskeys())
            return NotHere;
        var person = await Mine(stop);
        if (await db.UserPasskeys.CountAsync(p => p.UserId == person.Id, stop) >= Passkey.Most)
            return Refusal.Conflict($"You have {Passkey.Most} passkeys. Remove one that you do not use.");
        return await proof.Lacks(person, asked, ProofFor.NewPasskey, stop) is { } refusal
            ? refusal
            : new PasskeyToMake(await challenge.ToMakeOne(person, asked.Name!.Trim()));
    }

    public async Task<Outcome<Done>> Add(PasskeyRequest asked, CancellationToken stop)
    {
        if (challenge.Take(making: true) is not { } begun)
            return new Refusal(
                "Heed asked for the passkey more than five minutes ago, or in another browser. Begin again."
            );
        var made = await passkeys.PerformAttestationAsync(
            new()
            {
                HttpContext = http.HttpContext!,
                CredentialJson = asked.Answer!,
                AttestationState = begun.State,
            }
        );
        if (!made.Succeeded || made.UserEntity.Id != me.PersonId.ToString())
            return new Refusal(
                "This passkey was not made for here, or is here already. Begin again, or use another device."
            );
        var kept = new UserPasskeyInfo(
            made.Passkey.CredentialId,
            made.Passkey.PublicKey,
            clock.GetUtcNow(),
            made.Passkey.SignCount,
            made.Passkey.Transports,
            made.Passkey.IsUserVerified,
            made.Passkey.IsBackupEligible,
            made.Passkey.IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        )
        {
            Name = begun.Name,
        };
        await using var act = await db.Database.BeginTransactionAsync(stop);
        var person = await Mine(stop);
        journal.Write("passkey", me.Id, $"{me.Name} added a passkey.");
        (await people.AddOrUpdatePasskeyAsync(person, kept)).Surely();
        await ways.EndSessions(person.Id, stop, visit.Session);
        // Who has just given the password, or signed in again, and unlocked the device has given both.
        await ways.Mark(visit.Session, OpenedBy.Passkey, stop);
        await act.CommitAsync(stop);
        return new Done();
    }

    public async Task<Outcome<Done>> Remove(string? id, ProofRequest asked, CancellationToken stop)
    {
        var person = await Mine(stop);
        if (
            Bytes(id) is not { } key
            || !await db.UserPasskeys.AnyAsync(p => p.CredentialId == key && p.UserId == person.Id, stop)
        )
            return Refusal.Missing("passkey");
        if (await proof.Lacks(person, asked, ProofFor.RemovePasskey(id!), stop) is { } refusal)
            return refusal;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        journal.Write("passkey", me.Id, $"{me.Name} removed a passkey.");
        (await people.RemovePasskeyAsync(person, key)).Surely();
        await ways.EndSessions(person.Id, stop, visit.Session);
        if (!await db.UserPasskeys.AnyAsync(p => p.UserId == person.Id, stop))
            await ways.Mark(visit.Session, OpenedBy.Password, stop);
        await act.CommitAsync(stop);
        return new Done();
    }

    /// <summary>For a member whose device is lost. Refused where the same sign-in opens other organisations.</summary>
    public async Task<Outcome<Done>> TakeAwayFrom(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may take away passkeys.");
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        if (await ways.OpenElsewhere(member, stop))
            return Refusal.Conflict(
                $"{member.Name} signs in to other organisations too, so the passkeys are not yours to take away."
            );
        await using var act = await db.Database.BeginTransactionAsync(stop);
        journal.Write("passkey", member.Id, $"{me.Name} took away the passkeys of {member.Name}.");
        await db.UserPasskeys.Where(p => p.UserId == member.PersonId).ExecuteDeleteAsync(stop);
        await ways.EndSessions(member.PersonId, stop, member.Id == me.Id ? visit.Session : null);
        if (member.Id == me.Id)
            await ways.Mark(visit.Session, OpenedBy.Password, stop);
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return new Done();
    }

    static byte[]? Bytes(string? id)
    {
        try
        {
            return id is { Length: > 0 } ? WebEncoders.Base64UrlDecode(id) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    Task<Person> Mine(CancellationToken stop) => db.Users.SingleAsync(p => p.Id == me.PersonId, stop);
}

/// <summary>One's own passkeys, the oldest first.</summary>
public sealed class ReadPasskeys(HeedDb db, Member me)
{
    public async Task<IReadOnlyList<PasskeyView>> Mine(CancellationToken stop) =>
        [
            .. (await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == me.PersonId).ToListAsync(stop))
                .OrderBy(p => p.Data.CreatedAt)
                .Select(p => new PasskeyView(
                    Passkey.Named(p.CredentialId),
                    p.Data.Name ?? "Passkey",
                    p.Data.CreatedAt,
                    p.LastUsedAt
                )),
        ];
}

using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class ClaimRequest
{
    [Required(ErrorMessage = "Give the one-time code from the log.")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "Give your organisation a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Organisation { get; set; }

    [Required(ErrorMessage = "Give your name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give your e-mail address.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(254, ErrorMessage = "Use at most 254 characters.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Choose a password.")]
    [NoGuessedPassword]
    public string? Password { get; set; }

    [StringLength(100, ErrorMessage = "A time zone has at most 100 characters, such as Europe/Vienna.")]
    public string? TimeZone { get; set; }
}

/// <summary>What the words around a password say of it, told with all else that is wrong and not after it.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class NoGuessedPasswordAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var because =
            value is not string { Length: > 0 } password ? null
            : password.Length < KnownPasswords.Shortest
                ? $"Passwords must be at least {KnownPasswords.Shortest} characters."
            : validationContext.ObjectInstance is ClaimRequest asked
                ? PasswordRules.Refusal(password, asked.Organisation, asked.Name, asked.Email)?.Because
            : null;
        return because is null ? null : new(because, [validationContext.MemberName!]);
    }
}

/// <summary>Makes whoever has the one-time code from the log the first administrator. It works once.</summary>
public sealed class ClaimFirstWorkspace(
    HeedDb db,
    UserManager<Person> people,
    Visit visit,
    FirstDay first,
    TimeProvider clock
)
{
    /// <summary>Whether nobody is here yet.</summary>
    public async Task<bool> IsOpen(CancellationToken stop) =>
        !await db.Workspaces.AnyAsync(stop) && !await db.FirstClaims.AnyAsync(c => c.ClaimedAt != null, stop);

    /// <summary>What is wrong with a code; null where it would open. Using it decides, and nothing else.</summary>
    public async Task<Refusal?> Fault(string? code, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(code))
            return null;
        var hash = Secret.Hash(code.Trim());
        return await db.FirstClaims.AnyAsync(c => c.ClaimedAt == null && c.CodeHash == hash, stop) ? null : Wrong;
    }

    static Refusal Wrong =>
        new Refusal("This code does not open anything. It works once; the newest one is in the log of the server.").At(
            nameof(ClaimRequest.Code)
        );

    /// <summary>A new code while nobody has claimed; empty afterwards. An older code stops working.</summary>
    public async Task<string?> NewCode(CancellationToken stop)
    {
        var code = Secret.New("claim");
        var claim = await db.FirstClaims.SingleOrDefaultAsync(stop);
        if (claim is { ClaimedAt: not null } || await db.Workspaces.AnyAsync(stop))
            return null;
        if (claim is null)
            db.FirstClaims.Add(new FirstClaim { CodeHash = Secret.Hash(code) });
        else
            claim.CodeHash = Secret.Hash(code);
        await db.SaveChangesAsync(stop);
        return code;
    }

    public async Task<Outcome<Person>> Run(ClaimRequest asked, CancellationToken stop)
    {
        await using var act = await db.Database.BeginTransactionAsync(stop);
        var now = clock.GetUtcNow();
        var hash = Secret.Hash(asked.Code!.Trim());
        // One statement decides the race: of fifty at once, one row is changed by one of them.
        var claimed = await db
            .FirstClaims.Where(c => c.Id == 1 && c.ClaimedAt == null && c.CodeHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedAt, now), stop);
        if (claimed == 0)
            return Wrong;

        if (PasswordRules.Refusal(asked.Password!, asked.Organisation, asked.Name) is { } refusal)
            return refusal.At(nameof(asked.Password));
        var person = Person.At(asked.Email!.Trim());
        if (await people.CreateAsync(person, asked.Password!) is { Succeeded: false } failed)
            return failed.Refused(nameof(asked.Password));

        var workspace = new Workspace
        {
            Name = asked.Organisation!.Trim(),
            TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(asked.TimeZone ?? "", out _) ? asked.TimeZone! : "UTC",
            CreatedAt = now,
        };
        db.Workspaces.Add(workspace);
        visit.Enter(workspace, null);
        var member = new Member
        {
            PersonId = person.Id,
            Name = asked.Name!.Trim(),
            Role = Role.Admin,
            JoinedAt = now,
        };
        db.Members.Add(member);
        visit.Enter(workspace, member);
        new JournalWriter(db, clock).Write(
            "claim",
            workspace.Id,
            $"{member.Name} claimed this Heed for {workspace.Name}."
        );
        first.Apply(workspace, member);
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return person;
    }
}

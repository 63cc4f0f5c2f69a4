using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class SignInRequest
{
    [Required(ErrorMessage = "Give your e-mail address.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Give your password.")]
    public string? Password { get; set; }
}

/// <summary>
/// Signs in by name and password. Unknown, locked, deactivated and mistyped give the same words after the same time,
/// so that nobody can find out who is here.
/// </summary>
public sealed class SignIn(
    WaysIn ways,
    UserManager<Person> people,
    SignInManager<Person> passwords,
    Door door,
    SecurityLog log,
    TimeProvider clock
)
{
    /// <summary>Longer than a hash and a write take; a failed try costs a person this, and a list of names far more.</summary>
    static readonly TimeSpan FailsAfter = TimeSpan.FromMilliseconds(400);

    static readonly Refusal NotTogether = new(
        "This e-mail address and this password do not belong together. Check both. After five wrong tries an address rests for five minutes; "
            + "who has lost the password asks an administrator."
    );

    static string? _decoy;

    public async Task<Outcome<SignedIn>> Run(SignInRequest asked, CancellationToken stop)
    {
        var started = clock.GetTimestamp();
        if (await Check(asked, stop) is { } person)
        {
            return new SignedIn(await door.OpenAfterOne(person));
        }
        var left = FailsAfter - clock.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, clock, stop);
        return NotTogether;
    }

    async Task<Person?> Check(SignInRequest asked, CancellationToken stop)
    {
        if (await people.FindByEmailAsync(asked.Email!.Trim()) is not { } person)
        {
            LookAsLong(asked.Password!);
            log.KeptOut(null, "nobody has this name");
            return null;
        }
        // Its password is not looked at, and it takes as long: under a burst the difference would tell who is here.
        if (await people.IsLockedOutAsync(person))
        {
            LookAsLong(asked.Password!);
            log.KeptOut(person.Id, "the name rests after too many tries");
            return null;
        }
        var right = await passwords.CheckPasswordSignInAsync(person, asked.Password!, lockoutOnFailure: true);
        var isSomewhere = await ways.LeadSomewhere(person.Id, stop);
        if (right.Succeeded && isSomewhere && !await ways.AreTheProviders(person.Id, stop))
            return person;
        log.KeptOut(person.Id, right.Succeeded ? "this way is shut" : "the password is wrong");
        return null;
    }

    /// <summary>The same work as for the password of a known name.</summary>
    void LookAsLong(string password)
    {
        var nobody = new Person();
        _decoy ??= people.PasswordHasher.HashPassword(nobody, "nobody's password");
        people.PasswordHasher.VerifyHashedPassword(nobody, _decoy, password);
    }
}

/// <param name="IsIn">False where the code of the second step is asked for first.</param>
public sealed record SignedIn(bool IsIn);

/// <summary>Where a page may send somebody who has just signed in: only to a path of this site.</summary>
public static class LocalPath
{
    public static string OrHome(string? to) =>
        to is ['/', ..]
        && to is not ['/', '/' or '\\', ..]
        && !to.Any(c => char.IsControl(c) || c == '\\')
        && Uri.TryCreate(to, UriKind.Relative, out _)
            ? to
            : "/";
}

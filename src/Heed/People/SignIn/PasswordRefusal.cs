using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>Why an account was not kept as asked: beside the password, where it is the password that was refused.</summary>
public static class PasswordRefusal
{
    /// <summary>
    /// Why this is not the present password of whoever is signed in; null where it is. Through the lockout, or an open window
    /// would be a place to guess at leisure.
    /// </summary>
    internal static async Task<Refusal?> NotPresent(this SignInManager<Person> door, Person person, string given) =>
        (await door.CheckPasswordSignInAsync(person, given, lockoutOnFailure: true)).Succeeded
            ? null
            : new Refusal("This is not your present password. After five wrong tries it rests for five minutes.").At(
                nameof(PasswordRequest.Present)
            );

    /// <summary>For what nothing that people type can make fail.</summary>
    internal static void Surely(this IdentityResult saved)
    {
        if (!saved.Succeeded)
            throw new InvalidOperationException(Said(saved));
    }

    static string Said(IdentityResult failed) => string.Join(" ", failed.Errors.Select(e => e.Description));

    public static Refusal Refused(this IdentityResult failed, string field)
    {
        var refusal = new Refusal(Said(failed));
        return failed.Errors.All(e => e.Code.StartsWith("Password", StringComparison.Ordinal))
            ? refusal.At(field)
            : refusal;
    }
}

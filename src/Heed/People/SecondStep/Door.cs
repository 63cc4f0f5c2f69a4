using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// The way in, once the password is right: through at once, or by the code of the second step, for which it stays open five
/// minutes. Every page that signs in somebody by a password goes through here.
/// </summary>
public sealed class Door(SignInManager<Person> signIn, UserManager<Person> people, SecondStep step, SecurityLog log)
{
    const string Stamp = "stamp";

    /// <summary>Whether they are in; else the code is asked for at <see cref="SecondStepPath"/>.</summary>
    public async Task<bool> Open(Person person)
    {
        if (!person.TwoFactorEnabled)
        {
            await signIn.SignInAsync(person, isPersistent: true);
            return true;
        }
        var waits = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        waits.AddClaim(new(ClaimTypes.NameIdentifier, person.Id.ToString()));
        waits.AddClaim(new(Stamp, person.SecurityStamp ?? ""));
        await signIn.Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(waits));
        return false;
    }

    /// <summary>For whoever has shown both steps in one.</summary>
    public async Task Open(Person person, OpenedBy by)
    {
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(person, isPersistent: true, [new(SessionCookie.By, by.ToString())]);
    }

    public const string SecondStepPath = "/sign-in/code";

    /// <summary>Who has given the password and waits here; null where nobody does any more.</summary>
    public async Task<Person?> WhoWaits()
    {
        var waits = await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return
            waits.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && await people.FindByIdAsync(id) is { } person
            && waits.Principal.FindFirstValue(Stamp) == person.SecurityStamp
            ? person
            : null;
    }

    public async Task<Outcome<Person>> Run(CodeRequest asked, CancellationToken stop)
    {
        if (await WhoWaits() is not { } person)
            return new Refusal("Sign in with your password first: the code must follow within five minutes.");
        var rests = await people.IsLockedOutAsync(person);
        if (rests || !await step.Accepts(person, asked.Code, stop))
        {
            if (!rests)
                await people.AccessFailedAsync(person);
            log.KeptOut(person.Id, rests ? "the name rests after too many tries" : "the code is wrong");
            return new Refusal(
                "This is not the code. Take the newest one of the app; each is good once. After five wrong tries it rests for five minutes."
            ).At(nameof(asked.Code));
        }
        await people.ResetAccessFailedCountAsync(person);
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(person, isPersistent: true);
        return person;
    }
}

/// <summary>Marks a page that opens without the second step that the workspace asks for, such as the one that sets it up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSecondStepAttribute : Attribute;

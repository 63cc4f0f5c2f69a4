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

    /// <summary>For whoever has shown one step. Whether they are in; else the code is asked for at <see cref="SecondStepPath"/>.</summary>
    public async Task<bool> OpenAfterOne(Person person, OpenedBy by = OpenedBy.Password)
    {
        if (!person.TwoFactorEnabled)
        {
            await signIn.SignInWithClaimsAsync(person, isPersistent: true, [new(SessionCookie.By, by.ToString())]);
            return true;
        }
        var waits = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        waits.AddClaim(new(ClaimTypes.NameIdentifier, person.Id.ToString()));
        waits.AddClaim(new(SessionCookie.By, by.ToString()));
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

    /// <summary>Who has shown one step and waits here; null where nobody does any more.</summary>
    public async Task<Person?> WhoWaits() => (await Waits()).Person;

    async Task<(Person? Person, OpenedBy By)> Waits()
    {
        var waits = (await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return
            waits?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && await people.FindByIdAsync(id) is { } person
            && waits.FindFirstValue(Stamp) == person.SecurityStamp
            && Enum.TryParse<OpenedBy>(waits.FindFirstValue(SessionCookie.By), out var by)
            ? (person, by)
            : default;
    }

    public async Task<Outcome<Person>> Run(CodeRequest asked, CancellationToken stop)
    {
        if (await Waits() is not ({ } person, var by))
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
        await Open(person, by is OpenedBy.ProviderAlone ? OpenedBy.Provider : by);
        return person;
    }
}

/// <summary>Marks a page that opens without the second step that the workspace asks for, such as the one that sets it up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSecondStepAttribute : Attribute;

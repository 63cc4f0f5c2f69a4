using System.ComponentModel.DataAnnotations;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>That it is oneself who sits here: the present password, a passkey, or nothing where the provider has said so.</summary>
public class ProofRequest
{
    public string? Present { get; set; }

    [StringLength(PasskeyRequest.Longest, ErrorMessage = "This is no answer of a passkey.")]
    public string? Answer { get; set; }
}

/// <summary>Asks for it before the ways in of somebody change.</summary>
public sealed class Proof(
    HeedDb db,
    Visit visit,
    WaysIn ways,
    PasskeyCheck check,
    ProveByProvider provider,
    SignInManager<Person> door
)
{
    static readonly Refusal NotYours = new("This passkey is not one of yours.");

    static readonly Refusal WithPasskey = new(
        "Your organisation asks for a second step, and yours is a passkey: the password alone changes nothing here. Use the passkey; an administrator takes away a lost one."
    );

    static readonly Refusal WithPasskeyToo = new(
        "Your organisation asks for a second step, and yours is a passkey: signing in again by one step changes nothing here. Use the passkey; an administrator takes away a lost one."
    );

    static readonly Refusal ByProvider = new(
        "Sign in with your organisation's account once more first: the button leads there and back. It counts once, for five minutes."
    );

    internal static readonly Refusal NoPassword = new(
        "You have no password here. Use a passkey that you have, or ask an administrator for a link that sets a password."
    );

    /// <param name="what">For which a proof by the provider must have been given; it is used up.</param>
    internal async Task<Refusal?> Lacks(Person person, ProofRequest given, ProofFor what, CancellationToken stop)
    {
        if (given.Answer is { Length: > 0 } answer)
            return (await check.Whose(answer, stop)).Refused(out var refusal, out var whose) ? refusal
                : whose.Id == person.Id ? null
                : NotYours;
        var byProvider = given.Present is not { Length: > 0 } && await provider.IsFor(person, stop);
        if (await AsksForPasskey(person, stop))
            return byProvider ? WithPasskeyToo : WithPasskey.At(nameof(given.Present));
        if (byProvider)
            return await provider.Use(person, what, stop) ? null : ByProvider;
        if (person.PasswordHash is null)
            return NoPassword;
        return given.Present is { Length: > 0 } password
            ? await door.NotPresent(person, password)
            : new Refusal("Give your present password.").At(nameof(given.Present));
    }

    /// <summary>
    /// Whether a passkey is the second step that an organisation of theirs asks for, and this browser has not shown it. Who
    /// has learned the password alone would otherwise take the passkey away, or set up a second step of their own.
    /// </summary>
    async Task<bool> AsksForPasskey(Person person, CancellationToken stop)
    {
        var here = visit.Session;
        return !person.TwoFactorEnabled
            && await db.UserPasskeys.AnyAsync(p => p.UserId == person.Id, stop)
            && await db.Sessions.AnyAsync(
                s => s.Id == here && (s.OpenedBy == OpenedBy.Password || s.OpenedBy == OpenedBy.ProviderAlone),
                stop
            )
            && await ways.AskForSecondStep(person.Id, stop);
    }
}

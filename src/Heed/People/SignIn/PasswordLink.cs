using System.Text;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Heed.People;

/// <summary>
/// The way back in for who has lost the password: a link sealed by the server that works for a day, and ends with the
/// first password that is set, since it carries the person's security stamp, and with the rights of whoever made it.
/// </summary>
public sealed class PasswordLink(UserManager<Person> people, WaysIn ways, Settings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <param name="maker">The administrator who makes it; empty for whoever runs this Heed.</param>
    public async Task<(string Link, DateTimeOffset ExpiresAt)> Make(Person person, Id<Member> maker = default)
    {
        var token = await people.GenerateUserTokenAsync(person, Provider, PurposeOf(maker));
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{person.Id:N}{maker}{token}"));
        return (settings.LinkTo($"/new-password?code={code}"), clock.GetUtcNow() + Lifetime);
    }

    /// <summary>Whose link it is; null for whatever opens nothing, without saying why.</summary>
    public async Task<Person?> Open(string? code, CancellationToken stop)
    {
        const int idLength = 32;
        string text;
        try
        {
            text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code ?? ""));
        }
        catch (FormatException)
        {
            return null;
        }
        if (
            text.Length <= 2 * idLength
            || !Guid.TryParseExact(text[..idLength], "N", out var id)
            || !Id<Member>.TryParse(text[idLength..(2 * idLength)], null, out var maker)
            || await people.FindByIdAsync(id.ToString()) is not { } person
            || !await people.VerifyUserTokenAsync(person, Provider, PurposeOf(maker), text[(2 * idLength)..])
        )
            return null;
        return maker == default || await ways.MayOpen(maker, stop) ? person : null;
    }

    string Provider => people.Options.Tokens.PasswordResetTokenProvider;

    /// <summary>Sealed with the link, so that nobody puts another maker into it.</summary>
    static string PurposeOf(Id<Member> maker) => $"new password, made by {maker}";
}

/// <summary>A link for a new password, which is shown this once, or went by mail.</summary>
/// <param name="Link">Empty where it went by mail.</param>
/// <param name="MailedTo">Empty where no mail server is set.</param>
public sealed record PasswordLinkMade(string? Link, string? MailedTo, DateTimeOffset ExpiresAt);

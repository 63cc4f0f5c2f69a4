using System.Text;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Heed.People;

/// <summary>
/// The way back in for who has lost the password: a link sealed by the server that works for a day, and ends with the
/// first password that is set, since it carries the person's security stamp.
/// </summary>
public sealed class PasswordLink(UserManager<Person> people, Settings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public async Task<(string Link, DateTimeOffset ExpiresAt)> Make(Person person)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{person.Id:N}{token}"));
        return (settings.LinkTo($"/new-password?code={code}"), clock.GetUtcNow() + Lifetime);
    }

    /// <summary>Whose link it is and the token in it; null for whatever opens nothing, without saying why.</summary>
    public async Task<(Person Person, string Token)?> Open(string? code)
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
            text.Length <= idLength
            || !Guid.TryParseExact(text[..idLength], "N", out var id)
            || await people.FindByIdAsync(id.ToString()) is not { } person
        )
            return null;
        var token = text[idLength..];
        return await people.VerifyUserTokenAsync(
            person,
            people.Options.Tokens.PasswordResetTokenProvider,
            UserManager<Person>.ResetPasswordTokenPurpose,
            token
        )
            ? (person, token)
            : null;
    }
}

/// <summary>A link for a new password, which is shown this once, or went by mail.</summary>
/// <param name="Link">Empty where it went by mail.</param>
/// <param name="MailedTo">Empty where no mail server is set.</param>
public sealed record PasswordLinkMade(string? Link, string? MailedTo, DateTimeOffset ExpiresAt);

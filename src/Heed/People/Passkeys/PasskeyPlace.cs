using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// The address that passkeys are made for: the one that people use, as the settings say it, and never what a request
/// claims. Browsers make none for a number instead of a name, nor without TLS but on the machine itself.
/// </summary>
public static class PasskeyPlace
{
    public static bool TakesPasskeys(this Settings settings) =>
        Address(settings) is { HostNameType: UriHostNameType.Dns } address
        && (settings.UsesHttps || address.Host == "localhost");

    internal static void Set(IdentityPasskeyOptions passkeys, Settings settings)
    {
        var address = Address(settings);
        passkeys.ServerDomain = address.Host;
        // Whoever has the device alone must not be let in: its owner is asked for a finger, a face or a number.
        passkeys.UserVerificationRequirement = "required";
        // Nobody types a name before it is used, so that the page tells nobody who is here.
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AuthenticatorTimeout = PasskeyChallenge.Lifetime;
        passkeys.ValidateOrigin = asked =>
            ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == address.GetLeftPart(UriPartial.Authority));
    }

    static Uri Address(Settings settings) => new(settings.PublicUrl);
}

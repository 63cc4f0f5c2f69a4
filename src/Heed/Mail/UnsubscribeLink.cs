using System.Globalization;
using System.Security.Cryptography;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Heed.Mail;

/// <summary>
/// A way out of one workspace's mail for one address: sealed by the server, for this purpose alone, for ninety days. It
/// opens nothing else, and nothing happens before it is posted.
/// </summary>
public sealed class UnsubscribeLink(IDataProtectionProvider protection, Settings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    readonly IDataProtector _seal = protection.CreateProtector("Heed.Mail.Unsubscribe");

    public string Code(Id<Workspace> workspace, string address)
    {
        var until = (clock.GetUtcNow() + Lifetime).UtcTicks.ToString(CultureInfo.InvariantCulture);
        return _seal.Protect($"{workspace} {until} {Suppression.Normal(address)}");
    }

    public string Page(string code) => settings.LinkTo($"/unsubscribe?code={code}");

    /// <summary>Where a mail program posts by itself (RFC 8058).</summary>
    public string OneClick(string code) => settings.LinkTo($"/unsubscribe/one-click?code={code}");

    /// <summary>Whose way out it is; null for whatever opens nothing, without saying why.</summary>
    public (Id<Workspace> Workspace, string Address)? Open(string? code)
    {
        try
        {
            return
                _seal.Unprotect(code ?? "").Split(' ', 3) is [var workspace, var ticks, var address]
                && long.Parse(ticks, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks
                ? (Id<Workspace>.Parse(workspace, null), address)
                : null;
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

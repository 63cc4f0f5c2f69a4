using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Heed.Listen;

/// <summary>Carries a refusal through a redirect, sealed, so that no address can put words into our mouth.</summary>
public sealed class SealedRefusal(IDataProtectionProvider protection)
{
    readonly IDataProtector _seal = protection.CreateProtector("heed.refusal");

    public string Seal(Refusal refusal) => _seal.Protect(refusal.Because);

    public string? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : _seal.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

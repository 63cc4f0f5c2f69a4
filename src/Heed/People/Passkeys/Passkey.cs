using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Heed.People;

/// <summary>A key that a device keeps for somebody and shows only to the address that it was made for: Heed has the public half.</summary>
public sealed class Passkey : IdentityUserPasskey<Guid>
{
    /// <summary>More than a person has devices.</summary>
    public const int Most = 20;

    /// <summary>WebAuthn lets an id have 1023 bytes, and each three are four letters here.</summary>
    public const int LongestName = 1364;

    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>As it stands in an address or a form.</summary>
    public static string Named(byte[] id) => WebEncoders.Base64UrlEncode(id);
}

/// <param name="Id">As it stands in an address or a form.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);

/// <summary>What a browser says when a passkey was shown to it.</summary>
public sealed class PasskeyRequest
{
    /// <summary>An answer of a security key with its attestation has some thousand characters.</summary>
    public const int Longest = 20_000;

    [Required(ErrorMessage = "Use a passkey: the button asks for it. It needs a browser with scripts.")]
    [StringLength(Longest, ErrorMessage = "This is no answer of a passkey.")]
    public string? Answer { get; set; }
}

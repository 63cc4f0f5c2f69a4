using System.Security.Cryptography;
using System.Text;

namespace Heed.People;

/// <summary>Codes that open something: long, random, and stored only as a hash.</summary>
static class Secret
{
    /// <summary>A new code: the kind in front, so that a found one can be told apart and revoked, then 256 random bits.</summary>
    public static string New(string kind) =>
        $"heed_{kind}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>SHA-256 is enough for 256 random bits; slow hashing is for what people can remember.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

using System.Security.Cryptography;
using System.Text;

namespace Heed.Waste;

/// <summary>
/// A receipt that people copy by hand: twenty letters of Crockford's alphabet, which has no I, L, O and U, make a hundred
/// random bits. That many need no slow hash.
/// </summary>
static class ReceiptCode
{
    const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 20;
    const int Group = 4;

    public static string New() => New(Length);

    /// <summary>
    /// The receipt of what was written into one drawn form: the same words sent twice have the same, so that they are kept
    /// once, and nothing but the receipt's hash is kept for that. Null where the form says nothing of which it is.
    /// </summary>
    public static string? Of(string? form, params ReadOnlySpan<string?> written)
    {
        if (!Id<FormKey>.TryParse(form, null, out var key))
            return null;
        var bits = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\0{string.Join('\0', written)}"));
        return Spaced(string.Concat(bits.Take(Length).Select(bit => Letters[bit % Letters.Length])));
    }

    public static string New(int length) => Spaced(RandomNumberGenerator.GetString(Letters, length));

    /// <summary>In groups of four, as it is read aloud and copied.</summary>
    public static string Spaced(string code) => string.Join('-', code.Chunk(Group).Select(part => new string(part)));

    /// <summary>Of the code as it was typed: small letters, other spaces, O for 0. Null where it can be none.</summary>
    public static string? Hash(string? typed) =>
        Plain(typed, Length) is { } code
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))
            : null;

    /// <summary>The letters alone; null where it can be no code of this length.</summary>
    public static string? Plain(string? typed, int length)
    {
        var code = string.Concat(
            (typed ?? "")
                .ToUpperInvariant()
                .Where(char.IsAsciiLetterOrDigit)
                .Select(letter =>
                    letter switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => letter,
                    }
                )
        );
        return code.Length == length && code.All(Letters.Contains) ? code : null;
    }
}

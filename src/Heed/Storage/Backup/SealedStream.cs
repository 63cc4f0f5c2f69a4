using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Heed.Storage;

/// <summary>
/// A file that opens with a password alone: AES-256-GCM in pieces, each numbered and the last one marked, so that
/// nothing can be cut off, moved or left out (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
/// The key comes from the password by PBKDF2 with SHA-256.
/// </summary>
static class SealedStream
{
    /// <summary>OWASP's count for PBKDF2 with SHA-256 (Password Storage Cheat Sheet).</summary>
    const int Rounds = 600_000;
    public const int ShortestPassword = 12;
    const int Piece = 1024 * 1024;
    const int Salt = 16;
    const int Tag = 16;
    static readonly byte[] Mark = Encoding.ASCII.GetBytes("heed-sealed-1\n");

    public static bool IsSealed(Stream file)
    {
        Span<byte> start = stackalloc byte[Mark.Length];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == start.Length && start.SequenceEqual(Mark);
    }

    public static async Task Seal(Stream plain, Stream into, string password, CancellationToken stop)
    {
        var salt = RandomNumberGenerator.GetBytes(Salt);
        await into.WriteAsync(Mark, stop);
        await into.WriteAsync(salt, stop);
        using var cipher = Cipher(password, salt);
        var (piece, box, tag) = (new byte[Piece], new byte[Piece], new byte[Tag]);
        for (var number = 0L; ; number++)
        {
            var length = await plain.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, stop);
            var isLast = length < Piece;
            cipher.Encrypt(Nonce(number, isLast), piece.AsSpan(0, length), box.AsSpan(0, length), tag);
            await into.WriteAsync(box.AsMemory(0, length), stop);
            await into.WriteAsync(tag, stop);
            if (isLast)
                return;
        }
    }

    /// <summary>False where the password is another, or the file is not whole.</summary>
    public static async Task<bool> Open(Stream file, Stream into, string password, CancellationToken stop)
    {
        var (mark, salt) = (new byte[Mark.Length], new byte[Salt]);
        await file.ReadExactlyAsync(mark, stop);
        await file.ReadExactlyAsync(salt, stop);
        using var cipher = Cipher(password, salt);
        var (box, piece) = (new byte[Piece + Tag], new byte[Piece]);
        for (var number = 0L; ; number++)
        {
            var length = await file.ReadAtLeastAsync(box, box.Length, throwOnEndOfStream: false, stop) - Tag;
            if (length < 0)
                return false;
            var isLast = length < Piece;
            try
            {
                cipher.Decrypt(
                    Nonce(number, isLast),
                    box.AsSpan(0, length),
                    box.AsSpan(length, Tag),
                    piece.AsSpan(0, length)
                );
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }
            await into.WriteAsync(piece.AsMemory(0, length), stop);
            if (isLast)
                return true;
        }
    }

    static AesGcm Cipher(string password, byte[] salt) =>
        new(Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, 32), Tag);

    static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}

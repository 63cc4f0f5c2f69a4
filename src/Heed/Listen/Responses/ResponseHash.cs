using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Heed.Listen;

/// <summary>What a response is known again by: its answers, or the id that its source gave it.</summary>
static class ResponseHash
{
    /// <summary>The same whichever way an id came: by file or from a program.</summary>
    public static UInt128 External(string surveyId, ReadOnlySpan<byte> id)
    {
        var bytes = new byte[32 + id.Length];
        Encoding.ASCII.GetBytes(surveyId, bytes);
        id.CopyTo(bytes.AsSpan(32));
        return Of(bytes);
    }

    /// <summary>Of answers that were given before in the same file, by somebody else.</summary>
    public static UInt128 Again(UInt128 content, int times)
    {
        Span<byte> bytes = stackalloc byte[20];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, content);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], times);
        return Of(bytes);
    }

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}

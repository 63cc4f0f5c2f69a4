using System.Runtime.InteropServices;
using System.Text;

namespace Heed.Analytics.Text;

/// <summary>The bytes of a part while it is written.</summary>
sealed class ModelBytes : IDisposable
{
    readonly MemoryStream _bytes = new();

    public void Number(int number) => Numbers<int>([number]);

    public void Numbers<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => _bytes.Write(MemoryMarshal.AsBytes(numbers));

    public void Word(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        Number(utf8.Length);
        _bytes.Write(utf8);
    }

    public byte[] All() => _bytes.ToArray();

    public void Dispose() => _bytes.Dispose();
}

/// <summary>The bytes of a part while it is read. What does not fit is a damaged part, never a wild allocation.</summary>
ref struct ModelBytesReader(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> _left = bytes;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public int Count() => Numbers<int>(1)[0] is >= 0 and var count ? count : throw new DamagedPart();

    public double Fraction() => Numbers<double>(1)[0];

    public T[] Numbers<T>(int count)
        where T : unmanaged
    {
        var length = (long)count * Marshal.SizeOf<T>();
        if (length > _left.Length)
            throw new DamagedPart();
        var numbers = MemoryMarshal.Cast<byte, T>(_left[..(int)length]).ToArray();
        _left = _left[(int)length..];
        return numbers;
    }

    public string Word() => Encoding.UTF8.GetString(Numbers<byte>(Count()));

    public HashIndex Index(int count)
    {
        var hashes = Numbers<ulong>(count);
        var index = new HashIndex(count);
        foreach (var hash in hashes)
            index.Add(hash);
        return index.Count == count ? index : throw new DamagedPart();
    }
}

/// <summary>A part holds less than it says. Becomes a sentence in <see cref="TextModels.Read"/>.</summary>
sealed class DamagedPart : Exception;

using System.Text;

namespace Heed.Listen;

/// <summary>The codes for no answer that a column was given, as they are written and what they are as numbers.</summary>
sealed class NoAnswerCodes
{
    readonly byte[][] _written;
    readonly double[] _numbers;

    public NoAnswerCodes(IReadOnlyList<string>? codes, FileNumbers read)
    {
        _written = [.. (codes ?? []).Select(c => Encoding.UTF8.GetBytes(c.Trim())).Where(c => c.Length > 0)];
        _numbers = [.. _written.Select(code => read.TryRead(code, out var number) ? number : double.NaN)];
    }

    /// <param name="cell">Without blanks around it.</param>
    public bool Hold(ReadOnlySpan<byte> cell)
    {
        foreach (var code in _written)
            if (cell.SequenceEqual(code))
                return true;
        return false;
    }

    /// <summary>“99.0” is the code 99.</summary>
    public bool Hold(double number) => Array.IndexOf(_numbers, number) >= 0;
}

using System.Text;

namespace Heed.Files;

/// <summary>Words that survey tools write where nobody answered. Any other word must be named with --missing.</summary>
static class NoAnswerWords
{
    static readonly byte[][] Words =
    [
        .. new[] { "blank", "na", "n/a", "null", "none", "-", "." }.Select(Encoding.ASCII.GetBytes),
    ];

    public static bool Hold(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > 5)
            return false;
        foreach (var word in Words)
            if (Ascii.EqualsIgnoreCase(cell, word))
                return true;
        return false;
    }
}

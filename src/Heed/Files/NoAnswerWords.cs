using System.Text;

namespace Heed.Files;

/// <summary>
/// Words that survey tools and people write where nobody answered. This is the one list: what is missing to an import is
/// missing to <c>heed analyze</c> and to a file of values (docs/methods/files.md says why each word is here). Any other
/// word must be named.
/// </summary>
static class NoAnswerWords
{
    public static readonly IReadOnlyList<string> All =
    [
        "-",
        ".",
        "na",
        "n/a",
        "#n/a",
        "null",
        "none",
        "blank",
        "no answer",
        "not answered",
        "not asked",
        "not applicable",
    ];

    static readonly int Longest = All.Max(word => word.Length);

    /// <summary>One of the words that is an answer where people choose from a list: they choose “none”, tools write “N/A”.</summary>
    public static bool MayBeChosen(ReadOnlySpan<byte> cell) => Ascii.EqualsIgnoreCase(cell, "none");

    /// <summary>Whether the cell, without blanks around it, is one of the words in whatever capitals.</summary>
    public static bool Hold(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 0 || cell.Length > Longest)
            return false;
        foreach (var word in All)
            if (Ascii.EqualsIgnoreCase(cell, word))
                return true;
        return false;
    }
}

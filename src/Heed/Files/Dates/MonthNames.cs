using System.Globalization;
using System.Text;

namespace Heed.Files;

/// <summary>The months in the languages of the ladders, whole or by their first letters, as tools and people shorten them.</summary>
static class MonthNames
{
    const int Fewest = 3;

    static readonly string[][] Named =
    [
        [
            "january",
            "januar",
            "janner",
            "jaenner",
            "janvier",
            "enero",
            "gennaio",
            "januari",
            "janeiro",
            "styczen",
            "stycznia",
        ],
        ["february", "februar", "feber", "fevrier", "febrero", "febbraio", "februari", "fevereiro", "luty", "lutego"],
        ["march", "marz", "maerz", "mrz", "mars", "marzo", "maart", "mrt", "marco", "marzec", "marca"],
        ["april", "avril", "abril", "aprile", "kwiecien", "kwietnia"],
        ["may", "mai", "mayo", "maggio", "mei", "maio", "maj", "maja"],
        ["june", "juni", "juin", "junio", "giugno", "junho", "czerwiec", "czerwca"],
        ["july", "juli", "juillet", "julio", "luglio", "julho", "lipiec", "lipca"],
        ["august", "aout", "agosto", "augustus", "sierpien", "sierpnia"],
        ["september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "wrzesien", "wrzesnia"],
        ["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "pazdziernik", "pazdziernika"],
        ["november", "novembre", "noviembre", "novembro", "listopad", "listopada"],
        ["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro", "grudzien", "grudnia"],
    ];

    static readonly Dictionary<string, int> Known = Prefixes();

    /// <summary>The month, 1 to 12; null where the letters name none, or two (“jui” is June or July).</summary>
    public static int? Of(ReadOnlySpan<char> text) =>
        text.Length is >= Fewest and <= 14 && Known.TryGetValue(Plain(text.TrimEnd('.')), out var month) && month > 0
            ? month
            : null;

    static Dictionary<string, int> Prefixes()
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        for (var month = 1; month <= 12; month++)
            foreach (var name in Named[month - 1])
                for (var length = Fewest; length <= name.Length; length++)
                    known[name[..length]] = known.GetValueOrDefault(name[..length], month) == month ? month : 0;
        return known;
    }

    // Not by the tables of the system, which a Heed without them lacks.
    const string Accented = "áàâäãåçéèêëíìîïñóòôöõúùûüýąćęłńśźż";
    const string Without = "aaaaaaceeeeiiiinooooouuuuyacelnszz";

    /// <summary>Without accents: “févr” and “fevr” are written for the same month.</summary>
    static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                var lower = char.ToLowerInvariant(letter);
                var at = Accented.IndexOf(lower, StringComparison.Ordinal);
                plain.Append(at < 0 ? lower : Without[at]);
            }
        return plain.ToString();
    }
}

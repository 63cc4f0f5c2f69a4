using System.Text;

namespace Heed.Files;

/// <summary>Days in words, said in English for the parser: “2. März 2026”, “lunes, 2 de marzo de 2026”.</summary>
static class DayWords
{
    static readonly HashSet<string> Small = new(
        ["de", "del", "di", "den", "der", "dem", "le", "il", "el", "am", "em", "r"],
        StringComparer.OrdinalIgnoreCase
    );

    // By their first letters: Montag, lundi, lunes, lunedì, maandag, segunda, poniedziałek …
    static readonly string[] Weekdays =
    [
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "segunda",
        "terça",
        "quarta",
        "quinta",
        "sexta",
        "feira",
        "poniedziałek",
        "wtorek",
        "środa",
        "czwartek",
        "piątek",
        "sobota",
        "niedziela",
    ];

    static readonly string[] English =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    public static string InEnglish(string text)
    {
        var said = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (!char.IsLetter(text[at]))
            {
                said.Append(text[at++]);
                continue;
            }
            var from = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            var word = text[from..at];
            // “2. März”, “1er mars”, “Mrz.”: the mark belongs to the number or the word and says nothing.
            if (MonthNames.Of(word) is { } month)
            {
                while (said.Length > 0 && said[^1] is ' ' or '.')
                    said.Length--;
                if (said.Length > 0 && said[^1] is not ('-' or '/' or ','))
                    said.Append(' ');
                said.Append(English[month - 1]);
                if (at < text.Length && text[at] == '.')
                    at++;
            }
            else if (Weekdays.Contains(word.ToLowerInvariant()))
                at += at < text.Length && text[at] is '.' or ',' or '-' ? 1 : 0;
            else if (
                !Small.Contains(word)
                && !(
                    word.ToLowerInvariant() is "er" or "st" or "nd" or "rd" or "th"
                    && from > 0
                    && char.IsAsciiDigit(text[from - 1])
                )
            )
                said.Append(word);
        }
        return said.ToString().Trim();
    }
}

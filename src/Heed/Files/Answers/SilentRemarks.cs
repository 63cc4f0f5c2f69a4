using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Heed.Files;

/// <summary>
/// Remarks that say nothing: people who were asked for a word and had none write “nil”, “no comment”, a dot. They are
/// counted apart, for a share of all remarks would be a share of a wrong total.
/// </summary>
static partial class SilentRemarks
{
    static readonly FrozenSet<string> Said = string.Join(
            '|',
            // English
            "nil|n/a|na|none|no|nope|nothing|nothing to add|nothing to say|nothing else|nothing really|nothing comes to mind|no comment|no comments|no comment at this time|no further comment|no further comments|no additional comments|no answer|no response|no reply|no feedback|no suggestions|no suggestion|no opinion|no issues|no problem|no problems|none at all|none that i can think of|not applicable|not sure|not really|don't know|i don't know|dont know|idk|dunno|did not answer|didn't answer|not answered|skipped|skip|blank|null|nan|x|xx|xxx|test|ok|okay|yes|y|n|i don't have any|i don't have any comments|i have no comment|i have no comments|i have none|have none|can't think of anything|cannot think of anything|same|as above|see above|all good|unsure|pass|refused|prefer not to say|nothing to comment|no thanks|no thank you",
            // German
            "nichts|nein|keine|keine angabe|keine angaben|keine antwort|kein kommentar|keine kommentare|keine anmerkung|keine anmerkungen|keine bemerkung|keine bemerkungen|keine ahnung|weiß nicht|weiss nicht|nichts hinzuzufügen|nichts zu sagen|entfällt|k. a|k.a|ka|passt|ja|siehe oben|gar nichts|keine vorschläge|keine meinung",
            // French
            "rien|non|aucun|aucune|aucun commentaire|pas de commentaire|pas de commentaires|sans commentaire|sans commentaires|néant|rien à dire|rien à ajouter|rien à signaler|ras|r.a.s|ne sait pas|je ne sais pas|sans réponse|pas de réponse|sans opinion|sans objet|oui|rien de particulier|aucune remarque|pas de remarque",
            // Spanish
            "nada|ninguno|ninguna|ningún comentario|sin comentarios|sin comentario|no hay|no aplica|no sé|no se|no sabe|no contesta|sin respuesta|nada que decir|nada que añadir|sí|si|ns/nc|ninguna sugerencia",
            // Italian
            "niente|nulla|nessuno|nessuna|nessun commento|no comment|non so|nessuna risposta|niente da dire|niente da aggiungere|non applicabile|sì",
            // Dutch
            "niets|geen|nee|neen|geen commentaar|geen opmerking|geen opmerkingen|geen antwoord|geen idee|weet niet|weet ik niet|nvt|n.v.t|niet van toepassing|niks|niets toe te voegen",
            // Portuguese
            "nenhum|nenhuma|nenhum comentário|sem comentários|sem comentário|sem resposta|não|nao|não sei|nao sei|não se aplica|nada a declarar|nada a acrescentar|sim",
            // Polish
            "nic|brak|brak uwag|brak komentarza|brak komentarzy|brak odpowiedzi|nie|nie wiem|nie dotyczy|nie mam|nie mam uwag|bez uwag|bez komentarza|tak"
        )
        .Split('|')
        .ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Said.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Longer ones, in bytes, say something.</summary>
    static readonly int Longest = 2 * Said.Max(word => word.Length);

    /// <summary>Words without the tags and entities that forms and exports leave in them.</summary>
    public static string Plain(string remark) =>
        remark.AsSpan().IndexOfAny('&', '<') < 0
            ? remark
            : Tags().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(Breaks().Replace(remark, " "))), " ").Trim();

    /// <summary>Whether a remark that is no blank says nothing; without a string, for it is asked of every row.</summary>
    public static bool Hold(ReadOnlySpan<byte> remark)
    {
        if (remark.Length > Longest)
            return false;
        Span<char> text = stackalloc char[remark.Length];
        Utf8.ToUtf16(remark, text, out _, out var length);
        return Hold(text[..length]);
    }

    public static bool Hold(ReadOnlySpan<char> remark)
    {
        var folded = FoldedText.Into(
            remark,
            remark.Length > Longest ? new char[remark.Length] : stackalloc char[remark.Length]
        );
        return Known.Contains(folded.Trim(" .,!-–—\"'():;/*")) || Known.Contains(folded) || !HasWords(folded);
    }

    /// <summary>More than signs, figures, pictures or one letter; in scripts without an alphabet one is a word.</summary>
    static bool HasWords(ReadOnlySpan<char> folded)
    {
        var letters = 0;
        foreach (var letter in folded)
            if (char.IsLetter(letter) && (letter >= '\u2E80' || ++letters == 2))
                return true;
        return false;
    }

    [GeneratedRegex("<br ?/?>|</p>|</div>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,200}>")]
    private static partial Regex Tags();
}

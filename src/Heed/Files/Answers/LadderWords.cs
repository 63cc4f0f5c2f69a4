namespace Heed.Files;

/// <summary>What a ladder of words asks, and so what its answers can be counted as.</summary>
enum LadderOf
{
    Satisfaction,
    Ease,
    Agreement,
    Likelihood,
    Quality,
    Importance,
    Amount,
    Frequency,
    YesNo,
}

/// <summary>Words of one language that stand at one rank of one ladder, the worst lowest; 0 is the middle where there is one.</summary>
/// <param name="Ladder">What is asked.</param>
/// <param name="Steps">Steps from the worst to the best, parted by “|”, ways to say the same by “/”.</param>
readonly record struct LadderLine(LadderOf Ladder, string Steps);

/// <summary>Ladders of one side, amounts, and the words beside them; those of two sides are <see cref="TwoSidedLadders"/>.</summary>
static class LadderWords
{
    /// <summary>Ladders that start at nothing: each line is one that is really asked, so that its number of points is known.</summary>
    public static readonly LadderLine[] OneSided =
    [
        new(LadderOf.Quality, "poor|fair|good|very good|excellent"),
        new(LadderOf.Quality, "very poor|poor|fair/average/ok/okay/acceptable/neutral|good|very good/excellent"),
        new(LadderOf.Quality, "poor|average/fair/ok/okay/acceptable/satisfactory|good|excellent/very good/outstanding"),
        new(LadderOf.Quality, "terrible|poor|average/fair/ok/okay|good|excellent/great"),
        new(
            LadderOf.Quality,
            "far below expectations|below expectations|met expectations/meets expectations|exceeded expectations/exceeds expectations|far exceeded expectations/far exceeds expectations"
        ),
        new(
            LadderOf.Quality,
            "below expectations|met expectations/meets expectations|exceeded expectations/exceeds expectations"
        ),
        new(LadderOf.Amount, "not at all|not much|some|a lot"),
        new(LadderOf.Amount, "not at all|a little|a moderate amount|a lot|a great deal"),
        new(LadderOf.Amount, "none at all|a little|a moderate amount|a lot|a great deal"),
        new(LadderOf.Quality, "mangelhaft|ausreichend|befriedigend|gut|sehr gut"),
        new(LadderOf.Quality, "ungenügend|mangelhaft|ausreichend|befriedigend|gut|sehr gut"),
        new(
            LadderOf.Frequency,
            "never|rarely/seldom/hardly ever|sometimes/occasionally|often/frequently/usually|always/very often/all the time"
        ),
        new(
            LadderOf.Frequency,
            "never|rarely/seldom|sometimes/occasionally|often/frequently|very often/very frequently|always"
        ),
        new(
            LadderOf.Frequency,
            "never|once in a while/sometimes/occasionally|about half the time|most of the time/usually|always"
        ),
        new(LadderOf.Frequency, "nie|selten|manchmal/gelegentlich|oft/häufig|immer/sehr oft/sehr häufig"),
        new(
            LadderOf.Frequency,
            "jamais|rarement|parfois/quelquefois/occasionnellement|souvent/fréquemment|toujours/très souvent"
        ),
        new(
            LadderOf.Frequency,
            "nunca|raramente/rara vez/casi nunca|a veces/ocasionalmente/algunas veces|a menudo/frecuentemente/casi siempre|siempre/muy a menudo"
        ),
        new(LadderOf.Frequency, "mai|raramente|a volte/qualche volta/talvolta|spesso|sempre/molto spesso"),
        new(LadderOf.Frequency, "nooit|zelden|soms/af en toe|vaak/meestal|altijd/heel vaak/zeer vaak"),
        new(
            LadderOf.Frequency,
            "nunca|raramente|às vezes/ocasionalmente/por vezes|frequentemente/muitas vezes|sempre/muito frequentemente"
        ),
        new(LadderOf.Frequency, "nigdy|rzadko|czasami/czasem/od czasu do czasu|często|zawsze/bardzo często"),
    ];

    /// <summary>
    /// How much of one thing, by the words before it: “not at all satisfied” to “extremely satisfied”. Whatever thing it
    /// is, it must be the same in all answers.
    /// </summary>
    public static readonly string[] Amounts =
    [
        "not at all|not so/not very/slightly/a little|somewhat/moderately/fairly|very|extremely/completely",
        "not at all|slightly/a little|somewhat/moderately|quite/fairly|very/extremely",
        "not at all|not very/not so/slightly|somewhat/fairly/quite/moderately|very/extremely/completely",
        "not|slightly/a little/somewhat|moderately/fairly|very|extremely",
        "not|somewhat/fairly/slightly/moderately|very/extremely",
        "überhaupt nicht/gar nicht|wenig/kaum|mittelmäßig/etwas/einigermaßen/teilweise|ziemlich|sehr/äußerst/außerordentlich",
        "überhaupt nicht/gar nicht|wenig/nicht sehr/eher nicht|ziemlich/eher|sehr/äußerst",
        "nicht|weniger/wenig/etwas|eher/ziemlich|sehr|äußerst",
        "pas du tout|peu/pas très|moyennement/assez|très|extrêmement",
        "pas du tout|peu/pas très/plutôt pas|assez/plutôt|très/tout à fait/extrêmement",
        "nada|poco|algo/moderadamente|muy/bastante|extremadamente/sumamente",
        "nada|poco|bastante/algo|muy/extremadamente",
        "per niente/per nulla|poco|abbastanza/moderatamente|molto|estremamente/moltissimo",
        "per niente/per nulla|poco|abbastanza|molto",
        "helemaal niet|niet zo/niet erg/een beetje|enigszins/redelijk/tamelijk|zeer/heel/erg|uiterst/buitengewoon",
        "helemaal niet|niet zo/niet erg/een beetje|redelijk/tamelijk/enigszins|zeer/heel/erg/uiterst",
        "nada|pouco|moderadamente/razoavelmente/mais ou menos|muito|extremamente",
        "nada|pouco|moderadamente/razoavelmente|muito/extremamente",
        "wcale nie/w ogóle nie|mało/niezbyt|umiarkowanie/dość|bardzo|niezwykle/ogromnie",
        "wcale nie/w ogóle nie|mało/niezbyt|dość/raczej|bardzo",
    ];

    /// <summary>No and yes.</summary>
    public static readonly string[] NoYes =
    [
        "no/n/false/disagree|yes/y/true/agree",
        "nein|ja",
        "non/faux|oui/vrai",
        "no/falso|sí/si/verdadero/sì/vero",
        "nee|ja",
        "não/nao|sim",
        "nie|tak",
    ];

    /// <summary>Things that the words of an amount are about, and what is asked then; all others are an amount of something.</summary>
    public static readonly (LadderOf Ladder, string[] Starts)[] About =
    [
        (LadderOf.Satisfaction, ["satisf", "happy", "zufrieden", "soddisf", "tevreden", "zadowol", "content"]),
        (LadderOf.Likelihood, ["likely", "wahrscheinlich", "probab", "waarschijnlijk", "prováv", "prawdopodob"]),
        (LadderOf.Ease, ["easy", "einfach", "leicht", "facil", "fácil", "makkelijk", "gemakkelijk", "łatw"]),
        (LadderOf.Importance, ["important", "wichtig", "importan", "belangrijk", "ważn", "essential"]),
    ];

    /// <summary>Answers beside a ladder that say that there is none.</summary>
    public static readonly string[] NoOpinion = string.Join('|', NoOpinionByLanguage).Split('|');

    static string[] NoOpinionByLanguage =>
        [
            "not applicable|not sure|don't know|do not know|don't know / not applicable|dont know|i don't know|can't say|cannot say|no opinion|no answer|prefer not to say|rather not say|prefer not to answer|does not apply|doesn't apply|did not use|have not used|haven't used it|n/a|na|refused|skipped",
            "weiß nicht|weiss nicht|keine angabe|keine antwort|keine meinung|nicht zutreffend|entfällt|kann ich nicht beurteilen|kann ich nicht sagen|k. a|k.a",
            "ne sait pas|je ne sais pas|sans objet|non applicable|pas de réponse|sans réponse|ne s'applique pas|non concerné|préfère ne pas répondre",
            "no sabe|no sé|no contesta|no sabe/no contesta|ns/nc|no aplica|no procede|sin respuesta",
            "non so|non applicabile|nessuna risposta|non risponde|preferisco non rispondere",
            "weet niet|weet ik niet|niet van toepassing|geen antwoord|geen mening|n.v.t",
            "não sei|não se aplica|sem resposta|não sabe|prefiro não responder|ns/nr",
            "nie wiem|nie dotyczy|brak odpowiedzi|odmowa odpowiedzi",
        ];
}

namespace Heed.Aim;

/// <summary>
/// Kinds of English words, by what they do in a sentence. The lists are general: common verbs of making, of change, of keeping
/// and of attaining, and the endings that make verbs and nouns. None is taken from an example.
/// </summary>
static class EnglishWords
{
    /// <summary>A level goes up or down, or a direction is named.</summary>
    public static readonly HashSet<string> Change = Set(
        "increase decrease reduce raise lower cut grow lift drop shrink boost improve double triple quadruple halve move shift push shorten lengthen expand accelerate slash minimize minimise maximize maximise decline enhance optimize optimise strengthen speed trim lessen diminish elevate advance climb fall rise slow widen narrow deepen better limit curb extend scale bring make become"
    );

    public static readonly HashSet<string> Keep = Set(
        "maintain keep sustain preserve stay remain continue ensure support retain safeguard protect uphold hold guarantee"
    );

    /// <summary>A state is arrived at: whether that is an outcome is told by what is arrived at.</summary>
    public static readonly HashSet<string> Attain = Set(
        "achieve reach get attain hit gain generate win earn secure exceed surpass become receive acquire have see score obtain pass"
    );

    public static readonly HashSet<string> Finish = Set("complete finish finalize finalise conclude close");

    /// <summary>Verbs of making, doing, arranging and handing over, whose doer is the team.</summary>
    public static readonly HashSet<string> Make = Set(
        """
        launch build create develop deliver implement ship release deploy publish write design draft produce prepare plan hire recruit
        train teach coach onboard migrate roll introduce install set establish organize organise run hold conduct host hold attend
        fix resolve repair patch refactor rewrite rebuild redesign document review audit test automate integrate configure setup upgrade
        update replace remove retire sunset buy purchase procure order sign negotiate renegotiate collect gather analyze analyse
        research investigate explore study identify define map measure track monitor report present send post share record film
        film schedule meet visit call contact interview survey invite approach engage pilot prototype try evaluate assess select
        choose decide agree approve submit file apply register certify print translate localize localise adopt enable add open
        start begin initiate kick execute perform do provide offer supply give assign appoint promote hand transfer move-over clean
        archive merge split consolidate standardize standardise rename restructure reorganize rearrange assemble compile finalise
        outsource partner sponsor advertise market campaign pitch demo showcase facilitate lead manage coordinate own oversee
        ideate brainstorm discover learn read code program debug optimise-for obtain
        """
    );

    /// <summary>What a team does or hands out itself: more of it is more work, not a change in what others do.</summary>
    public static readonly HashSet<string> OwnWork = Set(
        """
        post posts article articles interview interviews workshop workshops training trainings meeting meetings demo demos webinar
        webinars campaign campaigns newsletter newsletters feature features release releases deployment deployments experiment
        experiments test tests commit commits story stories point points document documents page pages report reports hire hires
        proposal proposals outreach presentation presentations sprint sprints task tasks project projects session sessions-held
        video videos event events deliverable deliverables audit audits
        """
    );

    /// <summary>Who calls, mails or meets somebody does it himself; who is called does not.</summary>
    public static readonly HashSet<string> Contacts = Set(
        "call calls email emails mail mails visit visits message messages touchpoint touchpoints contact contacts"
    );

    public static readonly HashSet<string> Outbound = Set("sales cold outbound prospecting marketing promotional our");

    public static readonly HashSet<string> Vanity = Set(
        "follower followers view views pageview pageviews impression impressions like likes download downloads subscriber subscribers awareness mention mentions hit hits fan fans reach clicks press"
    );

    /// <summary>Nouns that say how much there is of another: the noun before or after them is what counts.</summary>
    public static readonly HashSet<string> Amounts = Set("number count volume amount total quantity output frequency");

    public static readonly HashSet<string> Vague = Set(
        "experience quality productivity satisfaction performance collaboration communication culture morale efficiency engagement decisions alignment excellence"
    );

    public static readonly HashSet<string> People = Set(
        """
        customer customers user users client clients people person buyer buyers visitor visitors patient patients student students
        member members guest guests employee employees manager managers team teams developer developers engineer engineers reader readers
        subscriber subscribers driver drivers nurse nurses teacher teachers partner partners shopper shoppers learner learners tenant
        tenants citizen citizens family families parent parents seller sellers reseller resellers merchant merchants rider riders
        regulars newcomers staff account accounts organization organizations organisation organisations company companies everyone
        signups candidates applicants donors volunteers agents operators
        """
    );

    /// <summary>Levels that are spoken of by their name alone.</summary>
    public static readonly HashSet<string> Measures = Set(
        "nps csat ces mrr arr revenue churn retention conversion adoption activation usage uptime availability latency turnover margin profit traffic sales rate ratio score share time duration median average percentage percent proportion"
    );

    static readonly HashSet<string> Small = Set(
        "a an the this that these those each every all any some no one our your their its his her my most more fewer less many few at in on of by for from to with within under over and or but so than as per we they it he she who which what when where how if"
    );

    static readonly string[] NounEndings =
    [
        "tion",
        "sion",
        "ment",
        "ness",
        "ity",
        "ance",
        "ence",
        "ship",
        "ism",
        "hood",
        "ure",
        "cy",
        "ist",
        "logy",
    ];

    static readonly string[] OtherEndings = ["al", "ful", "ous", "ary", "ly", "able", "ible", "less", "est", "ic"];

    static readonly string[] VerbEndings = ["ize", "ise", "ify", "ate", "en"];

    /// <summary>The plain form of a verb of that kind: “launched”, “launching” and “launches” are “launch”.</summary>
    public static bool Is(HashSet<string> kind, string word) => Forms(word).Any(kind.Contains);

    /// <summary>
    /// Whether a first word that is in no list is likelier a verb in the imperative than the subject: it is in its plain form,
    /// has no ending of a noun, and stands before what it does something to.
    /// </summary>
    public static bool MayBeImperative(string word, string? next) =>
        next is not null
        && word.Length > 2
        && word.All(char.IsLetter)
        && !Small.Contains(word)
        && !People.Contains(word)
        && !Measures.Contains(word)
        && !(word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        && (
            VerbEndings.Any(e => Ends(word, e))
            || !NounEndings.Any(e => Ends(word, e)) && !OtherEndings.Any(e => Ends(word, e)) && IsObjectStart(next)
        )
        && !Is(Change, next)
        && !People.Contains(next);

    static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    static bool IsObjectStart(string next) =>
        char.IsDigit(next[0])
        || next
            is "a"
                or "an"
                or "the"
                or "all"
                or "our"
                or "each"
                or "every"
                or "at"
                or "two"
                or "three"
                or "four"
                or "five"
                or "six"
                or "ten"
                or "up"
                or "out"
                or "with"
                or "new";

    static IEnumerable<string> Forms(string word)
    {
        yield return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal))
            yield return word[..^3] + "y";
        foreach (var ending in (string[])["s", "es", "d", "ed", "ing"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                yield return stem;
                if (ending == "ing")
                    yield return stem + "e";
                if (ending is "ed" or "ing" && stem.Length > 3 && stem[^1] == stem[^2])
                    yield return stem[..^1];
            }
    }

    static HashSet<string> Set(string words) =>
        new(words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}

using System.Collections.Frozen;

namespace Heed.Analytics.Text;

/// <summary>Words that follow a cue with a capital and name nobody.</summary>
static class NoNames
{
    static readonly FrozenSet<string> _words = StopWords
        .English.Concat(StopWords.German)
        .Concat(
            """
            not never yes no please thank thanks sorry ok okay great good bad happy unhappy very so well hello hi dear
            customer customers service services support reception staff team desk help helpline care management manager
            managers supervisor someone somebody anyone anybody nobody people everyone everybody agent agents
            representative reps doctor nurse gp sir madam who which any head office sales returns complaints
            monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
            september october november december english german british american french
            leider nicht kein keine niemand jemand kundenservice kundendienst service mitarbeiter mitarbeitern
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        )
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan = _words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static bool Has(ReadOnlySpan<char> word) => _bySpan.Contains(word);
}

using System.Text.RegularExpressions;
using Heed.Storage;

namespace Heed.Journal;

/// <summary>
/// Lines of history are never edited, but for this: the name of somebody who is to be forgotten, and the names that they
/// had before, become “a former member”.
/// </summary>
sealed partial class JournalErasure(HeedDb db) : IErasureSource
{
    const int AtOnce = 500;

    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        var id = member.Id.Value;
        var others = (await Renamed(e => e.SubjectId != id, stop)).Concat(member.Others).ToHashSet();
        var names = (await Renamed(e => e.SubjectId == id, stop)).Append(member.Name).Distinct();
        foreach (var name in names.OrderByDescending(name => name.Length))
        {
            var word = Word(name);
            // “Ann” is a word in “Ann-Marie”, and in every line of another Ann.
            var borne = others.Where(other => word.IsMatch(other)).ToList();
            var lines = db.Entries.AsNoTracking().Where(e => e.Sentence.Contains(name));
            if (borne.Count > 0)
                lines = lines.Where(e => e.MemberId == member.Id || e.SubjectId == id);
            await Replace(lines, name, [.. borne.Where(other => other != name)], stop);
        }
    }

    async Task Replace(IQueryable<Entry> lines, string name, IReadOnlyList<string> longer, CancellationToken stop)
    {
        // A longer name of somebody else is met first, and left as it is.
        var word = Word([.. longer.OrderByDescending(other => other.Length), name]);
        Id<Entry>? after = null;
        List<Entry> some;
        do
        {
            var next = after is { } last ? lines.Where(e => e.Id > last) : lines;
            some = await next.OrderBy(e => e.Id).Take(AtOnce).ToListAsync(stop);
            foreach (var line in some)
            {
                var sentence = word.Replace(line.Sentence, m => m.Value == name ? ForgottenMember.Words : m.Value);
                if (sentence == line.Sentence)
                    continue;
                sentence = Capital(sentence);
                await db
                    .Entries.Where(e => e.Id == line.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.Sentence, sentence), stop);
            }
            after = some.LastOrDefault()?.Id;
        } while (some.Count == AtOnce);
    }

    static Regex Word(params IEnumerable<string> names) =>
        new($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', names.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])");

    /// <summary>The names of before and after, as the lines of renaming tell them.</summary>
    async Task<IReadOnlyList<string>> Renamed(
        System.Linq.Expressions.Expression<Func<Entry, bool>> of,
        CancellationToken stop
    )
    {
        var renamed = await db
            .Entries.AsNoTracking()
            .Where(e => e.Act == "rename")
            .Where(of)
            .Select(e => e.Sentence)
            .ToListAsync(stop);
        return
        [
            .. renamed
                .Select(sentence => IsNowCalled().Match(sentence))
                .SelectMany(m => new[] { m.Groups["before"].Value, m.Groups["now"].Value })
                .Where(name => name.Length > 0),
        ];
    }

    static string Capital(string sentence) =>
        sentence is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : sentence;

    [GeneratedRegex("^(?<before>.+) is now called (?<now>.+)\\.$")]
    private static partial Regex IsNowCalled();
}

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
        var names = await Names(member, stop);
        var lines = db.Entries.AsNoTracking();
        // A namesake's lines are the namesake's: then only those by and about this member are touched.
        if (member.IsNamesake)
            lines = lines.Where(e => e.MemberId == member.Id || e.SubjectId == id);
        foreach (var name in names)
        {
            var word = new Regex($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}])");
            Id<Entry>? after = null;
            List<Entry> some;
            do
            {
                var next = lines.Where(e => e.Sentence.Contains(name));
                if (after is { } last)
                    next = next.Where(e => e.Id > last);
                some = await next.OrderBy(e => e.Id).Take(AtOnce).ToListAsync(stop);
                foreach (var line in some)
                {
                    var sentence = Capital(word.Replace(line.Sentence, ForgottenMember.Words));
                    await db
                        .Entries.Where(e => e.Id == line.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(e => e.Sentence, sentence), stop);
                }
                after = some.LastOrDefault()?.Id;
            } while (some.Count == AtOnce);
        }
    }

    /// <summary>The name of now and those of before, as the lines of renaming tell them.</summary>
    async Task<IReadOnlyList<string>> Names(ForgottenMember member, CancellationToken stop)
    {
        var id = member.Id.Value;
        var renamed = await db
            .Entries.AsNoTracking()
            .Where(e => e.SubjectId == id && e.Act == "rename")
            .Select(e => e.Sentence)
            .ToListAsync(stop);
        return
        [
            .. renamed
                .Select(sentence => Renamed().Match(sentence))
                .SelectMany(m => new[] { m.Groups["before"].Value, m.Groups["now"].Value })
                .Append(member.Name)
                .Where(name => name.Length > 0)
                .Distinct()
                .OrderByDescending(name => name.Length),
        ];
    }

    static string Capital(string sentence) =>
        sentence is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : sentence;

    [GeneratedRegex("^(?<before>.+) is now called (?<now>.+)\\.$")]
    private static partial Regex Renamed();
}

using Heed.Analytics.Text;
using Heed.Analytics.Text.Likeness;
using Heed.Analytics.Text.Themes;

namespace Heed.Bench;

/// <summary>H14: sentiment and themes of remarks, and which of them say nearly the same.</summary>
static class RemarkSpeed
{
    const int Remarks = 200_000;

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "H14-themes",
                "sentiment and one of 100 themes for each sentence of 200,000 short queries",
                "≥ 200,000 remarks/s (1,000 ms)",
                5,
                Themes
            ),
            new(
                "H14-duplicates",
                "near-duplicates among 200,000 short queries, each edited by chance",
                "≥ 1 M remarks/s (200 ms)",
                5,
                Duplicates
            ),
        ];

    static Sides Themes()
    {
        var (remarks, models) = (Queries(), TextData.Models);
        var sample = remarks[..13_000];
        var reader = ThemeReader.For("en", models, sample);
        var terms = reader.Terms([.. sample.Select((_, i) => new Guid(i, 0, 0, new byte[8]))], sample).Value;
        var assign = new AssignThemes(
            new FrozenThemes(ThemeModel.Learn(terms, new(100) { Runs = 1 }).Value.Model),
            reader
        );
        return new([
            (
                "Heed: sentiment and themes",
                () =>
                {
                    var themes = assign.Run(remarks);
                    var felt = EachOf(remarks, Sentiments);
                    return Found(themes.Length + felt);
                }
            ),
            ("reading the words and nothing else", () => Found(remarks.Length + EachOf(remarks, Words))),
        ]);
    }

    static Sides Duplicates()
    {
        var remarks = Queries();
        return new([
            ("Heed: near-duplicates", () => Found(DuplicateGroups.Of(remarks).Count + remarks.Length)),
            ("reading the words and nothing else", () => Found(remarks.Length + EachOf(remarks, Words))),
        ]);
    }

    static Found Found(long remarks) => $"{remarks / 2} remarks";

    static Func<string, bool> Sentiments()
    {
        var sentiment = LexiconSentiment.For("en", TextData.Models).Value;
        return remark => double.IsFinite(sentiment.Of(remark).Score);
    }

    static Func<string, bool> Words()
    {
        var reader = new WordReader(WordRules.For("en"));
        return remark => reader.Read(remark).Length >= 0;
    }

    static long EachOf(string[] remarks, Func<Func<string, bool>> begin)
    {
        const int Threads = 2;
        var done = new long[Threads];
        Parallel.For(
            0,
            Threads,
            thread =>
            {
                var work = begin();
                var own = 0L;
                for (var i = thread; i < remarks.Length; i += Threads)
                    own += work(remarks[i]) ? 1 : 0;
                done[thread] = own;
            }
        );
        return done.Sum();
    }

    /// <summary>Short queries with three words of others at their end, so that no two are alike.</summary>
    static string[] Queries()
    {
        var (train, test, _) = TextData.Banking();
        string[] queries = [.. train.Concat(test).Select(one => one.Remark)];
        string[] words = [.. queries.SelectMany(query => query.Split(' '))];
        var random = new Random(14);
        string Any() => words[random.Next(words.Length)];
        return [.. Enumerable.Range(0, Remarks).Select(i => $"{queries[i % queries.Length]} {Any()} {Any()} {Any()}")];
    }
}

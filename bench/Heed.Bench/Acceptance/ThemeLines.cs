using System.Diagnostics;
using System.Globalization;
using Heed.Analytics.Text;
using Heed.Analytics.Text.Likeness;
using Heed.Analytics.Text.Themes;

namespace Heed.Bench;

/// <summary>The lines of themes and near-duplicates.</summary>
static class ThemeLines
{
    const int Intents = 77;

    public static IEnumerable<AcceptanceLine> All =>
        [
            new("themes against intents, NMI", "BANKING77, K = 77", 0.70, () => Themes().Information),
            new("themes against intents, accuracy", "BANKING77, K = 77", 0.48, () => Themes().Accuracy),
            new("the same by words alone, NMI", "BANKING77, K = 77", 0.65, WordsAlone),
            new("themes kept by a warm start", "BANKING77, two halves of 80 %", 0.90, WarmStart),
            new("the same themes twice", "BANKING77, K = 77", 1, SameTwice),
            new("planted edits found", "BANKING77, every remark edited once", 0.95, PlantedEdits),
            new("assign to 100 themes, remarks per CPU-second, two threads", "BANKING77 × 10", 200_000, Assign),
            new("signatures, the same", "BANKING77 × 10", 1_000_000, Sign),
        ];

    static readonly Lazy<(List<string> Remarks, List<int> Intents)> _banking = new(() =>
    {
        var (train, test, _) = TextData.Banking();
        return ([.. train.Concat(test).Select(one => one.Remark)], [.. train.Concat(test).Select(one => one.Class)]);
    });

    static readonly Lazy<(Reached Information, Reached Accuracy)> _themes = new(() => Against(TextData.Models));

    static (Reached Information, Reached Accuracy) Themes() => _themes.Value;

    static Reached WordsAlone() => Against(TextModels.None).Information;

    static Guid Id(int place) => new(place, 0, 0, new byte[8]);

    static RemarkTerms Terms(ThemeReader reader, IReadOnlyList<int> places) =>
        reader.Terms([.. places.Select(Id)], [.. places.Select(place => (string?)_banking.Value.Remarks[place])]).Value;

    static (Reached Information, Reached Accuracy) Against(TextModels models)
    {
        var (remarks, intents) = _banking.Value;
        var reader = ThemeReader.For("en", models, remarks);
        var learnt = ThemeModel.Learn(Terms(reader, [.. Enumerable.Range(0, remarks.Count)]), new(Intents)).Value;
        var together = new double[learnt.Model.Themes.Count, Intents];
        // Ids ascend with the places, so the themes stand in the order of the remarks.
        for (var i = 0; i < remarks.Count; i++)
            together[learnt.Themes[i], intents[i]]++;
        return (new(Information(together, remarks.Count)), new(BestMatch.Hits(together) / remarks.Count));
    }

    static double Information(double[,] together, double n)
    {
        var (rows, columns) = (new double[together.GetLength(0)], new double[together.GetLength(1)]);
        for (var i = 0; i < rows.Length; i++)
        for (var j = 0; j < columns.Length; j++)
            (rows[i], columns[j]) = (rows[i] + together[i, j] / n, columns[j] + together[i, j] / n);
        var shared = 0.0;
        for (var i = 0; i < rows.Length; i++)
        for (var j = 0; j < columns.Length; j++)
            if (together[i, j] > 0)
                shared += together[i, j] / n * Math.Log(together[i, j] / n / (rows[i] * columns[j]));
        static double Entropy(double[] shares) => -shares.Where(p => p > 0).Sum(p => p * Math.Log(p));
        return 2 * shared / (Entropy(rows) + Entropy(columns));
    }

    static Reached WarmStart()
    {
        var random = new Random(1);
        var all = Enumerable.Range(0, _banking.Value.Remarks.Count).ToArray();
        var (first, second) = (
            all.Where(_ => random.NextDouble() < .8).ToArray(),
            all.Where(_ => random.NextDouble() < .8).ToArray()
        );
        var reader = ThemeReader.For("en", TextData.Models, [.. first.Select(i => _banking.Value.Remarks[i])]);
        var terms = Terms(reader, first);
        var learnt = ThemeModel.Learn(terms, new(Intents)).Value;
        var before = new Dictionary<Guid, Guid>();
        for (var i = 0; i < terms.Count; i++)
            before[terms.Ids[i]] = learnt.Model.Themes[learnt.Themes[i]].Id;
        var proposal = Refit.Propose(learnt.Model, Terms(reader, second), [], before).Value;
        return new(proposal.KeptShare!.Value, $"of {proposal.ThemedBefore:#,0} remarks in both");
    }

    static Reached SameTwice()
    {
        var (remarks, _) = _banking.Value;
        var some = Enumerable.Range(0, remarks.Count).Where(i => i % 4 == 0).ToArray();
        string Once()
        {
            var reader = ThemeReader.For("en", TextData.Models, remarks);
            var learnt = ThemeModel.Learn(Terms(reader, some), new(40)).Value;
            return string.Join(' ', learnt.Model.Themes.Select(theme => theme.Id)) + string.Join(' ', learnt.Themes);
        }
        return new(Once() == Once() ? 1 : 0);
    }

    static Reached PlantedEdits()
    {
        var random = new Random(3);
        string[] remarks = [.. _banking.Value.Remarks.Where(remark => remark.Split(' ').Length >= 8)];
        var edited = remarks.Select((remark, i) => Edited([.. remark.Split(' ')], i, random));
        var groups = DuplicateGroups.Of([.. remarks, .. edited]);
        var found = remarks.Where((_, i) => groups.Leader(i) == groups.Leader(i + remarks.Length)).Count();
        return new((double)found / remarks.Length, $"{remarks.Length:#,0} remarks of 8 words or more");
    }

    static string Edited(List<string> words, int kind, Random random)
    {
        var at = random.Next(words.Count);
        switch (kind % 4)
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, "really");
                break;
            case 2:
                words[at] = "something";
                break;
            default:
                return string.Join(' ', words).ToUpperInvariant() + "!!!";
        }
        return string.Join(' ', words);
    }

    static Reached Assign()
    {
        var reader = ThemeReader.For("en", TextData.Models, _banking.Value.Remarks);
        var all = Enumerable.Range(0, _banking.Value.Remarks.Count).ToArray();
        var learnt = ThemeModel.Learn(Terms(reader, all), new(100) { Runs = 1 }).Value;
        var assign = new AssignThemes(new FrozenThemes(learnt.Model), reader);
        return Speed(remarks => assign.Run(remarks));
    }

    static Reached Sign() => Speed(remarks => Signatures.Of(remarks));

    static Reached Speed(Action<string[]> work)
    {
        const int Threads = 2;
        string[] remarks = [.. Enumerable.Repeat(_banking.Value.Remarks, 10).SelectMany(one => one)];
        var (best, wall) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 5; round++)
        {
            var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            work(remarks);
            var (took, worked) = (Stopwatch.GetElapsedTime(began), (Environment.CpuUsage.TotalTime - before) / Threads);
            best = worked < best ? worked : best;
            wall = took < wall ? took : wall;
        }
        return new(
            remarks.Length / best.TotalSeconds,
            string.Create(CultureInfo.InvariantCulture, $"by the clock {remarks.Length / wall.TotalSeconds:#,0}")
        );
    }
}

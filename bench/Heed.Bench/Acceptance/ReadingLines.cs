using System.Diagnostics;
using System.Globalization;
using Heed.Analytics.Text;
using MathNet.Numerics.Statistics;

namespace Heed.Bench;

/// <summary>The lines of reading remarks: language, sentiment, learning from few examples, vectors and their speed.</summary>
static class ReadingLines
{
    static readonly WordRules English = WordRules.For("en");

    public static IEnumerable<AcceptanceLine> All =>
        [
            new("correlation of VADER's rules with 20 raters", "4,200 rated tweets", 0.87, Vader),
            new("share told to be English", "BANKING77 test, rated tweets, patient comments", 0.97, Languages),
            new("own labels, macro-F1, 5-fold", "4,000 reviews of food, 2 classes", 0.74, Foods),
            new("own labels, macro-F1, 5-fold", "patient comments, 3 classes", 0.60, Patients),
            new("10 examples an intent, accuracy", "BANKING77 test, 77 intents", 0.74, FewExamples),
            new("the same output twice", "BANKING77, 5 examples an intent, vectors, sentiment", 1, SameTwice),
            new("read and embed, remarks per CPU-second, two threads", "BANKING77 × 10", 200_000, Embed),
            new("read, embed, friction and sentiment, the same", "BANKING77 × 10", 200_000, WholeReading),
        ];

    static Reached Vader()
    {
        var vader = new Vader(TextData.Models.Intensity!);
        var rows = File.ReadLines(TextData.File("sentiment/tweets_GroundTruth.txt"))
            .Select(l => l.Split('\t'))
            .ToList();
        var r = Correlation.Pearson(
            rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)),
            rows.Select(row => vader.Score(row[2]))
        );
        return new(r, $"n {rows.Count:#,0}, original .881");
    }

    static Reached Languages()
    {
        var detector = new LanguageDetector(TextData.Models.Languages!);
        var tweets = File.ReadLines(TextData.File("sentiment/tweets_GroundTruth.txt")).Select(l => l.Split('\t')[2]);
        (string Name, List<string> Remarks)[] sets =
        [
            ("banking", [.. TextData.Banking().Test.Select(one => one.Remark)]),
            ("tweets", [.. tweets]),
            ("patients", [.. PatientComments().Select(one => one.Remark)]),
        ];
        var told = sets.Select(set => (set.Name, Right: set.Remarks.Count(IsEnglish), set.Remarks.Count)).ToList();
        return new(
            (double)told.Sum(set => set.Right) / told.Sum(set => set.Count),
            string.Join(", ", told.Select(set => $"{set.Name} {(double)set.Right / set.Count:0.000}"))
                + "; sets of other languages are not here"
        );

        bool IsEnglish(string remark) => detector.Detect(remark) is { IsGiven: true, Value.Code: "en" };
    }

    static Reached Foods() =>
        OwnLabels([
            .. TextData
                .Rows("sentiment/train.csv")
                .Select(row => (row[1], row[2] == "other" ? Sentiment.Negative : Sentiment.Positive)),
        ]);

    static Reached Patients() => OwnLabels(PatientComments());

    /// <summary>1 and 2 are positive, 4 and 5 negative.</summary>
    static List<(string Remark, Sentiment Sentiment)> PatientComments()
    {
        const int Answer = 8;
        const int Felt = 10;
        return
        [
            .. from row in TextData.Rows("patient-comments/comments.csv")
            where row.Length > Felt && row[Answer].Length > 0 && int.TryParse(row[Felt], out _)
            let felt = int.Parse(row[Felt], CultureInfo.InvariantCulture)
            select (
                row[Answer],
                felt < 3 ? Sentiment.Positive
                : felt > 3 ? Sentiment.Negative
                : Sentiment.Neutral
            ),
        ];
    }

    static Reached OwnLabels(List<(string, Sentiment)> examples)
    {
        var lexicon = LexiconSentiment.For("en", TextData.Models).Value;
        var trained = TrainedSentiment.Train(examples, new(English) { IsBalanced = true }, lexicon);
        return trained.Refused(out var because, out var model)
            ? new(0, because)
            : new(
                model.Measured.MacroF1,
                $"accuracy {model.Measured.Accuracy:0.000}; lexicon {model.Lexicon!.Value.MacroF1:0.000} and {model.Lexicon.Value.Accuracy:0.000}"
            );
    }

    static Reached FewExamples()
    {
        var (train, test, classes) = TextData.Banking();
        List<double> reached = [];
        foreach (var seed in (ReadOnlySpan<int>)[1, 2, 3])
        {
            var (examples, pool) = Shots(train, 10, seed);
            var vectors = RemarkVectors.Of(TextData.Models.Vectors!, pool, English);
            var model = RemarkClassifier
                .Train(examples, classes, LearningSettings.FewExamples(English, vectors), pool)
                .Value;
            reached.Add(
                ClassScores.Of([.. test.Select(one => (one.Class, model.Of(one.Remark).Class))], classes).Accuracy
            );
        }
        return new(
            reached.Average(),
            $"seeds {string.Join(", ", reached.Select(one => one.ToString("0.000", CultureInfo.InvariantCulture)))}"
        );
    }

    static (List<(string, int)> Examples, List<string> Pool) Shots(
        List<(string Remark, int Class)> all,
        int shots,
        int seed
    )
    {
        var order = Enumerable.Range(0, all.Count).ToArray();
        new Random(seed).Shuffle(order);
        var taken = order.GroupBy(i => all[i].Class).SelectMany(one => one.Take(shots)).ToHashSet();
        return (
            [.. taken.Order().Select(i => all[i])],
            [.. order.Where(i => !taken.Contains(i)).Order().Select(i => all[i].Remark)]
        );
    }

    static Reached SameTwice()
    {
        var (first, second) = (Once(), Once());
        return new(first == second ? 1 : 0, $"sum {first:X16}");

        static ulong Once()
        {
            var (train, test, classes) = TextData.Banking();
            var (examples, pool) = Shots(train, 5, 1);
            var vectors = RemarkVectors.Of(TextData.Models.Vectors!, pool, English);
            var model = RemarkClassifier.Train(examples, classes, new(English, vectors), pool).Value;
            var lexicon = LexiconSentiment.For("en", TextData.Models).Value;
            var sum = 0UL;
            foreach (var (remark, _) in test)
                sum = WordHash.Pair(
                    sum,
                    WordHash.Pair(
                        (ulong)BitConverter.DoubleToInt64Bits(model.Of(remark).Margin),
                        (ulong)BitConverter.DoubleToInt64Bits(lexicon.Of(remark).Score)
                    )
                );
            foreach (var number in vectors.All([.. test.Select(one => one.Remark)], English))
                sum = WordHash.Pair(sum, BitConverter.SingleToUInt32Bits(number));
            return sum;
        }
    }

    static Reached Embed() =>
        Speed(() =>
        {
            var reader = new WordReader(English);
            var vectors = RemarkVectors.Of(TextData.Models.Vectors!);
            var into = new float[vectors.Dimensions];
            return remark => vectors.TryWrite(reader.Read(remark), into);
        });

    static Reached WholeReading() =>
        Speed(() =>
        {
            var reader = new WordReader(English);
            var vectors = RemarkVectors.Of(TextData.Models.Vectors!);
            var into = new float[vectors.Dimensions];
            var sentiment = LexiconSentiment.For("en", TextData.Models).Value;
            return remark =>
            {
                var words = reader.Read(remark);
                vectors.TryWrite(words, into);
                sentiment.Of(remark, words);
            };
        });

    /// <summary>
    /// Per second of processor time on two threads, the best of five rounds: what else the machine does then counts little.
    /// </summary>
    static Reached Speed(Func<Action<string>> reading)
    {
        const int Threads = 2;
        var (train, test, _) = TextData.Banking();
        var remarks = train.Concat(test).Select(one => one.Remark).ToArray();
        var all = Enumerable.Repeat(remarks, 10).SelectMany(one => one).ToArray();
        var readers = Enumerable.Range(0, Threads).Select(_ => reading()).ToArray();
        var (best, wall) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 5; round++)
        {
            var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            Parallel.For(
                0,
                Threads,
                thread =>
                {
                    for (var i = thread; i < all.Length; i += Threads)
                        readers[thread](all[i]);
                }
            );
            var (took, worked) = (Stopwatch.GetElapsedTime(began), (Environment.CpuUsage.TotalTime - before) / Threads);
            best = worked < best ? worked : best;
            wall = took < wall ? took : wall;
        }
        return new(all.Length / best.TotalSeconds, $"by the clock {all.Length / wall.TotalSeconds:#,0}");
    }
}

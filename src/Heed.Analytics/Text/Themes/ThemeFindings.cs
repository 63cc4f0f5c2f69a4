using System.Buffers.Binary;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Text.Themes;

/// <summary>One theme with its evidence.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Label">Words that suggest a name.</param>
/// <param name="Remarks">How many remarks speak of it; a remark may speak of several themes.</param>
/// <param name="Share">Their share of all remarks with words, 0 to 1, with Wilson's 95 % interval.</param>
/// <param name="Group">The number of its group of themes, from 0.</param>
/// <param name="Quotes">Typical sentences.</param>
public sealed record ThemeFinding(
    Theme Theme,
    ThemeLabel Label,
    int Remarks,
    Estimate Share,
    int Group,
    IReadOnlyList<Quote> Quotes
);

/// <summary>What remarks are about: themes, how many speak of each, and quotes that show it.</summary>
public sealed class ThemeFindings
{
    /// <summary>More remarks than this teach no better themes; the others are assigned.</summary>
    public const int MostLearntFrom = 50_000;

    ThemeFindings(ThemeModel model, SentenceTheme[][] sentences) => (Model, Sentences) = (model, sentences);

    /// <summary>The themes, to keep: later remarks are judged by it.</summary>
    public ThemeModel Model { get; }

    /// <summary>What each remark's sentences are about; empty for a remark that fits no theme.</summary>
    public IReadOnlyList<IReadOnlyList<SentenceTheme>> Sentences { get; }

    /// <summary>The themes with their evidence, the most spoken of first.</summary>
    public required IReadOnlyList<ThemeFinding> Themes { get; init; }

    /// <summary>The label of each group of themes.</summary>
    public required IReadOnlyList<ThemeLabel> Groups { get; init; }

    /// <summary>How many remarks have a word.</summary>
    public required int Worded { get; init; }

    /// <summary>How many of those fit no theme.</summary>
    public required int Unthemed { get; init; }

    /// <summary>From how many remarks the themes were learnt.</summary>
    public required int LearntFrom { get; init; }

    /// <summary>Whether meaning counted beside words.</summary>
    public required bool WithVectors { get; init; }

    /// <summary>Finds the themes of remarks.</summary>
    /// <param name="remarks">The remarks, any number; those without a word are counted as not there.</param>
    /// <param name="settings">How to learn; null takes a number of themes that suits the number of remarks.</param>
    /// <param name="models">The models, or <see cref="TextModels.None"/> for words alone.</param>
    /// <param name="language">ISO 639-1 of the remarks; vectors are there for English only.</param>
    /// <param name="progress">Is told now and then how many more remarks are assigned.</param>
    /// <returns>The findings, or a sentence: too few remarks, nothing that two of them share.</returns>
    public static Answer<ThemeFindings> Of(
        IReadOnlyList<string?> remarks,
        MixtureSettings? settings,
        TextModels models,
        string language = "en",
        Action<int>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(remarks);
        ArgumentNullException.ThrowIfNull(models);
        var rules = WordRules.For(language, models);
        var worded = WithWords(remarks, rules);
        if (worded.Length == 0)
            return new NoAnswer("None of the remarks has a word.");
        var step = Math.Max(1, (worded.Length + MostLearntFrom - 1) / MostLearntFrom);
        string?[] sample = [.. worded.Where((_, at) => at % step == 0).Select(i => remarks[i])];
        var reader = ThemeReader.For(language, models, sample);
        var terms = reader.Terms([.. Enumerable.Range(0, sample.Length).Select(IdOf)], sample);
        if (terms.Refused(out var because, out var learnable))
            return new NoAnswer(because);
        var asked = settings ?? Usual(sample.Length);
        if (ThemeModel.Learn(learnable, asked).Refused(out because, out var learnt))
            return new NoAnswer(because);
        var model = learnt.Model with { Centre = reader.Centre };
        var frozen = new FrozenThemes(model);
        var sentences = new AssignThemes(frozen, reader).Run(remarks, progress);
        var labels = ThemeLabels.Of(sample, rules);
        ThemeStatistics[] statistics = [.. model.Themes.Select(theme => theme.Statistics)];
        var groups = ThemeGroups.Of(statistics);
        return new ThemeFindings(model, sentences)
        {
            Themes = Found(model, sentences, worded.Length, labels, groups, new(frozen, reader, remarks)),
            Groups = labels.For([
                .. Enumerable
                    .Range(0, groups.Max() + 1)
                    .Select(group =>
                        statistics.Where((_, k) => groups[k] == group).Aggregate((one, other) => one.Plus(other))
                    ),
            ]),
            Worded = worded.Length,
            Unthemed = worded.Count(i => sentences[i].Length == 0),
            LearntFrom = sample.Length,
            WithVectors = reader.Width > 0,
        };
    }

    /// <summary>A number of themes that suits a number of remarks: their square root over two, 4 to 40.</summary>
    static MixtureSettings Usual(int remarks) => new(Math.Clamp((int)(Math.Sqrt(remarks) / 2), 4, 40));

    static int[] WithWords(IReadOnlyList<string?> remarks, WordRules rules)
    {
        var reader = new WordReader(rules);
        return [.. Enumerable.Range(0, remarks.Count).Where(i => !reader.Read(remarks[i]).IsEmpty)];
    }

    static Guid IdOf(int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt32BigEndian(bytes, place);
        return new Guid(bytes, bigEndian: true);
    }

    static ThemeFinding[] Found(
        ThemeModel model,
        SentenceTheme[][] sentences,
        int worded,
        ThemeLabels labels,
        int[] groups,
        ThemeQuotes quotes
    )
    {
        var own = model.Themes.Select(_ => new List<(int Remark, SentenceTheme Sentence)>()).ToArray();
        for (var i = 0; i < sentences.Length; i++)
            foreach (var sentence in sentences[i])
                own[sentence.Theme].Add((i, sentence));
        var words = labels.For([.. model.Themes.Select(theme => theme.Statistics)]);
        return
        [
            .. Enumerable
                .Range(0, own.Length)
                .Select(k =>
                {
                    var remarks = own[k].Select(one => one.Remark).Distinct().Count();
                    return new ThemeFinding(
                        model.Themes[k],
                        words[k],
                        remarks,
                        Intervals.Wilson(remarks, worded),
                        groups[k],
                        own[k].Count == 0 ? [] : quotes.Of(k, own[k])
                    );
                })
                .OrderByDescending(finding => finding.Remarks),
        ];
    }
}

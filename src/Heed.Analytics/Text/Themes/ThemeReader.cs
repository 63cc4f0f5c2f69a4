using System.Runtime.InteropServices;

namespace Heed.Analytics.Text.Themes;

/// <summary>
/// Reads remarks as themes need them: hashes of stems and pairs of stems, and, where word vectors are there, a unit vector
/// from which that is taken off which all remarks have in common. Safe to use from several threads.
/// </summary>
public sealed class ThemeReader
{
    const int PerPart = 2048;
    const float Grain = 1 << 20;

    /// <summary>A longer remark teaches by its first terms: no single voice may outweigh all others.</summary>
    const int MostTerms = 500;

    readonly RemarkVectors? _vectors;
    readonly float[] _centre;

    ThemeReader(WordRules rules, RemarkVectors? vectors, float[] centre) =>
        (Rules, _vectors, _centre) = (rules, vectors, centre);

    /// <summary>How words are read.</summary>
    public WordRules Rules { get; }

    /// <summary>How many numbers a vector has; 0 where remarks are read by their words alone.</summary>
    public int Width => _vectors?.Dimensions ?? 0;

    /// <summary>What is taken off each vector; empty without vectors. Keep it with the model (<see cref="ThemeModel.Centre"/>).</summary>
    public IReadOnlyList<float> Centre => _centre;

    /// <summary>A reader for remarks from which themes are to be learnt.</summary>
    /// <param name="language">ISO 639-1: “en”. Vectors are there for English only.</param>
    /// <param name="models">The models, or <see cref="TextModels.None"/> for words alone.</param>
    /// <param name="remarks">The remarks, whose common direction is measured.</param>
    public static ThemeReader For(string language, TextModels models, IReadOnlyList<string?> remarks)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var bare = Bare(language, models);
        return bare.Width == 0 ? bare : new(bare.Rules, bare._vectors, bare.CentreOf(remarks));
    }

    /// <summary>A reader for remarks that a model judges.</summary>
    /// <param name="language">ISO 639-1, the same as the model was learnt in.</param>
    /// <param name="models">The models.</param>
    /// <param name="model">The model.</param>
    /// <returns>The reader, or a sentence: the model stands on vectors and there are none, or others.</returns>
    public static Answer<ThemeReader> For(string language, TextModels models, ThemeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var bare = Bare(language, models);
        if (model.Centre.Count == 0)
            return new ThemeReader(bare.Rules, null, []);
        return bare.Width == model.Centre.Count
            ? new ThemeReader(bare.Rules, bare._vectors, [.. model.Centre])
            : new NoAnswer(
                bare.Width == 0
                    ? "These themes were learnt with word vectors, and there are none here. Restore the models file, or learn themes anew without it."
                    : $"These themes were learnt with vectors of {model.Centre.Count} numbers, and those here have {bare.Width}."
            );
    }

    static ThemeReader Bare(string language, TextModels models)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(models);
        var vectors = language == "en" && models.Vectors is { } words ? RemarkVectors.Of(words) : null;
        return new(WordRules.For(language, models), vectors, new float[vectors?.Dimensions ?? 0]);
    }

    // Whole numbers, so that the order of the remarks changes nothing.
    float[] CentreOf(IReadOnlyList<string?> remarks)
    {
        var (sums, count, sync) = (new long[Width], 0L, new Lock());
        Parallel.For(
            0,
            (remarks.Count + PerPart - 1) / PerPart,
            part =>
            {
                var (reader, vector, own, seen) = (new WordReader(Rules), new float[Width], new long[Width], 0);
                for (var i = part * PerPart; i < Math.Min(remarks.Count, (part + 1) * PerPart); i++)
                {
                    if (!_vectors!.TryWrite(reader.Read(remarks[i]), vector))
                        continue;
                    seen++;
                    for (var j = 0; j < vector.Length; j++)
                        own[j] += (long)MathF.Round(vector[j] * Grain);
                }
                lock (sync)
                {
                    count += seen;
                    for (var j = 0; j < own.Length; j++)
                        sums[j] += own[j];
                }
            }
        );
        return [.. sums.Select(sum => (float)(sum / (double)Grain / Math.Max(1, count)))];
    }

    /// <summary>The terms and vectors of remarks.</summary>
    /// <param name="ids">The id of each remark.</param>
    /// <param name="remarks">The remarks. Null is an empty one.</param>
    /// <returns>What themes are learnt from, or a sentence (<see cref="RemarkTerms.Of"/>).</returns>
    public Answer<RemarkTerms> Terms(IReadOnlyList<Guid> ids, IReadOnlyList<string?> remarks)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var (rows, vectors) = (new ulong[remarks.Count][], new float[checked(remarks.Count * Width)]);
        Parallel.For(
            0,
            (remarks.Count + PerPart - 1) / PerPart,
            part =>
            {
                var (reader, hashes) = (new WordReader(Rules), new List<ulong>());
                for (var i = part * PerPart; i < Math.Min(remarks.Count, (part + 1) * PerPart); i++)
                {
                    var words = reader.Read(remarks[i]);
                    hashes.Clear();
                    Hashes(words, hashes);
                    rows[i] = [.. hashes.Take(MostTerms)];
                    Vector(words, vectors.AsSpan(i * Width, Width));
                }
            }
        );
        return RemarkTerms.Of(ids, rows, vectors, Width);
    }

    /// <summary>The term by which a keyword rule finds a word or a pair of words.</summary>
    /// <param name="keyword">One word or two: “refund”, “card machine”.</param>
    /// <returns>The hash for <see cref="SetKeyword"/>, or a sentence when it has no word, a stop word only, or more than two.</returns>
    public Answer<ulong> Keyword(string keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        List<ulong> hashes = [];
        Hashes(new WordReader(Rules).Read(keyword), hashes);
        // Word, word, pair; or one word.
        return hashes.Count switch
        {
            1 => hashes[0],
            3 => hashes[^1],
            0 => new NoAnswer(
                $"“{keyword}” has no word that tells what a remark is about. Give one, or two that follow one another."
            ),
            _ => new NoAnswer($"“{keyword}” is more than two words. Give one, or two that follow one another."),
        };
    }

    internal static void Hashes(ReadOnlySpan<Word> words, List<ulong> into)
    {
        foreach (var term in new Terms(words, withPairs: true))
            into.Add(term.Hash);
    }

    /// <summary>Writes the vector; zeros where no word is known.</summary>
    internal void Vector(ReadOnlySpan<Word> words, Span<float> into)
    {
        if (_vectors is null || !_vectors.TryWrite(words, into))
            return;
        for (var j = 0; j < into.Length; j++)
            into[j] -= _centre[j];
        Directions.Normalise(into);
    }
}

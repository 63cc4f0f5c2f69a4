using System.Security.Cryptography;
using System.Text.Json;

namespace Heed.Analytics.Text;

/// <summary>
/// Puts word vectors, language n-grams, lexicons and stop words into the one models file that <see cref="TextModels"/>
/// reads. The same parts in the same order give the same bytes.
/// </summary>
public sealed class TextModelsWriter
{
    readonly List<(ModelPart Part, byte[] Bytes)> _parts = [];

    /// <summary>Adds word vectors, rounded to 8 bits with one scale per word.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="dimensions">How many numbers a vector has; 1 or more.</param>
    /// <param name="words">Words and their vectors, the most frequent first. What is no single word is left out.</param>
    /// <exception cref="ArgumentException">A vector has another length, or a number that is not finite.</exception>
    public void AddVectors(ModelSource source, int dimensions, IEnumerable<(string Word, float[] Vector)> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var reader = new WordReader(WordRules.Unknown);
        var index = new HashIndex(1024);
        List<float> scales = [];
        using var rows = new MemoryStream();
        foreach (var (word, vector) in words)
        {
            if (vector.Length != dimensions || vector.Any(x => !float.IsFinite(x)))
                throw new ArgumentException($"“{word}” needs {dimensions} finite numbers.", nameof(words));
            if (reader.Read(word) is not [{ Kind: WordKind.Letters } only] || index.Contains(only.Hash))
                continue;
            index.Add(only.Hash);
            var scale = vector.Max(Math.Abs) / sbyte.MaxValue;
            scales.Add(scale);
            foreach (var x in vector)
                rows.WriteByte((byte)(sbyte)(scale == 0 ? 0 : MathF.Round(x / scale)));
        }
        using var bytes = new ModelBytes();
        bytes.Number(dimensions);
        bytes.Number(index.Count);
        bytes.Numbers(index.Hashes);
        bytes.Numbers<float>(scales.ToArray());
        bytes.Numbers<byte>(rows.ToArray());
        Add(ModelFormat.Vectors, source, bytes);
    }

    /// <summary>Adds the byte n-grams by which languages are told apart.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="languages">The languages and their usual score in a right detection, 0 to 1.</param>
    /// <param name="grams">N-grams of 1 to 6 UTF-8 bytes, each with languages (by place) and scores.</param>
    /// <exception cref="ArgumentException">An n-gram is longer than six bytes, or names a language that is not there.</exception>
    public void AddLanguages(
        ModelSource source,
        IReadOnlyList<(string Code, double Usual)> languages,
        IEnumerable<(byte[] Gram, IReadOnlyList<(int Language, byte Score)> Scores)> grams
    )
    {
        ArgumentNullException.ThrowIfNull(languages);
        ArgumentNullException.ThrowIfNull(grams);
        var index = new HashIndex(1024);
        List<int> ends = [];
        List<byte> scores = [];
        foreach (var (gram, found) in grams)
        {
            if (gram.Length is 0 or > 6 || found.Any(score => score.Language < 0 || score.Language >= languages.Count))
                throw new ArgumentException("An n-gram has 1 to 6 bytes and names known languages.", nameof(grams));
            if (index.Add(LanguageGrams.Key(gram)) != ends.Count)
                throw new ArgumentException("An n-gram stands there twice.", nameof(grams));
            foreach (var (language, score) in found)
                scores.AddRange([(byte)language, score]);
            ends.Add(scores.Count);
        }
        using var bytes = new ModelBytes();
        bytes.Number(languages.Count);
        foreach (var (code, usual) in languages)
        {
            bytes.Word(code);
            bytes.Numbers<double>([usual]);
        }
        bytes.Number(index.Count);
        bytes.Numbers(index.Hashes);
        bytes.Numbers<int>(ends.ToArray());
        bytes.Number(scores.Count);
        bytes.Numbers<byte>(scores.ToArray());
        Add(ModelFormat.Languages, source, bytes);
    }

    /// <summary>Adds the English lexicon whose scores say how strong a word is (VADER's), -4 to 4 in tenths.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="words">Tokens, emoticons too, and their scores. The first of two that differ in case counts.</param>
    public void AddIntensity(ModelSource source, IEnumerable<(string Token, double Score)> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        using var bytes = new ModelBytes();
        bytes.Number(1);
        AddScores(bytes, "en", words.Select(word => (WordHash.Of(word.Token), word.Score)));
        Add(ModelFormat.Intensity, source, bytes);
    }

    /// <summary>Adds lexicons by language (AFINN's), -5 to 5. A word or two words make an entry; longer ones are left out.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="lexicons">Languages (ISO 639-1) with their entries.</param>
    public void AddPolarity(
        ModelSource source,
        IReadOnlyList<(string Language, IReadOnlyList<(string Words, double Score)> Entries)> lexicons
    )
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        using var bytes = new ModelBytes();
        bytes.Number(lexicons.Count);
        foreach (var (language, entries) in lexicons)
            AddScores(bytes, language, Entries(entries));
        Add(ModelFormat.Polarity, source, bytes);
    }

    /// <summary>Adds the words that turn a statement round, by language.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="lists">Languages (ISO 639-1) with their words, or two words each.</param>
    public void AddNegations(ModelSource source, IReadOnlyList<(string Language, IReadOnlyList<string> Words)> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        using var bytes = new ModelBytes();
        bytes.Number(lists.Count);
        foreach (var (language, words) in lists)
            AddScores(bytes, language, Entries(words.Select(word => (word, 1.0))));
        Add(ModelFormat.Negations, source, bytes);
    }

    /// <summary>Adds stop words by language.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="lists">Languages (ISO 639-1) with their words.</param>
    public void AddStopWords(ModelSource source, IReadOnlyList<(string Language, IReadOnlyList<string> Words)> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        using var bytes = new ModelBytes();
        bytes.Number(lists.Count);
        foreach (var (language, words) in lists)
        {
            bytes.Word(language);
            bytes.Number(words.Count);
            foreach (var word in words)
                bytes.Word(word);
        }
        Add(ModelFormat.StopWords, source, bytes);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="file">A stream that can be written to; it stays open.</param>
    public void WriteTo(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var manifest = JsonSerializer.SerializeToUtf8Bytes(_parts.Select(part => part.Part), JsonSerializerOptions.Web);
        using var head = new ModelBytes();
        head.Number(ModelFormat.Number);
        head.Number(manifest.Length);
        file.Write(ModelFormat.Magic);
        file.Write(head.All());
        file.Write(manifest);
        foreach (var (_, bytes) in _parts)
            file.Write(bytes);
    }

    void Add(string name, ModelSource source, ModelBytes written)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (_parts.Exists(part => part.Part.Name == name))
            throw new InvalidOperationException($"The part “{name}” is there already.");
        var bytes = written.All();
        _parts.Add((new(name, source, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), bytes));
    }

    static IEnumerable<(ulong Hash, double Score)> Entries(IEnumerable<(string Words, double Score)> entries)
    {
        var reader = new WordReader(WordRules.Unknown);
        foreach (var (words, score) in entries)
            switch (reader.Read(words))
            {
                case [var only]:
                    yield return (only.Hash, score);
                    break;
                case [var first, var second]:
                    yield return (WordHash.Pair(first.Hash, second.Hash), score);
                    break;
            }
    }

    static void AddScores(ModelBytes bytes, string language, IEnumerable<(ulong Hash, double Score)> entries)
    {
        var index = new HashIndex(64);
        List<sbyte> tenths = [];
        foreach (var (hash, score) in entries)
            if (!index.Contains(hash))
            {
                index.Add(hash);
                tenths.Add((sbyte)Math.Clamp(Math.Round(score * 10), sbyte.MinValue, sbyte.MaxValue));
            }
        bytes.Word(language);
        bytes.Number(index.Count);
        bytes.Numbers(index.Hashes);
        bytes.Numbers<sbyte>(tenths.ToArray());
    }
}

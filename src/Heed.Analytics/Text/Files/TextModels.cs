using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Heed.Analytics.Text;

/// <summary>
/// What Heed knows of languages beforehand: word vectors, n-grams of languages, lexicons of sentiment and stop words, read
/// from the one file that <c>models/restore</c> makes. Each part may be missing; what stands on it then does without.
/// </summary>
/// <remarks>Reading is the only thing that changes it: afterwards it may be used by many threads.</remarks>
public sealed class TextModels
{
    const int LongestManifest = 1 << 20;

    /// <summary>No models at all: remarks are then read by their words only.</summary>
    public static readonly TextModels None = new([]);

    Dictionary<string, string[]> _stopWords = [];
    Dictionary<string, Lexicon> _polarity = [];
    Dictionary<string, Lexicon> _negations = [];

    TextModels(IReadOnlyList<ModelPart> parts) => Parts = parts;

    /// <summary>The parts of the file with their sources, versions, licences and SHA-256.</summary>
    public IReadOnlyList<ModelPart> Parts { get; }

    /// <summary>Vectors of English words; null where they are missing.</summary>
    public WordVectors? Vectors { get; private set; }

    /// <summary>N-grams of languages; null where they are missing.</summary>
    public LanguageGrams? Languages { get; private set; }

    /// <summary>The English lexicon with strengths (VADER's); null where it is missing.</summary>
    public Lexicon? Intensity { get; private set; }

    /// <summary>The lexicon of a language (AFINN's); null where there is none.</summary>
    /// <param name="language">ISO 639-1.</param>
    public Lexicon? Polarity(string language) => _polarity.GetValueOrDefault(language);

    /// <summary>The words that turn a statement round in a language; null where they are unknown.</summary>
    /// <param name="language">ISO 639-1.</param>
    public Lexicon? Negations(string language) => _negations.GetValueOrDefault(language);

    /// <summary>The stop words of a language; none where they are unknown.</summary>
    /// <param name="language">ISO 639-1.</param>
    public IReadOnlyList<string> StopWords(string language) => _stopWords.GetValueOrDefault(language) ?? [];

    /// <summary>What is there, in words: how much of it, and of each part its package, version and licence.</summary>
    public string InWords =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Vectors?.Count ?? 0:#,0} words with a vector, {Languages?.Codes.Count ?? 0} languages and {Parts.Count} parts: {string.Join(", ", Parts.Select(part => $"{part.Name} ({part.Source.Package} {part.Source.Version}, {part.Source.Licence})"))}"
        );

    /// <summary>Reads the models file.</summary>
    /// <param name="file">A stream at the file's beginning; it stays open.</param>
    /// <returns>The models; or a sentence when the file is another, of another format, cut or damaged.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Answer<TextModels> Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = new byte[ModelFormat.Magic.Length + 2 * sizeof(int)];
        if (
            file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
            || !head.AsSpan().StartsWith(ModelFormat.Magic)
        )
            return new NoAnswer(
                "This is not a file of Heed's models: it does not begin as one. Make it with models/restore."
            );
        var format = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(ModelFormat.Magic.Length));
        if (format != ModelFormat.Number)
            return new NoAnswer(
                $"The models file has format {format}, and this Heed reads {ModelFormat.Number}. Make it again with models/restore."
            );
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(ModelFormat.Magic.Length + sizeof(int)));
        if (length is < 0 or > LongestManifest || Bytes(file, length) is not { } manifest)
            return Cut("its manifest");
        if (Manifest(manifest) is not { } parts)
            return new NoAnswer("The manifest of the models file is damaged. Make the file again with models/restore.");

        var models = new TextModels(parts);
        foreach (var part in parts)
        {
            if (Bytes(file, part.Length) is not { } bytes)
                return Cut($"the part “{part.Name}”");
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != part.Sha256 || !models.Take(part.Name, bytes))
                return new NoAnswer(
                    $"The part “{part.Name}” of the models file is damaged. Make the file again with models/restore."
                );
        }
        return models;
    }

    static NoAnswer Cut(string where) =>
        new($"The models file is cut: it ends in {where}. Make it again with models/restore.");

    static ModelPart[]? Manifest(byte[] json)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<ModelPart?[]>(json, JsonSerializerOptions.Web);
            return parts is null || Array.Exists(parts, part => part is null or { Length: < 0 } or { Name: null })
                ? null
                : [.. parts.OfType<ModelPart>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Grows with what really comes, so that a wrong length cannot ask for memory that the file does not fill.</summary>
    static byte[]? Bytes(Stream file, long length)
    {
        const int AtOnce = 1 << 24;
        if (length > Array.MaxLength)
            return null;
        var bytes = new byte[Math.Min(length, AtOnce)];
        for (var have = 0; have < length; )
        {
            if (have == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(length, bytes.Length * 2L));
            var read = file.Read(bytes, have, bytes.Length - have);
            if (read == 0)
                return null;
            have += read;
        }
        return bytes;
    }

    /// <summary>A part of a later release is passed over.</summary>
    bool Take(string name, byte[] bytes)
    {
        try
        {
            var reader = new ModelBytesReader(bytes);
            switch (name)
            {
                case ModelFormat.Vectors:
                    Vectors = WordVectors.Read(ref reader);
                    break;
                case ModelFormat.Languages:
                    Languages = LanguageGrams.Read(ref reader);
                    break;
                case ModelFormat.Intensity:
                    Intensity = Lexicon.ReadAll(ref reader).GetValueOrDefault("en");
                    break;
                case ModelFormat.Polarity:
                    _polarity = Lexicon.ReadAll(ref reader);
                    break;
                case ModelFormat.Negations:
                    _negations = Lexicon.ReadAll(ref reader);
                    break;
                case ModelFormat.StopWords:
                    _stopWords = ReadStopWords(ref reader);
                    break;
                default:
                    return true;
            }
            return reader.IsAtEnd;
        }
        catch (DamagedPart)
        {
            return false;
        }
    }

    static Dictionary<string, string[]> ReadStopWords(ref ModelBytesReader reader)
    {
        Dictionary<string, string[]> lists = [];
        for (var left = reader.Count(); left > 0; left--)
        {
            var language = reader.Word();
            var words = new List<string>();
            for (var more = reader.Count(); more > 0; more--)
                words.Add(reader.Word());
            lists[language] = [.. words];
        }
        return lists;
    }
}

namespace Heed.Analytics.Text;

/// <summary>
/// How the models file is laid out: these eight letters, the format's number, the length of the manifest, the manifest
/// (JSON), then the parts one after another. All numbers are little-endian.
/// </summary>
static class ModelFormat
{
    public const int Number = 1;
    public const string Vectors = "vectors";
    public const string Languages = "languages";
    public const string Intensity = "intensity";
    public const string Polarity = "polarity";
    public const string Negations = "negations";
    public const string StopWords = "stop words";
    public static ReadOnlySpan<byte> Magic => "HEEDTEXT"u8;
}

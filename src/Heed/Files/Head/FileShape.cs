using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heed.Files;

/// <summary>A column of a file: its name, unlike every other, and what was asked where a second header row says it.</summary>
public sealed record FileColumn(string Name, string Text)
{
    /// <summary>Its numbers are written with decimal commas.</summary>
    public bool DecimalComma { get; init; }

    internal FileNumbers Numbers => new(DecimalComma);
}

/// <summary>How a file is to be read: encoding, delimiter, header rows, columns; and what was odd about it.</summary>
public sealed record FileShape(
    string Encoding,
    char Delimiter,
    int HeaderRows,
    IReadOnlyList<FileColumn> Columns,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Rows above the header that belong to no table: titles, “sep=;”, days of export.</summary>
    public int RowsAbove { get; init; }

    /// <summary>Rows at the end that count the others, as they are written: no answers.</summary>
    public IReadOnlyList<string> Totals { get; init; } = [];

    /// <summary>The sheets of the workbook that it was, and the one that is read; none where it was no workbook.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];
    public string Sheet { get; init; } = "";

    [JsonIgnore]
    public string DelimiterInWords => FileDelimiter.InWords(Delimiter);

    /// <summary>Tells files with the same columns apart from all others.</summary>
    public string HeaderHash =>
        Convert.ToHexStringLower(
            SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\u001f', Columns.Select(c => c.Name))))
        )[..32];

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static FileShape FromJson(string json) => JsonSerializer.Deserialize<FileShape>(json, Json)!;

    /// <summary>Where the column of that name stands; below zero where there is none.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == column)
                return i;
        return -1;
    }

    /// <summary>A reader that stands at the first answer.</summary>
    internal RecordReader Open(string path)
    {
        var reader = new RecordReader(OpenUtf8(path, Encoding), Delimiter);
        for (var i = 0; i < RowsAbove; i++)
            reader.Read();
        List<byte[]> headers = [];
        for (var i = 0; i < HeaderRows && reader.Read(); i++)
            headers.Add(reader.Record.ToArray());
        reader.LeftOut = new([.. headers], [.. Totals.Select(System.Text.Encoding.UTF8.GetBytes)]);
        var sample = new Lazy<List<string[]>>(() => FirstAnswers(path));
        reader.Second = new([.. Columns.Select(c => c.Name)], () => sample.Value);
        reader.Short = new(Columns.Count, Delimiter, () => sample.Value);
        reader.Swallowed = new(Columns.Count, Delimiter, () => sample.Value);
        return reader;
    }

    List<string[]> FirstAnswers(string path) =>
        [.. FileDelimiter.Head(OpenUtf8(path, Encoding), Delimiter).Skip(RowsAbove + HeaderRows)];

    internal static Stream OpenUtf8(string path, string encoding) => FileEncoding.OpenUtf8(OpenBytes(path), encoding);

    internal static FileStream OpenBytes(string path) =>
        new(
            path,
            new FileStreamOptions
            {
                // Cancelling removes the file under its reader.
                Share = FileShare.Read | FileShare.Delete,
                BufferSize = 1 << 16,
                Options = FileOptions.SequentialScan,
            }
        );
}

using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>One pass over a file as the dry run makes it, without a file.</summary>
sealed class Passes(CompiledMapping plan, SeenResponses? known = null, string survey = "")
{
    public static readonly DateOnly Today = new(2035, 3, 5);

    public List<(UInt128 Content, UInt128? External, string Record)> Taken { get; } = [];
    public List<(string Because, string Record)> Refused { get; } = [];

    public ClassifyRows Rows { get; } =
        new(plan, known ?? new SeenResponses(), survey.Length > 0 ? survey : default(Id<Survey>).ToString(), Today);

    /// <summary>Reads rows that stand below a header.</summary>
    public ImportReport Over(string rows) => Over(Plans.Bytes(rows));

    public ImportReport Over(byte[] rows)
    {
        using var reader = new RecordReader(new MemoryStream(rows), plan.Shape.Delimiter, rowsBefore: 1)
        {
            Short = new(
                plan.Shape.Columns.Count,
                plan.Shape.Delimiter,
                () => FileDelimiter.Head(new MemoryStream(rows), plan.Shape.Delimiter)
            ),
        };
        Rows.Read(
            reader,
            (content, external, record) => Taken.Add((content, external, Text(record))),
            (because, record) => Refused.Add((because, Text(record))),
            () => false
        );
        return Rows.Report(reader);
    }

    static string Text(ReadOnlySpan<byte> record) => System.Text.Encoding.UTF8.GetString(record);

    /// <summary>What a survey holds that took in all this.</summary>
    public SeenResponses AsKnown()
    {
        var known = new SeenResponses();
        foreach (var (content, external, _) in Taken)
            known.Add(Hash(content), external is { } id ? Hash(id) : default);
        return known;
    }

    static byte[] Hash(UInt128 hash)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, hash);
        return bytes;
    }
}

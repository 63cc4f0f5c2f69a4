using System.Text;

namespace Heed.Tests.Files;

/// <summary>
/// Bytes by chance, against a reader so plain that it can be seen to be right: the same records and cells for any size of
/// the buffer and any cut of the stream, and every byte accounted for.
/// </summary>
public sealed class RecordReaderFuzzTests
{
    static readonly byte[][] Pieces =
    [
        .. new[] { "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "a", "é", " ", "12", "\uFEFF", "🙂", "\0" }.Select(
            Encoding.UTF8.GetBytes
        ),
        [0xFF],
        [0xED, 0xA0, 0x80],
        [0xC3],
        Encoding.ASCII.GetBytes(new string('x', 700)),
    ];

    static byte[] Bytes(Random random)
    {
        List<byte> bytes = [];
        for (var pieces = random.Next(0, 60); pieces > 0; pieces--)
            bytes.AddRange(Pieces[random.Next(Pieces.Length)]);
        return [.. bytes];
    }

    sealed record Read(long Row, string Raw, string[] Cells, bool InQuotes, bool WithoutBreak);

    /// <summary>Letter by letter over the whole text. Returns how many bytes records, breaks and empty lines took.</summary>
    static (List<Read> Records, int Bytes) Plainly(byte[] text, byte delimiter)
    {
        List<Read> records = [];
        var (at, row) = (0, 0L);
        while (at < text.Length)
        {
            var begin = at;
            List<string> cells = [];
            var inQuotes = false;
            while (true)
            {
                var start = at;
                List<byte>? quoted = null;
                if (at < text.Length && text[at] == '"')
                {
                    (quoted, inQuotes) = ([], true);
                    for (at++; at < text.Length; at++)
                    {
                        if (text[at] != '"')
                            quoted.Add(text[at]);
                        else if (at + 1 < text.Length && text[at + 1] == '"')
                            quoted.Add(text[at++]);
                        else
                        {
                            inQuotes = false;
                            at++;
                            break;
                        }
                    }
                }
                var closed = at;
                while (at < text.Length && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
                    at++;
                cells.Add(Latin(quoted is not null && at == closed ? [.. quoted] : text[start..at]));
                if (at < text.Length && text[at] == delimiter)
                    at++;
                else
                    break;
            }
            row++;
            var end = at;
            if (at < text.Length)
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            if (end > begin)
                records.Add(new(row, Latin(text.AsSpan(begin, end - begin)), [.. cells], inQuotes, end == text.Length));
        }
        return (records, at);
    }

    static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    static List<Read> ByReader(RecordReader reader)
    {
        List<Read> records = [];
        using (reader)
            while (reader.Read())
            {
                var cells = new string[reader.Cells];
                for (var i = 0; i < cells.Length; i++)
                    cells[i] = Latin(reader[i]);
                records.Add(
                    new(reader.Row, Latin(reader.Record), cells, reader.EndedInQuotes, reader.EndedWithoutBreak)
                );
            }
        return records;
    }

    static string Written(IEnumerable<Read> records) =>
        string.Join(
            '\n',
            records.Select(r => $"{r.Row}|{r.InQuotes}|{r.WithoutBreak}|{r.Raw}|{string.Join('¦', r.Cells)}")
        );

    [Fact]
    public void Any_bytes_are_read_alike_through_any_buffer_and_any_cut()
    {
        foreach (var seed in Fuzzing.Seeds(1500))
        {
            var random = new Random(seed);
            var text = Bytes(random);
            var delimiter = ",;\t"[random.Next(3)];
            var (records, bytes) = Plainly(text, (byte)delimiter);
            Assert.Equal(text.Length, bytes);
            var expected = Written(records);
            foreach (var buffer in new[] { 1, 2, 3, 7, 64, 1024, 1 << 16 })
            {
                using var cut = new CutStream(text, new Random(seed + buffer));
                Assert.True(
                    expected == Written(ByReader(RecordReader.WithBuffer(cut, delimiter, buffer))),
                    $"seed {seed}, buffer {buffer}: {Latin(text)}"
                );
            }
        }
    }

    [Fact]
    public void Each_record_alone_is_read_as_it_was_among_the_others()
    {
        foreach (var seed in Fuzzing.Seeds(500))
        {
            var text = Bytes(new Random(seed));
            using var stored = RecordReader.Over(',');
            foreach (var record in Plainly(text, (byte)',').Records)
            {
                stored.Load(Encoding.Latin1.GetBytes(record.Raw));
                var cells = new string[stored.Cells];
                for (var i = 0; i < cells.Length; i++)
                    cells[i] = Latin(stored[i]);
                Assert.Equal(record.Cells, cells);
            }
        }
    }

    [Fact]
    public void A_cell_larger_than_the_buffer_is_one_cell()
    {
        var huge = new string('y', 3_000_000);
        using var reader = new RecordReader(
            new MemoryStream(Encoding.ASCII.GetBytes($"a,\"{huge}\"\nb,{huge}\n")),
            ','
        );
        Assert.True(reader.Read());
        Assert.Equal((2, huge.Length), (reader.Cells, reader[1].Length));
        Assert.True(reader.Read());
        Assert.Equal((2, huge.Length), (reader.Cells, reader[1].Length));
        Assert.False(reader.Read());
    }

    /// <summary>Gives a few bytes at a time, as a slow connection does.</summary>
    sealed class CutStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, random.Next(1, 40)));
    }
}

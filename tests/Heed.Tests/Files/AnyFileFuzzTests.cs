using System.Text;
using Heed.Metrics;
using Heed.Tests.Commands.Analyze;

namespace Heed.Tests.Files;

/// <summary>Whatever the bytes: a sentence or an answer, never an exception, never a loop without end.</summary>
public sealed class AnyFileFuzzTests
{
    static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false),
        new UTF8Encoding(true),
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
        Encoding.Latin1,
        Encoding.UTF32,
    ];

    static readonly string[] Cells =
    [
        "",
        "date",
        "value",
        "nps",
        "2026-03-02",
        "13/2/2026",
        "2/13/2026",
        "26-03-02",
        "2026-W10",
        "1٠٠٠",
        "Sept 2026",
        "1,234",
        "1.234,5",
        "−7",
        "9",
        "n/a",
        "=1",
        "\"a,b\"",
        "\"open",
        "a\0b",
        "🙂",
        "\ud83d",
        "é",
        " \u00A0",
        "1e999",
    ];

    /// <summary>A file as a careless hand would make it: rows of cells, then some bytes cut out, doubled or changed.</summary>
    static byte[] Bytes(Random random)
    {
        var delimiter = ",;\t|"[random.Next(4)];
        var text = new StringBuilder();
        for (var rows = random.Next(0, 12); rows > 0; rows--)
            text.AppendJoin(
                    delimiter,
                    Enumerable.Range(0, random.Next(1, 5)).Select(_ => Cells[random.Next(Cells.Length)])
                )
                .Append(new[] { "\n", "\r\n", "\r" }[random.Next(3)]);
        var encoding = Encodings[random.Next(Encodings.Length)];
        List<byte> bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
        for (var harm = random.Next(0, 4); harm > 0 && bytes.Count > 0; harm--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 5), bytes.Count - at));
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. bytes];
    }

    [Fact]
    public void Any_file_is_read_to_its_end_or_refused_in_a_sentence()
    {
        var path = Path.GetTempFileName();
        foreach (var seed in Fuzzing.Seeds(600))
        {
            File.WriteAllBytes(path, Bytes(new Random(seed)));
            if (DataFile.Open(path).Refused(out var refusal, out var file))
            {
                Assert.True(refusal.Because.Length > 20, $"seed {seed}: {refusal.Because}");
                continue;
            }
            using (file)
            {
                Assert.Equal(file.Shape.ToJson(), FileShape.FromJson(file.Shape.ToJson()).ToJson());
                long rows = 0;
                while (!file.Next().Refused(out refusal, out var more) && more)
                {
                    for (var column = 0; column < file.Shape.Columns.Count; column++)
                        if (file.TryNumber(column, out var number))
                            Assert.True(double.IsFinite(number), $"seed {seed}");
                    Assert.True(++rows <= file.Bytes, $"seed {seed}: more rows than bytes");
                }
            }
        }
        File.Delete(path);
    }

    [Fact]
    public void Any_file_of_values_gives_rows_or_a_sentence()
    {
        foreach (var seed in Fuzzing.Seeds(2000))
        {
            if (MeasurementFile.Read(Bytes(new Random(seed))).Refused(out var refusal, out var file))
                Assert.True(refusal.Because.Length > 10, $"seed {seed}");
            else
                Assert.All(file.Rows, row => Assert.True(row.On is not null && double.IsFinite(row.Value!.Value)));
        }
    }

    [Fact]
    public void Any_cell_is_a_date_a_number_both_or_neither()
    {
        foreach (var seed in Fuzzing.Seeds(20_000))
        {
            var random = new Random(seed);
            var text = Cells[random.Next(Cells.Length)] + Cells[random.Next(Cells.Length)];
            var cell = Encoding.UTF8.GetBytes(text);
            for (var harm = random.Next(0, 3); harm > 0 && cell.Length > 0; harm--)
                cell[random.Next(cell.Length)] = (byte)random.Next(256);
            foreach (var order in Enum.GetValues<DateOrder>())
            {
                FileDates.Read(cell, order, out _);
                _ = CalendarPeriod.Read(Encoding.UTF8.GetString(cell), order)?.Last;
            }
            new DateEvidence().Look(cell, seed);
            foreach (var numbers in new FileNumbers[] { new(false), new(true) })
                if (numbers.TryRead(cell, out var number))
                    Assert.True(double.IsFinite(number), text);
            Assert.True(CellText.Trimmed(cell).Length <= cell.Length);
        }
    }
}

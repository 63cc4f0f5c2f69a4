using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Rows on their way to the store: all of them, in their order, and never those of an earlier batch.</summary>
public sealed class RowBatchTests
{
    sealed class Writer : ResponseWriter
    {
        public List<(long Sequence, UInt128 Content, UInt128? External, byte[] Record)> Rows { get; } = [];

        public override void Write(long sequence, UInt128 content, UInt128? external, ReadOnlySpan<byte> record) =>
            Rows.Add((sequence, content, external, record.ToArray()));

        public override void Finish() { }

        public override void Dispose() { }
    }

    static Writer Written(RowBatch batch)
    {
        var writer = new Writer();
        batch.WriteTo(writer);
        return writer;
    }

    [Fact]
    public void What_was_added_is_written_whole_and_in_order_however_large_it_grew()
    {
        var batch = new RowBatch();
        byte[][] records = [.. Enumerable.Range(0, 400).Select(i => Enumerable.Repeat((byte)i, 1 + i * 7).ToArray())];
        for (var i = 0; i < records.Length; i++)
            batch.Add(i + 1, (UInt128)i, i % 2 == 0 ? (UInt128)(1000 + i) : null, records[i]);

        var rows = Written(batch).Rows;

        Assert.Equal(records.Length, rows.Count);
        Assert.All(rows.Index(), r => Assert.Equal(records[r.Index], r.Item.Record));
        Assert.Equal([1L, 2L, 3L], rows.Take(3).Select(r => r.Sequence));
        Assert.Equal([(UInt128)1000, null, (UInt128)1002], rows.Take(3).Select(r => r.External));
    }

    [Fact]
    public void A_record_larger_than_the_whole_batch_has_room_too_and_fills_it()
    {
        var batch = new RowBatch();
        batch.Add(1, 1, null, "9,a"u8);
        Assert.False(batch.IsFull);
        var huge = new byte[3 << 20];
        huge[^1] = 7;
        batch.Add(2, 2, null, huge);
        Assert.True(batch.IsFull);
        var rows = Written(batch).Rows;
        Assert.Equal("9,a"u8.ToArray(), rows[0].Record);
        Assert.Equal((3 << 20, 7), (rows[1].Record.Length, rows[1].Record[^1]));
    }

    [Fact]
    public void Used_again_it_holds_nothing_of_before()
    {
        var batch = new RowBatch();
        batch.Add(1, 1, null, new byte[2 << 20]);
        batch.Refuse(
            new()
            {
                Sequence = 1,
                Because = "Row 2: 3 cells.",
                Record = [1],
            }
        );
        Assert.Single(batch.Rejected);
        batch.Clear();
        Assert.False(batch.IsFull);
        Assert.Empty(batch.Rejected);
        batch.Add(9, 9, null, "8,b"u8);
        Assert.Equal("8,b"u8.ToArray(), Assert.Single(Written(batch).Rows).Record);
    }
}

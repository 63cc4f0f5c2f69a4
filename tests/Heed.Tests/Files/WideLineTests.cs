using System.Text;
using Heed.Files;

namespace Heed.Tests.Files;

/// <summary>One line of nothing but commas is refused for what it is, at the cost of reading its bytes.</summary>
public sealed class WideLineTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    public async Task Eight_megabytes_of_commas_take_no_more_memory_than_a_few_buffers(string before)
    {
        await File.WriteAllTextAsync(
            _path,
            before + new string(',', 8 << 20) + "\n",
            TestContext.Current.CancellationToken
        );
        _ = RecogniseFile.Run(_path);
        var start = GC.GetAllocatedBytesForCurrentThread();
        var outcome = RecogniseFile.Run(_path);
        var took = GC.GetAllocatedBytesForCurrentThread() - start;
        Assert.True(took < 16 << 20, $"{took:#,0} bytes were allocated.");
        if (before.Length > 0)
        {
            Assert.False(outcome.Refused(out _, out var shape));
            Assert.Equal(["a", "b"], shape!.Columns.Select(c => c.Name));
            return;
        }
        Assert.True(outcome.Refused(out var refusal));
        Assert.Equal(
            "Row 1 of the file has 10,000 cells and more, parted by commas, and 2,000 columns are the most. Leave out columns that nobody will read.",
            refusal.Because
        );
    }

    [Fact]
    public void A_stream_that_gives_a_little_at_a_time_is_read_a_buffer_at_a_time()
    {
        // Else a record as long as the buffer would be looked through anew for every few kilobytes.
        using var reader = new RecordReader(
            new Slow(Encoding.UTF8.GetBytes($"a,b\n{new string('x', 4 << 20)},2\n")),
            ','
        );
        Assert.True(reader.Read());
        Assert.Equal(1 << 16, reader.BytesRead);
        Assert.True(reader.Read());
        Assert.Equal((2, "2"), (reader.Cells, reader.Text(1)));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Cells_beyond_the_most_are_not_read_and_the_next_row_is()
    {
        var text = $"{new string(',', RecordReader.MostCells)}\n1,2\n{new string(',', RecordReader.MostCells - 1)}\n";
        using var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), ',');
        Assert.True(reader.Read());
        Assert.Equal((RecordReader.MostCells, true), (reader.Cells, reader.HasMore));
        Assert.True(reader.Read());
        Assert.Equal((2, false, "2"), (reader.Cells, reader.HasMore, reader.Text(1)));
        Assert.True(reader.Read());
        Assert.Equal((RecordReader.MostCells, false), (reader.Cells, reader.HasMore));
        Assert.False(reader.Read());
    }

    /// <summary>Four kilobytes at a time, as a stream that turns one encoding into another gives.</summary>
    sealed class Slow(byte[] bytes) : Stream
    {
        int _at;

        public override int Read(Span<byte> buffer)
        {
            var read = Math.Min(Math.Min(4096, buffer.Length), bytes.Length - _at);
            bytes.AsSpan(_at, read).CopyTo(buffer);
            _at += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

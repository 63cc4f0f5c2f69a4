using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Heed.Listen;

/// <summary>Reads and checks a file on one thread while another stores, a few batches ahead and no more.</summary>
/// <param name="filling">Where the rows are also kept in memory, if anywhere.</param>
sealed class ReadAhead(ClassifyRows pass, RecordReader reader, Import import, LoadedSurvey.ColumnLoader? filling)
{
    const int BatchesAhead = 4;
    readonly Channel<RowBatch> _read = Channel.CreateBounded<RowBatch>(BatchesAhead);
    readonly Channel<RowBatch> _empty = Channel.CreateUnbounded<RowBatch>();

    /// <summary>The batches in the order of the file. Each is valid until the next is asked for.</summary>
    public async IAsyncEnumerable<RowBatch> Batches([EnumeratorCancellation] CancellationToken stop)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(() => Read(given.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in _read.Reader.ReadAllAsync(stop))
            {
                yield return batch;
                batch.Clear();
                _empty.Writer.TryWrite(batch);
            }
            await reading;
        }
        finally
        {
            await given.CancelAsync();
            // The file is closed only when nobody reads it. What went wrong in there was thrown above.
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Read(CancellationToken stop)
    {
        try
        {
            for (var more = true; more; )
            {
                var batch = _empty.Reader.TryRead(out var used) ? used : new RowBatch();
                more = Fill(batch, stop);
                stop.ThrowIfCancellationRequested();
                await _read.Writer.WriteAsync(batch, stop);
            }
        }
        finally
        {
            _read.Writer.Complete();
        }
    }

    bool Fill(RowBatch batch, CancellationToken stop)
    {
        var until = pass.Rows + RowBatch.MostRows;
        var more = pass.Read(
            reader,
            (content, external, record) =>
            {
                var sequence = import.SequenceOf(pass.New);
                batch.Add(sequence, content, external, record);
                filling?.Add(sequence, reader);
            },
            (because, record) =>
                batch.Refuse(
                    new()
                    {
                        Sequence = import.SequenceOf(pass.Rejected),
                        Because = because,
                        Record = record.ToArray(),
                    }
                ),
            () => pass.Rows >= until || batch.IsFull || stop.IsCancellationRequested
        );
        batch.Until = new(pass.Rows, pass.New, pass.Known, pass.Rejected, reader.BytesRead);
        return more;
    }
}

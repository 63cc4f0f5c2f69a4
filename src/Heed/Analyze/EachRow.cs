namespace Heed.Analyze;

/// <summary>One pass over the rows of a file, told to whoever waits, which can be stopped.</summary>
static class EachRow
{
    const int RowsBetweenLooks = 0x1000;

    /// <param name="read">Takes the row at which the file stands; why not, where it is wrong.</param>
    /// <returns>What was wrong; null where all rows were read.</returns>
    public static Refusal? Of(DataFile file, ReadingProgress progress, Func<Refusal?> read, CancellationToken stop)
    {
        while (true)
        {
            if (file.Next().Refused(out var refusal, out var more))
                return refusal;
            if (!more)
                break;
            if (read() is { } fault)
                return fault;
            progress.Row();
            if (file.Row % RowsBetweenLooks == 0)
                stop.ThrowIfCancellationRequested();
        }
        progress.Done();
        return null;
    }
}

namespace Heed.Analyze;

/// <summary>
/// How far the reading of a long file is: one line on the error stream that rewrites itself, only where a person looks
/// on, and only when it takes longer than a moment.
/// </summary>
sealed class ReadingProgress(DataFile file, TextWriter errors, bool watched, TimeProvider clock)
{
    const int RowsBetween = 1 << 14;
    const double FirstSeconds = 0.7;
    static readonly string Cleared = "\r" + new string(' ', 79) + "\r";
    readonly long _began = clock.GetTimestamp();
    readonly long _bytes = file.Bytes;
    long _rows;
    double _shownAt;

    public void Row()
    {
        if ((++_rows & (RowsBetween - 1)) != 0 || !watched)
            return;
        var seconds = clock.GetElapsedTime(_began).TotalSeconds;
        if (seconds < FirstSeconds || seconds - _shownAt < 0.1)
            return;
        _shownAt = seconds;
        var share = Math.Min(1, file.BytesRead / (double)Math.Max(1, _bytes));
        var bar = new string('━', (int)(share * 30)).PadRight(30, '·');
        errors.Write($"\rReading {file.Name} {bar} {share * 100:0} %, {_rows:N0} rows");
    }

    /// <summary>Does what takes its time, and says so where a person looks on and it takes longer than a moment.</summary>
    public T While<T>(string what, Func<T> work)
    {
        if (!watched)
            return work();
        var (began, shown, over, turn) = (clock.GetTimestamp(), false, false, new Lock());
        using var timer = clock.CreateTimer(
            _ =>
            {
                lock (turn)
                {
                    if (over)
                        return;
                    shown = true;
                    errors.Write($"\r{what} … {clock.GetElapsedTime(began).TotalSeconds:0} s");
                }
            },
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(1)
        );
        try
        {
            return work();
        }
        finally
        {
            lock (turn)
            {
                over = true;
                if (shown)
                    errors.Write(Cleared);
            }
        }
    }

    public void Done()
    {
        if (_shownAt > 0)
            errors.Write(Cleared);
    }
}

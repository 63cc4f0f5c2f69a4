using System.Diagnostics;

namespace Heed.Commands.Analyze;

/// <summary>
/// How far the reading of a long file is: one line on the error stream that rewrites itself, only where a person looks
/// on, and only when it takes longer than a moment.
/// </summary>
sealed class ReadingProgress(DataFile file, TextWriter errors, bool watched)
{
    const int RowsBetween = 1 << 14;
    const double FirstSeconds = 0.7;
    readonly long _began = Stopwatch.GetTimestamp();
    readonly long _bytes = file.Bytes;
    long _rows;
    double _shownAt;

    public void Row()
    {
        if ((++_rows & (RowsBetween - 1)) != 0 || !watched)
            return;
        var seconds = Stopwatch.GetElapsedTime(_began).TotalSeconds;
        if (seconds < FirstSeconds || seconds - _shownAt < 0.1)
            return;
        _shownAt = seconds;
        var share = Math.Min(1, file.BytesRead / (double)Math.Max(1, _bytes));
        var bar = new string('━', (int)(share * 30)).PadRight(30, '·');
        errors.Write($"\rReading {file.Name} {bar} {share * 100:0} %, {_rows:N0} rows");
    }

    /// <summary>What is done with the rows, where it takes its time.</summary>
    public void Saying(string what)
    {
        if (!watched)
            return;
        _shownAt = Math.Max(_shownAt, FirstSeconds);
        errors.Write($"\r{what.PadRight(79)}");
    }

    public void Done()
    {
        if (_shownAt > 0)
            errors.Write("\r" + new string(' ', 79) + "\r");
    }
}

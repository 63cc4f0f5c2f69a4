using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Makes a series of a file's rows: dates read by evidence, put in order, none twice.</summary>
sealed class ReadSeriesFile
{
    /// <summary>A date this many usual distances away from its neighbours is a slip of a spreadsheet, not a measurement.</summary>
    const int FarAway = 20;
    readonly DataFile _file;
    readonly SeriesAsk _ask;
    readonly int[] _dates;
    readonly int _value;
    readonly int? _population;
    readonly List<(string[] Date, double Value, double? Population, long Row)> _rows = [];
    int _blank;

    ReadSeriesFile(DataFile file, SeriesAsk ask, int[] dates, int value, int? population) =>
        (_file, _ask, _dates, _value, _population) = (file, ask, dates, value, population);

    public static Outcome<Series> Run(DataFile file, SeriesAsk ask, ReadingProgress progress, CancellationToken stop)
    {
        if (file.Columns(ask.Date).Refused(out var refusal, out var dates))
            return refusal;
        if (file.Column(ask.Value).Refused(out refusal, out var value))
            return refusal;
        int? population = null;
        if (ask.Population is { } named)
        {
            if (file.Column(named).Refused(out refusal, out var column))
                return refusal;
            population = column;
        }
        var reading = new ReadSeriesFile(file, ask, dates, value, population);
        if (reading.Rows(progress, stop) is { } fault)
            return fault;
        return reading.Series();
    }

    /// <summary>Another column of the same file as a series of its own, read in a second pass.</summary>
    public static Outcome<Series> Other(
        DataFile file,
        SeriesAsk ask,
        string value,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Again().Refused(out var refusal, out var again))
            return refusal;
        using (again)
        {
            var read = Run(again, ask with { Value = value, Population = null }, progress, stop);
            file.Notes.AddRange(again.Notes.Except(file.Notes));
            return read;
        }
    }

    Refusal? Rows(ReadingProgress progress, CancellationToken stop)
    {
        while (true)
        {
            if (_file.Next().Refused(out var refusal, out var more))
                return refusal;
            if (!more)
                break;
            if (Row() is { } fault)
                return fault;
            progress.Row();
            if ((_file.Row & 0xFFF) == 0)
                stop.ThrowIfCancellationRequested();
        }
        progress.Done();
        if (_blank > 0)
            _file.Notes.Add(
                $"{Said.Count(_blank)} {(_blank == 1 ? "row has" : "rows have")} no value in “{_file.ColumnName(_value)}”: not measured, so left out. That is not the same as zero."
            );
        return null;
    }

    Refusal? Row()
    {
        var cell = _file[_value];
        if (cell.IsEmpty || NoAnswerWords.Hold(cell))
        {
            _blank++;
            return null;
        }
        if (!_file.TryNumber(_value, out var value))
            return NotANumber(_value, "Leave it blank where nothing was measured.");
        double? population = null;
        if (_population is { } column)
        {
            if (!_file.TryNumber(column, out var among) || among <= 0)
                return NotANumber(column, "A population is a number above zero.");
            population = among;
        }
        if (_ask.Counts && (value < 0 || Math.Floor(value) != value))
            return NotANumber(_value, "--count is for whole numbers of events, zero or more.");
        var date = new string[_dates.Length];
        for (var i = 0; i < date.Length; i++)
            date[i] = _file.Text(_dates[i]);
        if (date.All(part => part.Length == 0))
            return new Refusal(
                $"Row {_file.Row} has a value and no date in column “{_file.ColumnName(_dates[0])}”. Give it its date, or remove the row."
            );
        _rows.Add((date, value, population, _file.Row));
        return null;
    }

    Refusal NotANumber(int column, string cure) =>
        new(
            $"Row {_file.Row}, column “{_file.ColumnName(column)}”: {Said.Cell(_file.Text(column))} will not do. {cure}"
        );

    Outcome<Series> Series()
    {
        var order = _ask.DateOrder;
        if (
            order is DateOrder.ByEvidence
            && SeriesDates
                .Order(
                    _file,
                    _dates[0],
                    [.. _rows.Where(_ => _dates.Length == 1).Select(row => (row.Date[0], row.Row))]
                )
                .Refused(out var refusal, out order)
        )
            return refusal;
        var read = new List<(CalendarPeriod Date, Point Point, long Row)>(_rows.Count);
        foreach (var (date, value, population, row) in _rows)
        {
            if (
                SeriesDates.Read([.. date.Select((text, i) => (_file.ColumnName(_dates[i]), text))], order)
                is not { } dated
            )
                return new Refusal(
                    $"Row {row}, column “{string.Join(", ", _dates.Select(_file.ColumnName))}”: {Said.Cell(string.Join(" ", date))} is not a date. Write dates as {SeriesDates.Forms}."
                );
            if (read.Count > 0 && read[0].Date.Cadence != dated.Cadence)
                return new Refusal(
                    $"Rows {read[0].Row} and {row} are dated differently: one by {Word(read[0].Date.Cadence)}, the other by {Word(dated.Cadence)}. Write all dates in one way."
                );
            read.Add((dated, new Point(dated.First, value, population), row));
        }
        if (!read.Zip(read.Skip(1)).All(pair => pair.First.Date.First <= pair.Second.Date.First))
        {
            read = [.. read.OrderBy(row => row.Date.First)];
            _file.Notes.Add(
                "The rows were not in the order of their dates; they were put in order before anything was computed."
            );
        }
        if (Stray(read) is { } stray)
            return stray;
        var cadence = _ask.Every ?? Cadence(read);
        return Doubled(read, cadence) is { } doubled ? doubled
            : Heed
                .Analytics.Evidence.Series.Of(read.Select(row => row.Point), cadence)
                .Refused(out var because, out var series)
                ? new Refusal(because)
            : series;
    }

    static Cadence Cadence(List<(CalendarPeriod Date, Point Point, long Row)> read) =>
        read.Count > 0 && read[0].Date.Cadence is not Heed.Analytics.Evidence.Cadence.Day
            ? read[0].Date.Cadence
            : Cadences.Guess(read.Select(row => row.Date.First));

    /// <summary>An empty date becomes 1899-12-30 or 1970 in a spreadsheet's hands. Old series are allowed, lonely dates are not.</summary>
    Refusal? Stray(List<(CalendarPeriod Date, Point Point, long Row)> read)
    {
        if (read.Count < 3)
            return null;
        var distances = read.Zip(read.Skip(1), (a, b) => b.Date.First.DayNumber - a.Date.First.DayNumber).ToArray();
        var usual = Math.Max(1, distances.Order().ElementAt(distances.Length / 2));
        for (var end = 0; end < 2; end++)
        {
            var (lonely, next, distance) =
                end == 0 ? (read[0], read[1], distances[0]) : (read[^1], read[^2], distances[^1]);
            if (distance > FarAway * Math.Max(usual, 31) && (end == 1 || lonely.Date.First.Year < 1980))
                return new Refusal(
                    $"Row {lonely.Row}, column “{_file.ColumnName(_dates[0])}”: {Said.Day(lonely.Date.First)} stands far from all other dates (the nearest is {Said.Day(next.Date.First)}){(lonely.Date.First.Year < 1900 ? "; a date before 1900 is what spreadsheets make of an empty or broken one" : "")}. Correct the date, or remove the row."
                );
        }
        return null;
    }

    static Refusal? Doubled(List<(CalendarPeriod Date, Point Point, long Row)> read, Cadence cadence)
    {
        for (var i = 1; i < read.Count; i++)
        {
            var (one, other) = (read[i - 1], read[i]);
            if (one.Date.First == other.Date.First)
                return new Refusal(
                    $"Rows {one.Row} and {other.Row} have the same date, {Said.Day(one.Date.First)}. A series has one value for a date: keep one of them, or add them up."
                );
            if (cadence.PeriodOf(one.Date.First) == cadence.PeriodOf(other.Date.First))
                return new Refusal(
                    $"Rows {one.Row} and {other.Row} ({Said.Day(one.Date.First)}, {Said.Day(other.Date.First)}) fall into the same {Word(cadence)}, and this looks like a series by {Word(cadence)}. Keep one of them, or say how often it is measured with --every."
                );
        }
        return null;
    }

    static string Word(Cadence cadence) => cadence.ToString().ToLowerInvariant();
}

using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>One series of a file, and whose it is.</summary>
/// <param name="Name">The value of the column that parts them; empty where there is one series.</param>
/// <param name="Counts">Its values count events, because somebody said so or because rows were counted.</param>
/// <param name="Events">The day of each event, where rows were counted; else none.</param>
sealed record NamedSeries(string Name, Series Series, bool Counts, IReadOnlyList<DateOnly> Events);

/// <summary>Makes series of a file's rows: dates read by evidence, put in order, none twice.</summary>
sealed class ReadSeriesFile
{
    /// <summary>A date this many usual distances away from its neighbours is a slip of a spreadsheet, not a measurement.</summary>
    const int FarAway = 20;

    /// <summary>More are ids or free words, and no report could name them.</summary>
    const int MostSeries = 200;
    readonly DataFile _file;
    readonly SeriesAsk _ask;
    readonly int[] _dates;
    readonly int _value;
    readonly int? _population;
    readonly int? _by;
    readonly List<(string[] Date, double Value, double? Population, long Row, string Name)> _rows = [];
    readonly List<(string[] Date, long Row)> _blankDates = [];
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    bool _countsRows;
    int _blank;

    ReadSeriesFile(DataFile file, SeriesAsk ask, int[] dates, int value, int? population, int? by)
    {
        (_file, _ask, _dates, _value, _population, _by) = (file, ask, dates, value, population, by);
        _countsRows = ask.Together is Together.Rows;
    }

    /// <summary>The one series that was asked for.</summary>
    public static Outcome<Series> Run(DataFile file, SeriesAsk ask, ReadingProgress progress, CancellationToken stop) =>
        Each(file, ask with { By = null }, progress, stop).Refused(out var refusal, out var all)
            ? refusal
            : all[0].Series;

    /// <summary>One series, or one for each value of a column.</summary>
    public static Outcome<List<NamedSeries>> Each(
        DataFile file,
        SeriesAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Columns(ask.Date).Refused(out var refusal, out var dates))
            return refusal;
        // Where rows are counted, no column has to hold a value.
        var value = dates[0];
        if (ask.Value != SeriesAsk.RowsThemselves && file.Column(ask.Value).Refused(out refusal, out value))
            return refusal;
        if (
            Named(ask.Population).Refused(out refusal, out var population)
            || Named(ask.By).Refused(out refusal, out var by)
        )
            return refusal;
        var reading = new ReadSeriesFile(
            file,
            ask,
            dates,
            value,
            population is [var p] ? p : null,
            by is [var b] ? b : null
        );
        if (reading.Rows(progress, stop) is { } fault)
            return fault;
        return reading.Series();

        Outcome<int[]> Named(string? column) =>
            column is null ? Array.Empty<int>()
            : file.Column(column).Refused(out var no, out var at) ? no
            : new[] { at };
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
        if (EachRow.Of(_file, progress, Row, stop) is { } fault)
            return fault;
        if (_blank > 0)
            _file.Notes.Add(
                $"{Format.Count(_blank, "row has", "rows have")} no value in “{_file.ColumnName(_value)}”: not measured, so left out. That is not the same as zero."
            );
        return null;
    }

    Refusal? Row()
    {
        var cell = _file[_value];
        if (cell.IsEmpty || NoAnswerWords.Hold(cell))
        {
            _blank++;
            _blankDates.Add((Dates(), _file.Row));
            return null;
        }
        var value = 1.0;
        if (!_countsRows && !_file.TryNumber(_value, out value))
        {
            if (!_ask.Counts || _rows.Count > 0)
                return NotANumber(_value, "Leave it blank where nothing was measured.");
            if (CensoredNumber.TryRead(_file[_value], default, out _))
                return NotANumber(_value, "");
            (_countsRows, value) = (true, 1);
            _file.Notes.Add(
                $"“{_file.ColumnName(_value)}” holds no numbers ({DataFile.Quoted(_file.Text(_value))}): its rows are counted."
            );
        }
        if (double.IsNaN(value))
        {
            _blankDates.Add((Dates(), _file.Row));
            return null;
        }
        double? population = null;
        if (_population is { } column)
        {
            if (!_file.TryNumber(column, out var among) || !(among > 0))
                return NotANumber(column, "A population is a number above zero.");
            population = among;
        }
        if (_ask.Counts && (value < 0 || Math.Floor(value) != value))
            return new Refusal(
                $"Row {_file.Row}, column “{_file.ColumnName(_value)}”: {DataFile.Quoted(_file.Text(_value))} will not do. --count is for whole numbers of events, zero or more."
            );
        var date = Dates();
        if (date.All(part => part.Length == 0))
            return new Refusal(
                $"Row {_file.Row} has a value and no date in column “{_file.ColumnName(_dates[0])}”. Give it its date, or remove the row."
            );
        var name = _by is { } by ? FoldedText.Of(_file.Text(by)) : "";
        if (
            _by is { } parting
            && _names.TryAdd(name, _file.Text(parting) is { Length: > 0 } text ? text : "(blank)")
            && _names.Count > MostSeries
        )
            return new Refusal(
                $"--by: column “{_file.ColumnName(parting)}” has more than {MostSeries} different values by row {_file.Row}: it looks like an id or free words, not like groups. Choose another column."
            );
        _rows.Add((date, value, population, _file.Row, name));
        return null;
    }

    string[] Dates() => Array.ConvertAll(_dates, _file.Text);

    Refusal NotANumber(int column, string cure) =>
        new(
            $"Row {_file.Row}, column “{_file.ColumnName(column)}”: {_file.NotANumber(column, $"{DataFile.Quoted(_file.Text(column))} will not do. {cure}")}"
        );

    Outcome<List<NamedSeries>> Series()
    {
        if (
            ColumnDates
                .Of(
                    _rows.Where(_ => _dates.Length == 1).Select(row => (row.Date[0], row.Row)),
                    _ask.DateOrder,
                    _file.ColumnName(_dates[0]),
                    () => DateWriters.Column(_file.Shape, _file.Csv, _dates[0])
                )
                .Refused(out var refusal, out var dates)
        )
            return refusal;
        _file.Notes.AddRange(dates.Notes.Except(_file.Notes));
        var read = new List<(DatedRow Row, string Name)>(_rows.Count);
        foreach (var (date, value, population, row, name) in _rows)
        {
            if (dates.IsStandIn(date[0]))
                continue;
            if (Read(date, dates) is not { } dated)
                return new Refusal(
                    $"Row {row}, column “{string.Join(", ", _dates.Select(_file.ColumnName))}”: {DataFile.Quoted(string.Join(" ", date))} is not a date. Write dates as {SeriesDates.Forms}."
                );
            if (read.Count > 0 && read[0].Row.Date.Cadence != dated.Cadence)
                return new Refusal(
                    $"Rows {read[0].Row.Row} and {row} are dated differently: one by {read[0].Row.Date.Cadence.Name()}, the other by {dated.Cadence.Name()}. Write all dates in one way."
                );
            read.Add((new(dated, value, population, row), name));
        }
        if (!read.Zip(read.Skip(1)).All(pair => pair.First.Row.First <= pair.Second.Row.First))
        {
            read = [.. read.OrderBy(row => row.Row.First)];
            if (_by is null && !_countsRows)
                _file.Notes.Add(
                    "The rows were not in the order of their dates; they were put in order before anything was computed."
                );
        }
        var outside = read.RemoveAll(row => row.Row.First < _ask.From || row.Row.First > _ask.Until);
        if (outside > 0)
            _file.Notes.Add(
                $"{Format.Count(outside, "row lies", "rows lie")} before --from or after --until: left out."
            );
        if (Stray([.. read.Select(row => row.Row).DistinctBy(row => row.First)]) is { } stray)
            return stray;
        DateOnly[] blank = [.. _blankDates.Select(date => Read(date.Date, dates)?.First).OfType<DateOnly>()];
        return Parted(read, blank);
    }

    Outcome<List<NamedSeries>> Parted(List<(DatedRow Row, string Name)> read, DateOnly[] blank)
    {
        var isCount = _countsRows || _ask.Counts;
        // An absent week of one group is absent too where the others go on.
        Window? all = _by is not null && isCount && read.Count > 0 ? new(read[0].Row.First, read[^1].Row.First) : null;
        List<NamedSeries> made = [];
        var (absent, span, cadence) = (0, 0, Cadence.Day);
        var groups = read.GroupBy(row => row.Name).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (
            var (name, rows) in groups.Select(g => (g.Key, g.Select(row => row.Row).ToList())).DefaultIfEmpty(("", []))
        )
        {
            var periods = new SeriesPeriods(_ask, rows, _by is null ? blank : [], _countsRows, all);
            if (periods.Points().Refused(out var refusal, out var points))
                return Of(name, refusal.Because);
            if (Heed.Analytics.Evidence.Series.Of(points, periods.Cadence).Refused(out var because, out var series))
                return Of(name, because);
            (absent, span, cadence) = (absent + periods.AbsentPeriods.Count, span + periods.Span, periods.Cadence);
            periods.NoteAbsent(isCount);
            _file.Notes.AddRange(periods.Notes.Select(note => _by is null ? note : $"“{_names[name]}”: {note}"));
            DateOnly[] events =
                _countsRows && rows is [{ Date.Cadence: Cadence.Day }, ..] ? [.. rows.Select(row => row.First)] : [];
            made.Add(new(_by is null ? "" : _names[name], series, isCount, events));
        }
        return isCount && absent > 0 && _ask.Absent is null
            ? new Refusal(
                $"{SeriesPeriods.HaveNoRow(absent, span, cadence)}{(_by is { } by ? $", over {groups.Count} values of “{_file.ColumnName(by)}”" : "")}: none happened, or not known? --absent zero | gap"
            )
            : made;

        Refusal Of(string name, string because) => new(_by is null ? because : $"“{_names[name]}”: {because}");
    }

    CalendarPeriod? Read(string[] date, ColumnDates dates) =>
        date.Length == 1
            ? SeriesDates.Read(date[0], dates)
            : SeriesDates.Read([.. date.Select((text, i) => (_file.ColumnName(_dates[i]), text))], dates.Order);

    /// <summary>An empty date becomes a day of long ago in a spreadsheet's hands. Old series are allowed, lonely dates are not.</summary>
    Refusal? Stray(List<DatedRow> read)
    {
        if (read.Count < 3)
            return null;
        var distances = read.Zip(read.Skip(1), (a, b) => b.First.DayNumber - a.First.DayNumber).ToArray();
        var usual = Math.Max(1, distances.Order().ElementAt(distances.Length / 2));
        for (var end = 0; end < 2; end++)
        {
            var (lonely, next, distance) =
                end == 0 ? (read[0], read[1], distances[0]) : (read[^1], read[^2], distances[^1]);
            if (distance > FarAway * Math.Max(usual, 31) && (end == 1 || lonely.First.Year < 1980))
                return new Refusal(
                    $"Row {lonely.Row}, column “{_file.ColumnName(_dates[0])}”: {Format.Day(lonely.First)} stands far from all other dates (the nearest is {Format.Day(next.First)}){(lonely.First.Year < 1900 ? "; a date before 1900 is what spreadsheets make of an empty or broken one" : "")}. Correct the date, or remove the row."
                );
        }
        return null;
    }
}

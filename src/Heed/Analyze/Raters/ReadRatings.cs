using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>Reads ratings from a column for each rater, or from rows of one rating each.</summary>
sealed class ReadRatings
{
    readonly DataFile _file;
    readonly AgreementAsk _ask;
    readonly int[] _raters;
    readonly int _value;
    readonly ColumnsRead _read;
    readonly Dictionary<string, double> _numbers = [];
    readonly List<string> _codes = [];
    readonly List<(string Name, List<double> Ratings)> _groups = [];
    bool _areWords;

    ReadRatings(DataFile file, AgreementAsk ask, int[] raters, int value, ColumnsRead read) =>
        (_file, _ask, _raters, _value, _read) = (file, ask, raters, value, read);

    bool IsLong => _ask.Value is not null;

    public static Outcome<Ratings> Run(
        DataFile file,
        AgreementAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        var raters = new List<int>();
        foreach (var named in ask.Raters)
        {
            if (file.Columns(named).Refused(out var unknown, out var columns))
                return unknown;
            raters.AddRange(columns);
        }
        if (raters.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Refusal($"--rater: “{file.ColumnName(twice.Key)}” is named twice, and would agree with itself.");
        string[] beside = [.. new[] { ask.Unit, ask.Value, ask.Group }.OfType<string>()];
        if (file.Columns(beside).Refused(out var refusal, out var others))
            return refusal;
        int[] words = [.. raters, .. others];
        if (
            ReadColumns
                .Run(file, [], words, new(file, ask.Missing), "", progress, stop)
                .Refused(out refusal, out var read)
        )
            return refusal;
        return new ReadRatings(file, ask, [.. raters], ask.Value is null ? -1 : others[1], read).Ratings();
    }

    /// <summary>Columns of ratings: those of the raters, or the one of the values.</summary>
    string[][] Cells => IsLong ? [_read.Words[_raters.Length + 1]] : _read.Words[.._raters.Length];

    string[]? UnitNames => _ask.Unit is null ? null : _read.Words[_raters.Length];

    string[]? GroupNames => _ask.Group is null ? null : _read.Words[^1];

    Outcome<Ratings> Ratings()
    {
        if (Codes() is { } mixed)
            return mixed;
        if ((IsLong ? Long() : Wide()).Refused(out var refusal, out var ratings))
            return refusal;
        return Split() is { } fault ? fault : ratings with { Groups = _groups };
    }

    /// <summary>Words are codes of their own; numbers are numbers. Both in one column is a slip somewhere.</summary>
    Refusal? Codes()
    {
        (int Column, int Row)? number = null,
            word = null;
        for (var column = 0; column < Cells.Length; column++)
        for (var row = 0; row < Cells[column].Length; row++)
        {
            var cell = Cells[column][row];
            if (cell.Length == 0 || _numbers.ContainsKey(cell))
                continue;
            var isNumber = _file.Shape.Columns[At(column)].Numbers.TryRead(cell, out var value);
            _numbers[cell] = isNumber ? value : double.NaN;
            if (isNumber)
                number ??= (column, row);
            else
                word ??= (column, row);
        }
        if (word is not { } first)
            return null;
        if (number is not null && _ask.Level is not MeasurementLevel.Nominal || _ask.Level > MeasurementLevel.Nominal)
            return new Refusal(
                $"Row {_read.Rows[first.Row]}, column “{Column(first.Column)}”: {DataFile.Quoted(Cells[first.Column][first.Row])} is not a number{(number is null ? $", and --level {_ask.Level!.Value.ToString().ToLowerInvariant()} needs numbers" : "; other ratings are")}. Correct it, name it with --missing if it means “no answer”, or say --level nominal if all of them are names."
            );
        _areWords = true;
        Fold();
        foreach (var code in _numbers.Keys.Order(StringComparer.Ordinal).ToList())
        {
            _numbers[code] = _codes.Count;
            _codes.Add(code);
        }
        return null;
    }

    /// <summary>“Price” and “price”, “price; service” and “service; price” are one code.</summary>
    void Fold()
    {
        var spellings = new Spellings(lists: true);
        foreach (var cells in Cells)
            for (var row = 0; row < cells.Length; row++)
                if (cells[row].Length > 0)
                    cells[row] = spellings.Of(cells[row]);
        _file.Notes.AddRange(spellings.Notes("Codes"));
        _numbers.Clear();
        foreach (var code in Cells.SelectMany(cells => cells).Where(code => code.Length > 0))
            _numbers[code] = double.NaN;
    }

    string Column(int cells) => _file.ColumnName(At(cells));

    int At(int cells) => IsLong ? _value : _raters[cells];

    double? Rating(string cell) => cell.Length == 0 ? null : _numbers[cell];

    Outcome<Ratings> Wide()
    {
        var units = new List<RatedUnit>();
        for (var row = 0; row < _read.Rows.Length; row++)
        {
            var name = UnitNames?[row] is { Length: > 0 } named ? named : $"row {_read.Rows[row]}";
            var given = Array.ConvertAll(Cells, column => Rating(column[row]));
            units.Add(new(name, given));
            Group(row, given.OfType<double>());
        }
        return new Ratings([.. _raters.Select(_file.ColumnName)], units, _areWords ? _codes : null, []);
    }

    Outcome<Ratings> Long()
    {
        var (raters, units) = (new List<string>(), new List<string>());
        var (raterAt, unitAt) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        var given = new Dictionary<(int Unit, int Rater), (double Rating, long Row)>();
        for (var row = 0; row < _read.Rows.Length; row++)
        {
            var (rater, unit, cell) = (_read.Words[0][row], UnitNames![row], Cells[0][row]);
            if (cell.Length == 0)
                continue;
            if (rater.Length == 0 || unit.Length == 0)
                return new Refusal(
                    $"Row {_read.Rows[row]} has a rating and no {(rater.Length == 0 ? $"rater in column “{_file.ColumnName(_raters[0])}”" : $"unit in column “{_ask.Unit}”")}. Say whose it is, or remove the row."
                );
            var at = (Place(units, unitAt, unit), Place(raters, raterAt, rater));
            if (given.TryGetValue(at, out var before))
                return new Refusal(
                    $"Rows {before.Row} and {_read.Rows[row]}: {rater} rated {DataFile.Quoted(unit)} twice. Keep the one that counts."
                );
            given[at] = (_numbers[cell], _read.Rows[row]);
            Group(row, [_numbers[cell]]);
        }
        var byUnit = given.ToLookup(rating => rating.Key.Unit);
        return new Ratings(
            raters,
            [
                .. units.Select(
                    (unit, place) =>
                    {
                        var row = new double?[raters.Count];
                        foreach (var (key, value) in byUnit[place])
                            row[key.Rater] = value.Rating;
                        return new RatedUnit(unit, row);
                    }
                ),
            ],
            _areWords ? _codes : null,
            []
        );
    }

    static int Place(List<string> names, Dictionary<string, int> places, string name)
    {
        if (places.TryGetValue(name, out var place))
            return place;
        names.Add(name);
        return places[name] = names.Count - 1;
    }

    void Group(int row, IEnumerable<double> ratings)
    {
        if (GroupNames?[row] is not { Length: > 0 } name)
            return;
        if (_groups.FindIndex(group => group.Name == name) is var place && place < 0)
        {
            place = _groups.Count;
            _groups.Add((name, []));
        }
        _groups[place].Ratings.AddRange(ratings);
    }

    Refusal? Split() =>
        _ask.Group is not { } column ? null
        : _areWords
            ? new Refusal(
                "--group: Cliff's δ asks which group rates higher, and these ratings are words without an order."
            )
        : _groups.Count == 2 ? null
        : new Refusal(
            $"--group: column “{column}” has {Format.Count(_groups.Count, "value")}{(_groups.Count == 0 ? "" : $" ({Format.Some([.. _groups.Select(group => group.Name)])})")}; Cliff's δ compares two. Choose a column with two values."
        );
}

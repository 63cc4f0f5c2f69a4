using System.Text;

namespace Heed.Files;

/// <summary>A file of rows under a header, read once from the top; every fault is told with its row and its column.</summary>
sealed class DataFile : IDisposable
{
    readonly RecordReader _reader;

    const int LongestCell = 40;

    readonly FileReading _asked;

    /// <summary>What is read was made for this, and goes with it.</summary>
    bool _owns;
    RowFilters _filters = new([], []);
    RowFilters _noAnswers = new([], []);
    IReadOnlyList<RowFilter> _previews = [];
    readonly Dictionary<int, CensoredCount> _censored = [];
    readonly Dictionary<int, long> _countedTo = [];
    long _unwanted;
    long _previewed;

    DataFile(string path, string csv, FileShape shape, FileReading asked) =>
        (Path, Csv, Shape, _reader, _asked) = (path, csv, shape, shape.Open(csv), asked);

    public string Path { get; }

    /// <summary>What is read: the file itself, or what a workbook was unpacked into.</summary>
    public string Csv { get; }
    public string Name => _asked.Name ?? System.IO.Path.GetFileName(Path);
    public FileShape Shape { get; }

    /// <summary>What was odd about the file and did not stop it from being read.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The row as a spreadsheet counts, the header being row 1.</summary>
    public long Row => _reader.Row;
    public long BytesRead => _reader.BytesRead;
    public long Bytes => new FileInfo(Csv).Length;

    public static Outcome<DataFile> Open(string path) => Open(path, FileReading.FoundOut);

    public static Outcome<DataFile> Open(string path, FileReading asked)
    {
        if (Directory.Exists(path))
            return new Refusal($"{path} is a folder. Name the CSV file in it.");
        if (!File.Exists(path))
            return new Refusal(
                $"There is no file {path}. Look at its name and its folder: {System.IO.Path.GetFullPath(path)} was looked for."
            );
        if (!Workbook.Is(path))
            return Read(path, path, asked);
        var csv = System.IO.Path.GetTempFileName();
        var sheets = Unpacked(path, csv, asked.Sheet);
        if (sheets.Refused(out var refusal, out var book))
            refusal = refusal with { Because = $"{path}: {refusal.Because}" };
        else if (
            !Read(path, csv, asked with { Delimiter = book.Names.Count > 0 ? Workbook.Delimiter : null })
                .Refused(out refusal, out var file)
        )
        {
            if (book.Names.Count > 1)
                file.Notes.Insert(
                    0,
                    $"The sheet “{book.Chosen}” of {Format.Count(book.Names.Count)} was read: {Format.Some([.. book.Names])}."
                );
            file.Notes.AddRange(book.Notes);
            file._owns = true;
            return file;
        }
        File.Delete(csv);
        return refusal;
    }

    static Outcome<Sheets> Unpacked(string path, string csv, string? sheet)
    {
        using var to = File.Create(csv);
        return Workbook.Unpack(path, to, sheet);
    }

    static Outcome<DataFile> Read(string path, string csv, FileReading asked)
    {
        if (RecogniseFile.Run(csv, asked).Refused(out var refusal, out var shape))
            return refusal with { Because = $"{path}: {refusal.Because}" };
        if (shape.HeaderRows == 0)
            return new Refusal(
                $"{path} has no header: its first row looks like data. Put the names of the columns into the first row, so that they can be asked for."
            );
        var file = new DataFile(path, csv, shape, asked);
        file.Notes.AddRange(shape.Notes);
        if (file.Columns([.. asked.Where.Select(w => w.Column)]).Refused(out refusal, out var wanted))
        {
            file.Dispose();
            return new Refusal($"--where: {refusal.Because}");
        }
        file._filters = new(asked.Where, wanted);
        // Whoever chooses rows by that column knows what stands in it.
        file._previews =
        [
            .. GuessLeftOut.Of(csv, shape).NoAnswers.Where(f => asked.Where.All(w => !Same(w.Column, f.Column))),
        ];
        file._noAnswers = new(file._previews, [.. file._previews.Select(f => shape.IndexOf(f.Column))]);
        return file;
    }

    /// <summary>What stands in a cell, as a sentence quotes it.</summary>
    public static string Quoted(string text) =>
        text.Length == 0 ? "a blank" : $"“{Format.Shortened(text, LongestCell).ReplaceLineEndings(" ")}”";

    /// <summary>The same file from its top, for a second pass.</summary>
    public Outcome<DataFile> Again() => Read(Path, Csv, _asked);

    /// <summary>Where a column stands. Its name in other capitals will do when only one fits.</summary>
    public Outcome<int> Column(string name)
    {
        var at = Shape.IndexOf(name);
        if (at >= 0)
            return at;
        var alike = Shape.Columns.Index().Where(c => Same(c.Item.Name, name)).ToList();
        if (alike is [var only])
            return only.Index;
        var nearest = Nearest.To(name, Shape.Columns.Select(c => c.Name));
        var all =
            Shape.Columns.Count <= 12
                ? $"Its columns are {string.Join(", ", Shape.Columns.Select(c => c.Name))}."
                : $"It has {Shape.Columns.Count} columns, read as separated by a {Shape.DelimiterInWords}.";
        return new Refusal(
            nearest.Count > 0
                ? $"{Name} has no column “{name}”. Did you mean {string.Join(" or ", nearest.Select(n => $"“{n}”"))}? {all}"
                : $"{Name} has no column “{name}”. {all}"
        );
    }

    /// <summary>One column, or several with commas between.</summary>
    public Outcome<int[]> Columns(string named) =>
        !named.Contains(',') || Shape.IndexOf(named) >= 0
            ? Columns([named])
            : Columns(named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where each of these columns stands.</summary>
    public Outcome<int[]> Columns(IReadOnlyList<string> names)
    {
        var columns = new int[names.Count];
        for (var i = 0; i < columns.Length; i++)
            if (Column(names[i]).Refused(out var refusal, out columns[i]))
                return refusal;
        return columns;
    }

    public string ColumnName(int column) => Shape.Columns[column].Name;

    /// <summary>Goes to the next row. A row that does not fit under the header stops everything.</summary>
    /// <returns>False at the end of the file.</returns>
    public Outcome<bool> Next()
    {
        do
        {
            if (!_reader.Read())
            {
                Note();
                return false;
            }
            if (_reader.Second is { Row: > 0 } second)
                return second.Refused(Name);
        } while (!Wanted());
        if (_reader.EndedInQuotes)
            return new Refusal(
                $"{Name} ends within quotes: the one that opens in row {Row}, column “{ColumnName(Math.Min(_reader.Cells, Shape.Columns.Count) - 1)}”, is never closed. The file was cut, or the quote is a stray one. Export it again."
            );
        return _reader.Fits(Shape.Columns.Count) ? true : Ragged();
    }

    bool Wanted()
    {
        if (_noAnswers.Any && _noAnswers.First(_reader) >= 0)
            _previewed++;
        else if (_filters.Any && !_filters.Fit(_reader))
            _unwanted++;
        else
            return true;
        return false;
    }

    void Note()
    {
        Notes.AddRange(_reader.LeftOut!.Notes().Concat(_reader.Short!.Notes()).Except(Notes));
        if (_previewed > 0)
            Notes.Add(
                $"{Format.Count(_previewed, "row is", "rows are")} no answer of anybody and left out: {Format.List([.. _previews.Select(f => f.ToString())])}. To choose by that column yourself, add --where."
            );
        foreach (var (column, count) in _censored.OrderBy(c => c.Key))
            Notes.Add(count.Say(_asked.Censored!.Value, $" of “{ColumnName(column)}”"));
        if (_filters.Any)
            Notes.Add(
                $"Only rows where {Format.List([.. _asked.Where.Select(w => w.ToString())])}; {Format.Count(_unwanted, "other is", "others are")} left out."
            );
    }

    Refusal Ragged()
    {
        if (_reader.Swallowed is { Stands: true } swallowed)
            return new Refusal(
                $"Rows {Row} to {swallowed.LastRow} of {Name} run together: a quote opens in column “{ColumnName(swallowed.Column)}” of row {Row}, closes in row {swallowed.LastRow}, and what it takes in looks like rows of this table ({Quoted(swallowed.First)}). Take the stray quotes out. If it is one remark, write it in one line."
            );
        var (has, wanted, row) = (_reader.Cells, Shape.Columns.Count, Row);
        if (has < wanted && _reader.EndedWithoutBreak)
            return new Refusal(
                $"{Name} is cut in the middle: its last row, {row}, stops in column “{ColumnName(has - 1)}”, with {has} of {wanted} cells. Export or copy it again."
            );
        var what =
            has < wanted
                ? $"Its cells end at column “{ColumnName(has - 1)}”"
                : $"There {(has - wanted == 1 ? "is 1 cell" : $"are {has - wanted} cells")} behind the last column, “{ColumnName(wanted - 1)}”";
        if (_reader.Short!.IsTorn)
            what += ", and the row after it does not begin as rows do: it is the rest of it";
        return new Refusal(
            $"Row {row} of {Name} has {Format.Count(has, "cell")} where the header has {wanted}. {what}. Look for a missing or doubled {Shape.DelimiterInWords} or quote there, and mend or remove the row."
        );
    }

    /// <summary>The bytes of a cell of this row, without blanks around them.</summary>
    public ReadOnlySpan<byte> this[int column] => CellText.Trimmed(_reader[column]);

    public string Text(int column) => Encoding.UTF8.GetString(this[column]);

    /// <summary>
    /// Whether the cell of this row is a finite number, written as the numbers of its column are. NaN where only one side of it is
    /// known and such are left out, as asked.
    /// </summary>
    public bool TryNumber(int column, out double number)
    {
        var numbers = Shape.Columns[column].Numbers;
        return numbers.TryRead(this[column], out number) || TryCensored(column, numbers, ref number);
    }

    bool TryCensored(int column, FileNumbers numbers, ref double number)
    {
        if (
            _asked.Censored is not { } choice
            || !CensoredNumber.TryRead(this[column], numbers, out var censored)
            || censored.As(choice) is not { } counted
        )
            return false;
        number = counted;
        // A cell may be asked for more than once.
        if (_countedTo.GetValueOrDefault(column) == Row)
            return true;
        _countedTo[column] = Row;
        if (!_censored.TryGetValue(column, out var count))
            _censored[column] = count = new();
        count.Add(censored, Text(column));
        return true;
    }

    /// <summary>What a refusal says of a cell that is no number: of a censored one, what can be done.</summary>
    public string NotANumber(int column, string otherwise)
    {
        if (FormulaErrors.Hold(Text(column)))
            return $"{Quoted(Text(column))} is the error of a formula and no value. Mend the formula, or leave the cell blank.";
        if (!CensoredNumber.TryRead(this[column], Shape.Columns[column].Numbers, out var censored))
            return otherwise;
        return censored.Limit is null && _asked.Censored is not null
            ? $"{Quoted(Text(column))} names no limit, so it can only be left out: --censored missing."
            : $"{Quoted(Text(column))} {censored.Says}. Say what such values count as: --censored half (half the limit), limit (the limit itself) or missing (left out).";
    }

    static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    public void Dispose()
    {
        _reader.Dispose();
        if (_owns)
            File.Delete(Csv);
    }
}

using Heed.Analytics.Columns;

namespace Heed.Listen;

/// <summary>What a cell of a number question is.</summary>
enum NumberCell
{
    Number,

    /// <summary>Nobody answered: missing, and never zero.</summary>
    Missing,

    /// <summary>Of “&lt;1” and “&gt;95” only a side is known. Left out or put at its limit it would move the mean.</summary>
    OneSide,
    NoNumber,
}

/// <summary>A column whose cells are numbers that people gave, with its bands and its codes for no answer.</summary>
sealed class AskedNumber
{
    readonly FileNumbers _numbers;
    readonly NoAnswerCodes _missing;

    AskedNumber(int cell, string column, string question, Bands bands, FileNumbers numbers, NoAnswerCodes missing) =>
        (Cell, Column, Question, Bands, _numbers, _missing) = (cell, column, question, bands, numbers, missing);

    public int Cell { get; }
    public string Column { get; }
    public string Question { get; }
    public Bands Bands { get; }

    public static Outcome<AskedNumber> Of(FileShape shape, ColumnMapping column)
    {
        if (column.Scale is not { Length: > 0 } written)
            return new Refusal(
                $"Give the bands of “{column.Column}”, the numbers at which one ends and the next begins: 5, 10, 15, 30. How many answers lie in each is shown, and the mean."
            );
        if (Bands.Parse(written).Refused(out var because, out var bands))
            return new Refusal($"“{column.Column}”: {because}");
        var cell = shape.IndexOf(column.Column);
        var numbers = shape.Columns[cell].Numbers;
        return new AskedNumber(
            cell,
            column.Column,
            column.Target,
            bands,
            numbers,
            new NoAnswerCodes(column.Missing, numbers)
        );
    }

    /// <summary>The number; NaN where there is none.</summary>
    public NumberCell Read(ReadOnlySpan<byte> cell, out double number)
    {
        number = double.NaN;
        cell = CellText.Trimmed(cell);
        if (cell.IsEmpty || _missing.Hold(cell))
            return NumberCell.Missing;
        if (_numbers.TryRead(cell, out var written))
        {
            if (_missing.Hold(written))
                return NumberCell.Missing;
            number = written;
            return NumberCell.Number;
        }
        return NoAnswerWords.Hold(cell) ? NumberCell.Missing
            : CensoredNumber.TryRead(cell, _numbers, out _) ? NumberCell.OneSide
            : NumberCell.NoNumber;
    }
}

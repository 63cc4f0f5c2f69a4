using System.Text;

namespace Heed.Analyze;

/// <summary>What stands in a cell where nobody answered: nothing, a word that survey tools write, or a code that was named.</summary>
sealed class MissingCodes
{
    readonly DataFile _file;
    readonly byte[][] _words;
    readonly double[] _numbers;
    long _blankWords;

    public MissingCodes(DataFile file, IReadOnlyList<string> codes)
    {
        _file = file;
        _words = [.. codes.Select(Encoding.UTF8.GetBytes)];
        _numbers = [.. _words.Select(word => default(FileNumbers).TryRead(word, out var number) ? number : double.NaN)];
    }

    /// <summary>The numbers that codes stand for; null where a number is what it says.</summary>
    public CodeNumbers? Codes { get; init; }

    public static string[] Split(string? codes) =>
        (codes ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the cell says that there is no answer. The number is NaN for words.</summary>
    public bool Hold(int column, out double number)
    {
        number = double.NaN;
        var cell = _file[column];
        if (cell.IsEmpty)
            return true;
        if (_file.TryNumber(column, out var read))
        {
            if (double.IsNaN(read))
                return true;
            number = read;
        }
        else if (NoAnswerWords.Hold(cell))
        {
            _blankWords++;
            return true;
        }
        for (var i = 0; i < _words.Length; i++)
            if (number == _numbers[i] || cell.SequenceEqual(_words[i]))
                return true;
        return Codes is not null && Codes.Stand(cell, ref number);
    }

    /// <summary>Says in the notes of the file that words were taken for blanks.</summary>
    public void Note(IReadOnlyList<string> columns)
    {
        if (_blankWords > 0)
            _file.Notes.Add(
                $"{Format.Count(_blankWords, "cell of", "cells of")} {Format.Some([.. columns.Select(column => $"“{column}”")])} {Format.Plural(_blankWords, "says", "say")} in a word that there is no answer (Blank, NA); {Format.Plural(_blankWords, "it counts", "they count")} as missing."
            );
    }
}

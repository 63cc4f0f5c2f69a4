using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Heed.Files;

/// <summary>
/// Reads the numbers that people and their tools write: decimal points or commas, thousands in groups, a percent sign, the
/// minus of a typesetter. A number that can be read one way only is read that way; “1,234” and “1.234” can be read two
/// ways, and about those the file decides once (<see cref="NumberEvidence"/>).
/// </summary>
/// <param name="DecimalComma">“1,234” is a little more than one, and “1.234” is more than a thousand.</param>
readonly record struct FileNumbers(bool DecimalComma)
{
    internal const int Longest = 64;

    /// <summary>Signs of money, which stand before or behind a number.</summary>
    public const string Currencies = "£$€¥₹";
    static readonly SearchValues<byte> Plain = SearchValues.Create("0123456789.+-eE"u8);

    public string InWords => DecimalComma ? "decimal commas" : "decimal points";

    /// <summary>Whether the cell is a finite number, blanks around it or not.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, out double number)
    {
        if (cell is [>= (byte)'0' and <= (byte)'9'])
        {
            number = cell[0] - '0';
            return true;
        }
        // Words are not looked at closer, unless they may be a currency: “CHF 12”.
        if (cell.Length > 0 && char.IsAsciiLetter((char)cell[0]) && !char.IsAsciiDigit((char)cell[^1]))
        {
            number = 0;
            return false;
        }
        // Several points are groups of thousands, whatever the file; those and the rest are read as text.
        if (
            cell.IndexOfAnyExcept(Plain) < 0
            && !(DecimalComma && cell.Contains((byte)'.'))
            && IsNumber(cell, out number)
        )
            return true;
        number = 0;
        Span<char> text = stackalloc char[Longest];
        return cell.Length <= 2 * Longest
            && Encoding.UTF8.TryGetChars(cell, text, out var length)
            && TryRead(text[..length], out number);
    }

    public bool TryRead(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        var written = new WrittenNumber(text);
        Span<byte> plain = stackalloc byte[Longest + 2];
        return text.Length <= Longest
            && written.IsNumber
            && written.Write(plain, DecimalComma, out var length)
            && IsNumber(plain[..length], out number);
    }

    static bool IsNumber(ReadOnlySpan<byte> plain, out double number) =>
        Utf8Parser.TryParse(plain, out number, out var used) && used == plain.Length && double.IsFinite(number);
}

/// <summary>A number as it is written, taken apart: sign, digits in groups, decimals, exponent.</summary>
readonly ref struct WrittenNumber
{
    readonly ReadOnlySpan<char> _mantissa;
    readonly ReadOnlySpan<char> _exponent;
    readonly bool _negative;
    readonly int _commas;
    readonly int _points;
    readonly int _others;

    public WrittenNumber(ReadOnlySpan<char> text)
    {
        text = WithoutCurrency(text.Trim());
        if (text.EndsWith("%"))
            text = text[..^1].TrimEnd();
        if (text.Length > 0 && text[0] is '-' or '−' or '+')
        {
            _negative = text[0] != '+';
            text = WithoutCurrency(text[1..]);
        }
        var exponent = text.IndexOfAny('e', 'E');
        _mantissa = exponent < 0 ? text : text[..exponent];
        _exponent = exponent < 0 ? default : text[exponent..];
        IsNumber = _mantissa.Length > 0 && char.IsAsciiDigit(_mantissa[^1]);
        char? other = null;
        var digits = 0;
        foreach (var sign in _mantissa)
            switch (sign)
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case ',':
                    _commas++;
                    break;
                case '.':
                    _points++;
                    break;
                // Blanks of three widths and two apostrophes part thousands; one file has one of them.
                case ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '’' when (other ??= sign) == sign:
                    _others++;
                    break;
                default:
                    IsNumber = false;
                    return;
            }
        IsNumber &= digits > 0;
    }

    static readonly string[] Codes = ["EUR", "USD", "GBP", "CHF", "PLN", "SEK", "NOK", "DKK", "zł", "kr", "Fr."];

    /// <summary>“£1,234”, “1.234,50 €”, “CHF 12”: the money is the unit, the number is what is measured.</summary>
    static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && FileNumbers.Currencies.Contains(text[0]))
            return text[1..].TrimStart();
        if (text.Length > 1 && FileNumbers.Currencies.Contains(text[^1]))
            return text[..^1].TrimEnd();
        // Most cells end in a digit and begin with one.
        if (text.Length < 3 || (char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])))
            return text;
        foreach (var code in Codes)
            if (text.EndsWith(code, StringComparison.OrdinalIgnoreCase))
                return text[..^code.Length].TrimEnd();
            else if (text.StartsWith(code, StringComparison.OrdinalIgnoreCase))
                return text[code.Length..].TrimStart();
        return text;
    }

    /// <summary>Made of the signs that numbers have; whether they stand in order is seen when it is written.</summary>
    public bool IsNumber { get; }

    /// <summary>A comma or a point that may part decimals or thousands: one, with three digits after it.</summary>
    public bool IsOpen => _commas + _points == 1 && _others == 0 && MayPartThousands(_mantissa.IndexOfAny(',', '.'));

    /// <summary>The sign before the decimals, where there is no doubt; null where there is, or are no decimals.</summary>
    public char? Decimal =>
        !IsNumber || IsOpen
            ? null
            : (_commas, _points) switch
            {
                (0, 0) => null,
                (> 0, > 0) => _mantissa.LastIndexOf(',') > _mantissa.LastIndexOf('.') ? ',' : '.',
                (1, 0) => ',',
                (0, 1) => '.',
                // Several of one sign part thousands, so that the other one parts decimals.
                (> 1, 0) => '.',
                _ => ',',
            };

    bool MayPartThousands(int at) =>
        at is >= 1 and <= 3 && _mantissa[0] != '0' && _mantissa.Length - at == 4 && _exponent.IsEmpty;

    /// <summary>The number in the one form that cannot be read two ways; false where its groups are none.</summary>
    public bool Write(Span<byte> plain, bool decimalComma, out int length)
    {
        length = 0;
        var sign = Decimal ?? (decimalComma ? ',' : '.');
        var at = _mantissa.IndexOf(sign);
        if (at >= 0 && _mantissa[(at + 1)..].IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        var whole = at < 0 ? _mantissa : _mantissa[..at];
        if (_negative)
            plain[length++] = (byte)'-';
        if (!WriteWhole(whole, plain, ref length))
            return false;
        if (at >= 0)
        {
            plain[length++] = (byte)'.';
            foreach (var digit in _mantissa[(at + 1)..])
                plain[length++] = (byte)digit;
        }
        foreach (var part in _exponent)
        {
            if (!char.IsAscii(part))
                return false;
            plain[length++] = (byte)part;
        }
        return true;
    }

    /// <summary>Groups of three; in India of two, the last of three. Anything else is no number but a list of some.</summary>
    static bool WriteWhole(ReadOnlySpan<char> whole, Span<byte> plain, ref int length)
    {
        var (inGroup, parted, parts) = (0, false, '\0');
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsAsciiDigit(whole[i]))
            {
                plain[length++] = (byte)whole[i];
                inGroup++;
                continue;
            }
            if ((parted && whole[i] != parts) || (parted ? inGroup is not (2 or 3) : inGroup is 0 or > 3))
                return false;
            (inGroup, parted, parts) = (0, true, whole[i]);
        }
        return !parted || inGroup == 3;
    }
}

/// <summary>What the numbers of a file say about its decimal sign: looked at first, decided once for all of them.</summary>
sealed class NumberEvidence(char delimiter)
{
    int _commas;
    int _points;
    bool _openComma;

    public void Look(ReadOnlySpan<char> cell)
    {
        if (cell.Length > FileNumbers.Longest)
            return;
        var written = new WrittenNumber(cell);
        Span<byte> plain = stackalloc byte[FileNumbers.Longest + 2];
        // 01.02.2026 is made of the signs of numbers and is none.
        if (!written.IsNumber || !written.Write(plain, decimalComma: false, out _))
            return;
        if (written.Decimal is ',')
            _commas++;
        else if (written.Decimal is '.')
            _points++;
        else
            _openComma |= written.IsOpen && cell.Contains(',');
    }

    public bool Settles => _commas != _points;

    /// <summary>
    /// The sign of most numbers that leave no doubt. Without one, a comma in a cell parts thousands where commas part the
    /// cells, for it had to be quoted, and decimals elsewhere.
    /// </summary>
    public FileNumbers Decided => new(Settles ? _commas > _points : _openComma && delimiter != ',');

    /// <summary>
    /// Of one column, beside the evidence of all: by its own where that settles it, else by those of all columns, unless
    /// commas part the cells: then “1,3” elsewhere may be a list of two choices.
    /// </summary>
    public FileNumbers Beside(NumberEvidence all) => (Settles || delimiter == ',' || !all.Settles ? this : all).Decided;

    public static FileNumbers Of(IEnumerable<string> cells, char delimiter)
    {
        var evidence = new NumberEvidence(delimiter);
        foreach (var cell in cells)
            evidence.Look(cell);
        return evidence.Decided;
    }
}

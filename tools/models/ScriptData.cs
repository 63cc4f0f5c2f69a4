using System.Globalization;
using System.Text;

namespace Heed.ModelPackages;

/// <summary>Reads the literals in which packages keep data: strings, numbers, names. Runs no script.</summary>
sealed class ScriptData(string script)
{
    int _at;

    /// <summary>Goes on behind the next place where the words stand; false where there is none.</summary>
    public bool Behind(string words)
    {
        var found = script.IndexOf(words, _at, StringComparison.Ordinal);
        if (found >= 0)
            _at = found + words.Length;
        return found >= 0;
    }

    /// <summary>Takes a sign if it comes next.</summary>
    public bool Takes(char sign)
    {
        while (_at < script.Length && char.IsWhiteSpace(script[_at]))
            _at++;
        if (_at >= script.Length || script[_at] != sign)
            return false;
        _at++;
        return true;
    }

    /// <summary>The next string, or the next name or number as it is written.</summary>
    /// <exception cref="FormatException">Nothing of the kind comes next.</exception>
    public string Word()
    {
        foreach (var quote in "'\"")
            if (Takes(quote))
                return Quoted(quote);
        var start = _at;
        while (_at < script.Length && (char.IsLetterOrDigit(script[_at]) || script[_at] is '_' or '$' or '.'))
            _at++;
        return _at > start ? script[start.._at] : throw new FormatException($"nothing to read at {_at}");
    }

    /// <exception cref="FormatException">No number comes next.</exception>
    public double Number() => double.Parse(Word(), NumberStyles.Float, CultureInfo.InvariantCulture);

    string Quoted(char quote)
    {
        var said = new StringBuilder();
        for (; _at < script.Length && script[_at] != quote; _at++)
            if (script[_at] != '\\')
                said.Append(script[_at]);
            else if (script[++_at] == 'u')
            {
                said.Append(
                    (char)int.Parse(script.AsSpan(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                _at += 4;
            }
            else
                said.Append(script[_at]);
        _at++;
        return said.ToString();
    }
}

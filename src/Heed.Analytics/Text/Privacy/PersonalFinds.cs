using System.Collections;
using System.Text.RegularExpressions;

namespace Heed.Analytics.Text;

/// <summary>The personal data of one remark. What was found first keeps its place: the surest kinds are looked for first.</summary>
sealed class PersonalFinds
{
    const int FewestDigits = 4;
    const int PhoneDigits = 7;

    /// <summary>A Norwegian bank account has the fewest, 13; a few countries write letters for some.</summary>
    const int CardDigits = 10;

    [ThreadStatic]
    static WordReader? _readerHere;

    readonly WordReader _reader = _readerHere ??= new(WordRules.Unknown);
    readonly string _remark;
    readonly List<(PersonalData Kind, int Start, int Length)> _found = [];
    BitArray? _taken;

    PersonalFinds(string remark) => _remark = remark;

    /// <summary>What was found, from left to right and without overlaps.</summary>
    public static IReadOnlyList<(PersonalData Kind, int Start, int Length)> In(string remark)
    {
        var finds = new PersonalFinds(remark);
        if (remark.Contains('@', StringComparison.Ordinal))
        {
            finds.Take(PersonalPatterns.Email(), PersonalData.Email);
            finds.Take(PersonalPatterns.Handle(), PersonalData.Handle);
        }
        finds.TakeNumbers();
        finds.TakeNames();
        finds._found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return finds._found;
    }

    /// <summary>Few remarks have the digits that a number needs, so that most patterns are seldom tried.</summary>
    void TakeNumbers()
    {
        var digits = Digits();
        if (digits < FewestDigits)
            return;
        if (digits >= CardDigits)
        {
            foreach (var match in PersonalPatterns.Iban().EnumerateMatches(_remark))
                if (CheckDigits.IbanLength(_remark.AsSpan(match.Index, match.Length)) is > 0 and var length)
                    Add(PersonalData.Iban, match.Index, length);
            foreach (var match in PersonalPatterns.Card().EnumerateMatches(_remark))
                if (CheckDigits.IsCard(_remark.AsSpan(match.Index, match.Length)))
                    Add(PersonalData.Card, match.Index, match.Length);
        }
        TakeAfterCue(PersonalPatterns.Reference(), PersonalData.Reference);
        TakeAfterCue(PersonalPatterns.PhoneAfterCue(), PersonalData.Phone);
        if (digits >= PhoneDigits)
            foreach (var match in PersonalPatterns.Phone().EnumerateMatches(_remark))
                if (LooksLikePhone(_remark.AsSpan(match.Index, match.Length)))
                    Add(PersonalData.Phone, match.Index, match.Length);
        Take(PersonalPatterns.LongNumber(), PersonalData.Reference);
    }

    int Digits()
    {
        var count = 0;
        var left = _remark.AsSpan();
        for (int next; (next = left.IndexOfAnyInRange('0', '9')) >= 0; left = left[(next + 1)..])
            count++;
        return count;
    }

    /// <summary>With a + or 00 in front, a leading 0 as dialled in most of Europe, or grouped as in North America.</summary>
    static bool LooksLikePhone(ReadOnlySpan<char> number)
    {
        var digits = 0;
        foreach (var c in number)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        var dialled = number.TrimStart('(');
        if (dialled[0] == '+' || dialled.StartsWith("00"))
            return digits is >= 8 and <= 15;
        return dialled[0] == '0' ? digits is >= 9 and <= 13 : PersonalPatterns.NorthAmerican().IsMatch(number);
    }

    void TakeNames()
    {
        List<(int, int)> names = [];
        NamesAfterCues.AddTo(names, _remark, _reader.Read(_remark));
        foreach (var (start, length) in names)
            Add(PersonalData.Name, start, length);
    }

    void Take(Regex pattern, PersonalData kind)
    {
        foreach (var match in pattern.EnumerateMatches(_remark))
            Add(kind, match.Index, match.Length);
    }

    /// <summary>Only what follows the cue is personal.</summary>
    void TakeAfterCue(Regex pattern, PersonalData kind)
    {
        for (var match = pattern.Match(_remark); match.Success; match = match.NextMatch())
            Add(kind, match.Groups[1].Index, match.Groups[1].Length);
    }

    void Add(PersonalData kind, int start, int length)
    {
        _taken ??= new(_remark.Length);
        for (var at = start; at < start + length; at++)
            if (_taken[at])
                return;
        for (var at = start; at < start + length; at++)
            _taken[at] = true;
        _found.Add((kind, start, length));
    }
}

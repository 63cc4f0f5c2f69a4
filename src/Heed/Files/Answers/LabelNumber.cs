namespace Heed.Files;

/// <summary>
/// The number that the label of an answer carries: “10 - Extremely likely”, “Extremely likely (10)”, “5 ★”, “★★★☆☆”,
/// “4 out of 5”. A label with two numbers, such as “18 to 24”, or with one amid its words carries none.
/// </summary>
static class LabelNumber
{
    /// <summary>Where the scale is not known yet.</summary>
    public const int AnyScale = 0;

    const int Longest = 200;
    const string Stars = "★⭐*";

    /// <param name="outOf">“4 out of 5” is a point of a scale that ends at five; of another it is none.</param>
    public static bool TryRead(ReadOnlySpan<char> label, int outOf, out int point)
    {
        point = 0;
        label = label.Trim();
        if (label.Length is 0 or > Longest)
            return false;
        var first = label.IndexOfAnyInRange('0', '9');
        if (first < 0)
            return InStars(label, out point);
        var digits = label[first..];
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        digits = length < 0 ? digits : digits[..length];
        if (digits.Length > 3)
            return false;
        point = int.Parse(digits);
        var before = label[..first];
        var after = label[(first + digits.Length)..];
        if (after.IndexOfAnyInRange('0', '9') >= 0)
            return before.IsEmpty && IsOutOf(after, outOf);
        return before.IsEmpty ? Leads(after)
            : before.SequenceEqual("-") || before.SequenceEqual("−") ? Leads(after) && (point = -point) <= 0
            : Ends(before, after);
    }

    /// <summary>“5 ★”, “1. Poor”, “0 = never”, “10 – Extremely likely”, “7 (agree)”.</summary>
    static bool Leads(ReadOnlySpan<char> after)
    {
        if (
            after.IsEmpty || !(char.IsWhiteSpace(after[0]) || Stars.Contains(after[0]) || "-–—:.)=(".Contains(after[0]))
        )
            return false;
        return HoldsWords(after);
    }

    /// <summary>“Extremely likely (10)”, “Very good: 5”, “Excellent – 5”, “Likely [4]”.</summary>
    static bool Ends(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var last = before.TrimEnd();
        return HoldsWords(before)
            && (
                after.IsEmpty && "-–—:=".Contains(last[^1])
                || (after.SequenceEqual(")") || after.SequenceEqual("]")) && last[^1] is '(' or '['
            );
    }

    static bool IsOutOf(ReadOnlySpan<char> after, int outOf)
    {
        after = after.Trim();
        foreach (
            var word in (ReadOnlySpan<string>)
                ["/", "out of", "of", "von", "sur", "de", "di", "su", "van", "op", "na", "z"]
        )
            if (after.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                if (int.TryParse(after[word.Length..], out var all) && (all == outOf || outOf == AnyScale))
                    return true;
        return false;
    }

    static bool InStars(ReadOnlySpan<char> label, out int point)
    {
        point = 0;
        foreach (var sign in label)
            if (sign is '★' or '⭐')
                point++;
            else if (sign is not ('☆' or ' ' or '\uFE0F'))
                return false;
        return point > 0;
    }

    static bool HoldsWords(ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
            if (char.IsLetter(sign) || Stars.Contains(sign))
                return true;
        return false;
    }
}

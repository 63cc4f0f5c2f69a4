namespace Heed.Analytics.Text;

/// <summary>Numbers that prove themselves: a wrong digit shows.</summary>
static class CheckDigits
{
    /// <summary>Countries and how long their account numbers are (SWIFT's IBAN registry).</summary>
    const string IbanLengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18"
        + "GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15"
        + "PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

    /// <summary>How many characters of the text are an account number, blanks included; 0 where it is none (ISO 13616, mod 97).</summary>
    public static int IbanLength(ReadOnlySpan<char> text)
    {
        if (LengthIn(text) is not { } need)
            return 0;
        Span<char> number = stackalloc char[need];
        var (have, at) = (0, 0);
        for (; at < text.Length && have < need; at++)
            if (char.IsAsciiLetterOrDigit(text[at]))
                number[have++] = char.ToUpperInvariant(text[at]);
        if (have < need || (at < text.Length && char.IsAsciiLetterOrDigit(text[at])))
            return 0;
        var rest = 0;
        for (var i = 0; i < need; i++)
        {
            var c = number[(i + 4) % need];
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest == 1 ? at : 0;
    }

    static int? LengthIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < IbanLengths.Length; i += 4)
            if (text.StartsWith(IbanLengths.AsSpan(i, 2), StringComparison.OrdinalIgnoreCase))
                return (IbanLengths[i + 2] - '0') * 10 + IbanLengths[i + 3] - '0';
        return null;
    }

    /// <summary>Whether the digits are a card's (Luhn, ISO/IEC 7812).</summary>
    public static bool IsCard(ReadOnlySpan<char> text)
    {
        var (sum, place) = (0, 0);
        for (var i = text.Length - 1; i >= 0; i--)
            if (char.IsAsciiDigit(text[i]))
            {
                var digit = (text[i] - '0') << (place++ & 1);
                sum += digit > 9 ? digit - 9 : digit;
            }
        return place is >= 13 and <= 19 && sum % 10 == 0;
    }
}

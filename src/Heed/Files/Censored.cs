using System.Text;

namespace Heed.Files;

/// <summary>What a value counts as of which only a side is known.</summary>
public enum Censored
{
    /// <summary>Below a limit: half of it. Above one: the limit.</summary>
    Half,
    Limit,
    Missing,
}

/// <summary>
/// “&lt;1”, “&gt; 95”, “≥ 90”, “&lt;LOD”: a value of which a laboratory, a counter or a rule of privacy tells one side only. It is no
/// number, and nothing either: whoever leaves it out makes a mean too high or too low, so it is asked about.
/// </summary>
/// <param name="IsBelow">It lies below the limit; else above.</param>
/// <param name="Limit">Empty where a word stands for it.</param>
readonly record struct CensoredNumber(bool IsBelow, double? Limit)
{
    /// <summary>How people name the least that can be told.</summary>
    static readonly string[] Words = ["LOD", "LOQ", "LLOQ", "ULOQ", "LLOD", "MDL", "DL", "RL"];

    public static bool TryRead(ReadOnlySpan<byte> cell, FileNumbers numbers, out CensoredNumber censored)
    {
        censored = default;
        // The signs ≤ and ≥ begin with this byte.
        return cell is [(byte)'<' or (byte)'>' or 0xE2, _, ..]
            && cell.Length <= 2 * FileNumbers.Longest
            && TryRead(Encoding.UTF8.GetString(cell), numbers, out censored);
    }

    public static bool TryRead(string cell, FileNumbers numbers, out CensoredNumber censored)
    {
        censored = default;
        if (cell is not ['<' or '>' or '≤' or '≥', _, ..])
            return false;
        var rest = cell[1..].TrimStart('=').Trim();
        if (numbers.TryRead(rest, out var limit))
            censored = new(cell[0] is '<' or '≤', limit);
        else if (Words.Contains(rest, StringComparer.OrdinalIgnoreCase))
            censored = new(cell[0] is '<' or '≤', null);
        else
            return false;
        return true;
    }

    /// <summary>The number to compute with: NaN where it is left out; empty where its limit would be needed and is not named.</summary>
    public double? As(Censored choice) =>
        choice switch
        {
            Censored.Missing => double.NaN,
            Censored.Half when IsBelow => Limit / 2,
            _ => Limit,
        };

    /// <summary>“says only that it lies below 1”</summary>
    public string Says =>
        $"says only that it lies {(IsBelow ? "below" : "above")} {(Limit is { } limit ? Format.Number(limit) : "what could be measured")}";
}

/// <summary>How many values of one column were censored, and what became of them, in a sentence.</summary>
sealed class CensoredCount
{
    const int MostNamed = 3;
    readonly List<string> _below = [];
    readonly List<string> _above = [];
    int _countBelow;
    int _countAbove;

    public bool Any => _countBelow + _countAbove > 0;

    public void Add(CensoredNumber censored, string cell)
    {
        if (censored.IsBelow)
            _countBelow++;
        else
            _countAbove++;
        var (named, written) = (censored.IsBelow ? _below : _above, cell.Replace(" ", "", StringComparison.Ordinal));
        if (!named.Contains(written))
            named.Add(written);
    }

    /// <param name="column">“ of “ct””, or nothing.</param>
    public string Say(Censored choice, string column)
    {
        if (choice is Censored.Missing)
        {
            var all = _countBelow + _countAbove;
            return $"{Format.Count(all, "value")}{column} ({Named([.. _below, .. _above])}) {Format.Plural(all, "is", "are")} known on one side only and left out, as asked.";
        }
        var first = _countBelow > 0;
        List<string> said = [];
        if (first)
            said.Add(
                $"{Format.Count(_countBelow, "value")}{column} ({Named(_below)}) {Format.Plural(_countBelow, "lies", "lie")} below a limit and {Format.Plural(_countBelow, "counts", "count")} as {(choice is Censored.Half ? "half of it" : "it")}"
            );
        if (_countAbove > 0)
            said.Add(
                $"{(first ? Format.Count(_countAbove) : Format.Count(_countAbove, "value") + column)} ({Named(_above)}) {Format.Plural(_countAbove, "lies", "lie")} above {(first ? "one" : "a limit")} and {Format.Plural(_countAbove, "counts", "count")} as it"
            );
        return $"{string.Join("; ", said)}.";
    }

    static string Named(List<string> cells) =>
        string.Join(", ", cells.Take(MostNamed)) + (cells.Count > MostNamed ? ", …" : "");
}

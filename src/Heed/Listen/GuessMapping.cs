using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heed.Listen;

/// <summary>What a column probably means, how sure that is, why, and some of its values.</summary>
public sealed record Guess(ColumnMapping Column, double Confidence, string Because, IReadOnlyList<string> Samples);

/// <summary>Proposes a mapping from the names and the first values. A person decides.</summary>
static partial class GuessMapping
{
    const int Rows = 3000;
    const int Shown = 5;

    public static IReadOnlyList<Guess> Run(string path, FileShape shape)
    {
        var values = shape.Columns.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        using (var reader = shape.Open(path))
        {
            for (var row = 0; row < Rows && reader.Read(); row++)
            for (var i = 0; i < Math.Min(reader.Cells, values.Length); i++)
            {
                var cell = Encoding.UTF8.GetString(RowPlan.Trimmed(reader[i]));
                if (cell.Length > 0)
                    values[i][cell] = values[i].GetValueOrDefault(cell) + 1;
            }
        }
        var guesses = shape.Columns.Select((column, i) => Of(column, values[i])).ToList();
        OnlyOne(guesses, ColumnUse.Date);
        OnlyOne(guesses, ColumnUse.Weight);
        OnlyOne(guesses, ColumnUse.Identity);
        OnlyOne(guesses, ColumnUse.Wave);
        return guesses;
    }

    static void OnlyOne(List<Guess> guesses, ColumnUse use)
    {
        var best = guesses.Where(g => g.Column.Use == use).MaxBy(g => g.Confidence);
        for (var i = 0; i < guesses.Count; i++)
            if (guesses[i].Column.Use == use && guesses[i] != best)
                guesses[i] = guesses[i] with
                {
                    Column = new(guesses[i].Column.Column, ColumnUse.Kept),
                    Because = $"Another column is a better {use.ToString().ToLowerInvariant()}",
                };
    }

    static Guess Of(FileColumn column, Dictionary<string, int> values)
    {
        var name = column.Name;
        var both = column.Text == name ? name : $"{name} {column.Text}";
        List<string> samples = [.. values.OrderByDescending(v => v.Value).Take(Shown).Select(v => v.Key)];
        var total = values.Values.Sum();
        if (total == 0)
            return Say(ColumnUse.Kept, .9, "Empty in the first rows");
        if (Person().IsMatch(name))
            return Say(ColumnUse.Kept, .9, "Names a person: kept raw, shown nowhere");
        if (Identity().IsMatch(name) && values.Count == total)
            return Say(ColumnUse.Identity, .95, "Named like an id, and no two are alike");
        if (WaveName().IsMatch(name))
            return Say(ColumnUse.Wave, .9, "Named like a round of asking");

        var numbers = values
            .Select(v =>
                (Is: double.TryParse(v.Key, NumberStyles.Float, CultureInfo.InvariantCulture, out var n), n, v.Value)
            )
            .ToList();
        var numeric = numbers.Where(n => n.Is).Sum(n => n.Value) / (double)total;
        if (numeric > .95 && WeightName().IsMatch(name) && numbers.All(n => n.n >= 0))
            return Say(ColumnUse.Weight, .95, "Named like a weight, all numbers from 0 up");
        var days = values.Where(v => IsDay(v.Key)).Sum(v => v.Value) / (double)total;
        if (days > .8)
            return Say(ColumnUse.Date, DateName().IsMatch(name) ? .95 : .7, $"{days:0 %} of its values are dates");
        if (numeric > .9)
            return Number(both, [.. numbers.Where(n => n.Is).Select(n => (n.n, n.Value))]);
        if (column.Text.Contains("Open-Ended", StringComparison.OrdinalIgnoreCase))
            return Say(ColumnUse.Remark, .95, "An open question");
        var length = values.Sum(v => (long)v.Key.Length * v.Value) / (double)total;
        if (values.Count > 12 && length > 25 && values.Count > total / 4)
            return Say(
                ColumnUse.Remark,
                RemarkName().IsMatch(both) ? .9 : .7,
                "Free words, nearly every one different"
            );
        if (RemarkName().IsMatch(name) && values.Count > 1 && length > 8)
            return Say(ColumnUse.Remark, .6, "Named like a remark");
        if (values.Count is >= 2 and <= 40 && values.Count <= Math.Max(2, total / 3))
            return Say(ColumnUse.Attribute, values.Count <= 12 ? .7 : .5, $"{values.Count} different values");
        return Say(ColumnUse.Kept, .5, $"{values.Count} different values");

        Guess Say(
            ColumnUse use,
            double confidence,
            string because,
            string? scale = null,
            IReadOnlyList<string>? missing = null
        ) => new(new(name, use, null, scale, missing), confidence, because, samples);

        Guess Number(string words, List<(double Value, int Count)> found)
        {
            var whole = found.All(f => f.Value == Math.Floor(f.Value));
            if (AttributeName().IsMatch(name) && found.Count <= 40)
                return Say(ColumnUse.Attribute, .7, $"Named like a group, {found.Count} different values");
            if (!whole || found.Count < 3)
                return Say(ColumnUse.Kept, .6, whole ? "Only two values" : "Numbers with decimals");
            if (RecommendName().IsMatch(words) && Fits(0, 10, 7, .6) is { } outside)
                return Say(
                    ColumnUse.Recommend,
                    .95,
                    "Named like the recommend question, answered 0 to 10",
                    "0-10",
                    outside
                );
            var use =
                EffortName().IsMatch(words) ? ColumnUse.Effort
                : SatisfactionName().IsMatch(words) ? ColumnUse.Satisfaction
                : (ColumnUse?)null;
            if (use is null && !QuestionName().IsMatch(name))
                return Say(ColumnUse.Kept, .5, $"Numbers, {found.Count} different ones");
            var sure = use is null ? .6 : .85;
            if (Fits(1, 5, 4, .6) is { } five)
                return Say(use ?? ColumnUse.Satisfaction, sure, $"Points 1 to 5{Codes(five)}", "1-5", five);
            if (Fits(1, 7, 6, .6) is { } seven)
                return Say(use ?? ColumnUse.Satisfaction, sure - .1, $"Points 1 to 7{Codes(seven)}", "1-7", seven);
            if (Fits(1, 10, 8, .6) is { } ten)
                return Say(use ?? ColumnUse.Mean, sure - .1, $"Points 1 to 10{Codes(ten)}", "1-10", ten);
            return Say(ColumnUse.Kept, .5, $"Numbers, {found.Count} different ones");

            // Codes of survey tools stand beside the scale: one below, one or two above, or far away (methods/voice.md 4).
            List<string>? Fits(int low, int high, int points, double share)
            {
                var on = found.Where(f => f.Value >= low && f.Value <= high).ToList();
                var off = found.Where(f => f.Value < low || f.Value > high).Select(f => f.Value).ToList();
                var codes = off.TrueForAll(v =>
                    v == low - 1 || v == high + 1 || v is >= 77 and <= 99 or >= 777 || v < 0
                );
                return codes && off.Count <= 4 && on.Count >= points && on.Sum(f => f.Count) >= share * total
                    ? [.. off.Order().Select(v => v.ToString(CultureInfo.InvariantCulture))]
                    : null;
            }
        }
    }

    static string Codes(List<string> missing) =>
        missing.Count == 0 ? "" : $"; {string.Join(" and ", missing)} beside them look like codes for no answer";

    static bool IsDay(string cell) =>
        cell.Length is >= 8 and <= 40
        && !cell.All(char.IsAsciiDigit)
        && Days.LooksLikeDate(cell)
        && (
            Days.Read(Encoding.UTF8.GetBytes(cell), DateOrder.DayFirst, out _) == Days.Fault.None
            || Days.Read(Encoding.UTF8.GetBytes(cell), DateOrder.MonthFirst, out _) == Days.Fault.None
        );

    const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(response|respondent|submission|record|survey ?response)[ _-]?id$|^uuid$|^external[ _-]?id$|^#$",
        AnyCase
    )]
    private static partial Regex Identity();

    [GeneratedRegex(@"e-?mail|^ip[ _-]?addr|first ?name|last ?name|phone|^name$|latitude|longitude", AnyCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(wave|round)([ _-]?(name|id|nr|number))?$", AnyCase)]
    private static partial Regex WaveName();

    [GeneratedRegex(@"^(weight|wt|wgt|weights|final[ _-]?weight|person[ _-]?weight)$", AnyCase)]
    private static partial Regex WeightName();

    [GeneratedRegex(@"date|timestamp|submitted|recorded|completed|created", AnyCase)]
    private static partial Regex DateName();

    [GeneratedRegex(@"\bnps\b|netpro|recommend|net ?promoter", AnyCase)]
    private static partial Regex RecommendName();

    [GeneratedRegex(@"\bces\b|effort|\beas(y|e)\b", AnyCase)]
    private static partial Regex EffortName();

    [GeneratedRegex(@"satisf|\bcsat\b|rating|\brate\b|score", AnyCase)]
    private static partial Regex SatisfactionName();

    [GeneratedRegex(@"^q\d+[a-z]*", AnyCase)]
    private static partial Regex QuestionName();

    [GeneratedRegex(
        @"age$|gender|\bsex\b|lang|region|country|segment|channel|plan$|department|team|income|^strata|home$|method$|terminal|area$",
        AnyCase
    )]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"comment|remark|feedback|why|verbatim|open[- ]?text|tell us|suggest", AnyCase)]
    private static partial Regex RemarkName();
}

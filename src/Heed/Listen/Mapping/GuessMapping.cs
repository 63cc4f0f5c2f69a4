using System.Globalization;
using System.Text;
using static Heed.Listen.GuessNames;

namespace Heed.Listen;

/// <summary>What a column probably means, how sure that is, why, and its commonest values.</summary>
public sealed record Guess(
    ColumnMapping Column,
    double Confidence,
    string Because,
    IReadOnlyList<KeyValuePair<string, int>> Values
)
{
    /// <summary>Left out, though its points would fit a scale: nothing else says that it is a score.</summary>
    public bool MayBeScored { get; init; }

    /// <summary>Its values are names and addresses of people: they are shown nowhere.</summary>
    public bool IsPersonal { get; init; }
}

/// <summary>Proposes a mapping from the names and the first values. A person decides.</summary>
static class GuessMapping
{
    internal const int Rows = 3000;
    const int Shown = 12;
    const int MostOptions = 20;
    const int FewAnswers = 5;

    public static IReadOnlyList<Guess> Run(string path, FileShape shape)
    {
        var values = shape.Columns.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        using (var reader = shape.Open(path))
        {
            for (var row = 0; row < Rows && reader.Read(); row++)
            for (var i = 0; i < Math.Min(reader.Cells, values.Length); i++)
            {
                var cell = Encoding.UTF8.GetString(CellText.Trimmed(reader[i]));
                if (cell.Length > 0)
                    values[i][cell] = values[i].GetValueOrDefault(cell) + 1;
            }
        }
        var labels = values.Select((seen, i) => InNumbers(seen, shape.Columns[i].Numbers)).ToArray();
        var points = labels.Select((seen, i) => GuessScale.Of(seen, shape.Columns[i].Numbers)).ToArray();
        var guesses = shape
            .Columns.Select(
                (column, i) => Of(column, values[i], labels[i], points[i], Sisters.Of(shape.Columns, points, i))
            )
            .ToList();
        GuessOptions.Of(path, shape, values, guesses);
        OnlyOne(guesses, ColumnUse.Date);
        OnlyOne(guesses, ColumnUse.Weight);
        OnlyOne(guesses, ColumnUse.Identity);
        OnlyOne(guesses, ColumnUse.Wave);
        return guesses;
    }

    /// <summary>The values with the number that a label carries in its place: “10 - Extremely likely” is 10.</summary>
    static Dictionary<string, int> InNumbers(Dictionary<string, int> values, FileNumbers read)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (var (value, count) in values)
        {
            var written =
                !read.TryRead(value, out _) && LabelNumber.TryRead(value, LabelNumber.AnyScale, out var point)
                    ? point.ToString(CultureInfo.InvariantCulture)
                    : value;
            numbers[written] = numbers.GetValueOrDefault(written) + count;
        }
        return numbers;
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

    static Guess Of(
        FileColumn column,
        Dictionary<string, int> values,
        Dictionary<string, int> labels,
        GuessScale? points,
        int sisters
    )
    {
        var name = column.Name;
        var both = column.Text == name ? name : $"{name} {column.Text}";
        List<KeyValuePair<string, int>> samples = [.. values.OrderByDescending(v => v.Value).Take(Shown)];
        var (total, background) = (values.Values.Sum(), AttributeName().IsMatch(name));
        if (total == 0)
            return Say(ColumnUse.Kept, .9, "Empty in the first rows");
        // Where tools number what they know of a person (V6), the second header row names it; longer, it is a question.
        var second = column.Text.Count(char.IsWhiteSpace) < 2 ? column.Text : name;
        if (Person().IsMatch(name) || Person().IsMatch(second))
            return Say(ColumnUse.Kept, .9, "Names a person: kept raw, shown nowhere") with
            {
                Values = [],
                IsPersonal = true,
            };
        if ((Identity().IsMatch(name) || Identity().IsMatch(second)) && values.Count == total)
            return Say(ColumnUse.Identity, .95, "Named like an id, and no two are alike");
        if (WaveName().IsMatch(name))
            return Say(ColumnUse.Wave, .9, "Named like a round of asking");

        var numbers = labels.Select(v => (Is: column.Numbers.TryRead(v.Key, out var n), n, v.Value)).ToList();
        var numeric = numbers.Where(n => n.Is).Sum(n => n.Value) / (double)total;
        if (numeric > .95 && WeightName().IsMatch(name) && numbers.All(n => n.n >= 0))
            return Say(ColumnUse.Weight, .95, "Named like a weight, all numbers from 0 up");
        var days = values.Where(v => IsDay(v.Key)).Sum(v => v.Value) / (double)total;
        if (values.Where(v => OldestDay().IsMatch(v.Key)).Sum(v => v.Value) > .8 * total)
            return Say(ColumnUse.Kept, .8, "Times of day: they lie on the day before a spreadsheet's calendar begins");
        if (days > .8)
            return Say(ColumnUse.Date, DateName().IsMatch(name) ? .95 : .7, $"{days:0 %} of its values are dates");
        if (DateName().IsMatch(name) && values.Where(v => IsMachineDay(v.Key)).Sum(v => v.Value) > .8 * total)
            return Say(ColumnUse.Date, .8, "Named like a date, and its numbers are days as Excel or Unix counts them");
        if (numeric > .9)
            return Number([.. numbers.Where(n => n.Is).Select(n => (n.n, n.Value))]);
        if (column.Text.Contains("Open-Ended", StringComparison.OrdinalIgnoreCase))
            return Say(ColumnUse.Remark, .95, "An open question");
        if (GuessSeparator.Of(values) is { } several)
            return Say(ColumnUse.Choices, .85, several.InWords) with
            {
                Column = new(
                    name,
                    ColumnUse.Choices,
                    Separator: several.Separator,
                    Whole: several.Whole.Count > 0 ? several.Whole : null
                ),
            };
        if (AnswerLadder.Find(values) is { } ladder && GuessWords.Of(column, ladder) is { } words)
            return words with { Values = samples };
        var length = values.Sum(v => (long)v.Key.Length * v.Value) / (double)total;
        if (values.Count > 12 && length > 25 && values.Count > total / 4)
            return Say(
                ColumnUse.Remark,
                RemarkName().IsMatch(both) ? .9 : .7,
                "Free words, nearly every one different"
            );
        // A file of one or two answers shows no pattern; that one is asked for words says its name or its question.
        if (
            length > 8
            && (values.Count > 1 ? RemarkName().IsMatch(name) : total < FewAnswers && RemarkName().IsMatch(both))
        )
            return Say(ColumnUse.Remark, .6, "Named like a remark");
        if (values.Count is >= 2 and <= 40 && values.Count <= Math.Max(2, total / 3))
            return Say(
                values.Count <= MostOptions && !background && AskedColumn.Asks(column)
                    ? ColumnUse.Choice
                    : ColumnUse.Attribute,
                values.Count <= 12 ? .7 : .5,
                Format.Count(values.Count, "different value")
            );
        return Say(ColumnUse.Kept, .5, Format.Count(values.Count, "different value"));

        Guess Say(
            ColumnUse use,
            double confidence,
            string because,
            string? scale = null,
            IReadOnlyList<string>? missing = null
        ) => new(new(name, use, null, scale, missing), confidence, because, samples);

        Guess Quantity(GuessNumber of) =>
            Say(ColumnUse.Number, .6, of.InWords, of.Bands.ToString(), of.Missing.Count > 0 ? of.Missing : null);

        Guess Number(List<(double Value, int Count)> found)
        {
            var whole = found.All(f => f.Value == Math.Floor(f.Value));
            var quantity = GuessNumber.Of(name, values, column.Numbers);
            if (
                background
                && found.Count <= 40
                && !(found.Count > 20 && quantity is not null && GuessNumber.QuantityName().IsMatch(name))
            )
                return Say(ColumnUse.Attribute, .7, $"Named like a group, {found.Count} different values");
            if (quantity is { } decimals && (!whole || background))
                return Quantity(decimals);
            if (!whole || found.Count < 3)
                return Say(ColumnUse.Kept, .6, whole ? "Only two values" : "Numbers with decimals");
            if (RecommendName().IsMatch(both) && GuessScale.ZeroToTen(labels, column.Numbers) is { } outside)
                return Say(
                    ColumnUse.Recommend,
                    .95,
                    $"Named like the recommend question, answered 0 to 10{GuessScale.Codes(outside)}",
                    "0-10",
                    outside
                );
            if (points is null && quantity is not null)
                return Quantity(quantity);
            if (points is not { } scale)
                return Say(ColumnUse.Kept, .5, $"Numbers, {found.Count} different ones, and no scale that they fill");
            var use =
                EffortName().IsMatch(both) ? ColumnUse.Effort
                : SatisfactionName().IsMatch(both) ? ColumnUse.Satisfaction
                : (ColumnUse?)null;
            if (use is not null && scale is { Low: 0, IsThin: false } && OfAnything().IsMatch(name))
                return Say(
                    ColumnUse.Recommend,
                    .7,
                    $"Named a score, {scale.InWords}: the scale of the recommend question",
                    scale.Written,
                    scale.Missing
                );
            if (use is { } named && !scale.IsThin)
                return Say(named, .85, $"Named like a score, {scale.InWords}", scale.Written, scale.Missing);
            // A name says nothing here: that several questions of one number share their points is evidence (a battery).
            if (sisters >= Sisters.Enough && scale.IsFull)
                return Say(
                    scale.High > 7 ? ColumnUse.Mean : ColumnUse.Satisfaction,
                    .75,
                    $"One of {sisters} questions {Sisters.Stem(name)}… on the same scale, {scale.InWords}",
                    scale.Written,
                    scale.Missing
                );
            return Say(
                ColumnUse.Kept,
                .4,
                $"Left out: {scale.InWords}, but nothing in its name says score",
                scale.Written,
                scale.Missing
            ) with
            {
                MayBeScored = scale.IsFull && (scale.High <= 7 || sisters > 0),
            };
        }
    }

    static bool IsMachineDay(string cell) =>
        MachineDates.Read(Encoding.UTF8.GetBytes(cell), out _) is not MachineDates.Kind.None;

    static bool IsDay(string cell) =>
        cell.Length is >= 8 and <= 40
        && !cell.All(char.IsAsciiDigit)
        && FileDates.LooksLikeDate(cell)
        && (
            FileDates.Read(Encoding.UTF8.GetBytes(cell), DateOrder.DayFirst, out _) == FileDates.Fault.None
            || FileDates.Read(Encoding.UTF8.GetBytes(cell), DateOrder.MonthFirst, out _) == FileDates.Fault.None
        );
}

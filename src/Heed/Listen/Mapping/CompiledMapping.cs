using Heed.Analytics.Columns;
using Heed.Analytics.Scores;

namespace Heed.Listen;

/// <summary>A mapping made ready for reading: where each column stands, its scale, its codes for no answer.</summary>
sealed class CompiledMapping
{
    /// <param name="Words">The points of answers that are no numbers.</param>
    public sealed record Scored(
        int Cell,
        string Column,
        string Question,
        Scale Scale,
        FileNumbers Numbers,
        NoAnswerCodes Missing,
        AnswerPoints Words
    );

    /// <param name="IsQuestion">Its values are the options of a question.</param>
    public sealed record Grouped(int Cell, string Column, string Attribute, bool IsQuestion)
    {
        public CodeLabels? Labels { get; init; }
        public int Most => IsQuestion ? MostOptions : MostValues;
    }

    public const int MostValues = 1000;
    public const int MostOptions = SetColumn.MostOptions;

    CompiledMapping(FileShape shape, Mapping mapping) => (Shape, Mapping) = (shape, mapping);

    public FileShape Shape { get; }
    public Mapping Mapping { get; }
    public Scored[] Questions { get; private init; } = [];
    public Grouped[] Attributes { get; private init; } = [];
    public ChosenOptions[] Choices { get; private init; } = [];
    public AskedNumber[] Numbers { get; private init; } = [];
    public (int Cell, string Column, string Question)[] Remarks { get; private init; } = [];
    public int Weight { get; private init; } = -1;
    public int Date { get; private init; } = -1;
    public int Wave { get; private init; } = -1;
    public int Identity { get; private init; } = -1;
    public DateOrder Order { get; private init; }
    public RowFilters Where { get; private init; } = new([], []);
    public RowFilters Without { get; private init; } = new([], []);

    public bool IsWeighted => Weight >= 0;

    public CompiledMapping InOrder(DateOrder order) =>
        new(Shape, Mapping)
        {
            Questions = Questions,
            Attributes = Attributes,
            Choices = Choices,
            Numbers = Numbers,
            Remarks = Remarks,
            Weight = Weight,
            Date = Date,
            Wave = Wave,
            Identity = Identity,
            Order = order,
            Where = Where,
            Without = Without,
        };

    /// <summary>The plan, or what is wrong with the mapping.</summary>
    public static Outcome<CompiledMapping> Of(FileShape shape, Mapping mapping)
    {
        foreach (var use in new[] { ColumnUse.Weight, ColumnUse.Date, ColumnUse.Wave, ColumnUse.Identity })
            if (mapping.Columns.Where(c => c.Use == use).ToList() is [var one, var other, ..])
                return new Refusal(
                    $"“{one.Column}” and “{other.Column}” are both the {use.ToString().ToLowerInvariant()}. Choose one and keep the other raw."
                );
        if (mapping.Columns.FirstOrDefault(c => shape.IndexOf(c.Column) < 0) is { } unknown)
            return new Refusal(
                $"There is no column “{unknown.Column}” in the file. It has {string.Join(", ", shape.Columns.Take(12).Select(c => $"“{c.Name}”"))}{(shape.Columns.Count > 12 ? " and more" : "")}."
            );
        if (mapping.Where.Concat(mapping.Without).FirstOrDefault(f => shape.IndexOf(f.Column) < 0) is { } strange)
            return new Refusal(
                $"Rows are chosen by “{strange.Column}”, and the file has no such column. Write its name as the header does."
            );
        if (!mapping.Columns.Any(c => c.IsQuestion))
            return new Refusal(
                "No column is a question yet. Say of at least one column which question it answers; everything else is kept raw."
            );
        if (Doubled(mapping) is { } doubled)
            return doubled;
        if (
            mapping.Columns.FirstOrDefault(c =>
                c is { Use: ColumnUse.Choices, IsOption: false, Separator: not { Length: > 0 } }
            ) is
            { } whole
        )
            return new Refusal(
                $"“{whole.Column}”: say what stands between the options, such as ; or a comma. Where the column is one option of several columns, say which option it is."
            );
        List<Scored> scored = [];
        foreach (var column in mapping.Columns.Where(c => c.IsScored))
        {
            if (ScaleOf(column).Refused(out var refusal, out var scale))
                return refusal;
            var cell = shape.IndexOf(column.Column);
            var numbers = shape.Columns[cell].Numbers;
            if (column.Points?.FirstOrDefault(p => !scale.Holds(p.Value)) is { Key: { } off } point)
                return new Refusal(
                    $"“{column.Column}”: “{off}” is given {point.Value}, which is no point of the scale {scale}. Correct one of the two."
                );
            var words = AnswerPoints.Of(column.Points, scale.High);
            scored.Add(new(cell, column.Column, column.Target, scale, numbers, new(column.Missing, numbers), words));
        }
        List<AskedNumber> asked = [];
        foreach (var column in mapping.Columns.Where(c => c.Use == ColumnUse.Number))
            if (AskedNumber.Of(shape, column).Refused(out var refusal, out var number))
                return refusal;
            else
                asked.Add(number);
        return new CompiledMapping(shape, mapping)
        {
            Questions = [.. scored],
            Numbers = [.. asked],
            Attributes =
            [
                .. mapping
                    .Columns.Where(c => c.Use is ColumnUse.Attribute or ColumnUse.Choice)
                    .Select(c => new Grouped(shape.IndexOf(c.Column), c.Column, c.Target, c.Use is ColumnUse.Choice)
                    {
                        Labels = CodeLabels.Of(c.Labels),
                    }),
            ],
            Choices =
            [
                .. mapping
                    .Columns.Where(c => c.Use == ColumnUse.Choices)
                    .GroupBy(c => c.Target)
                    .Select(question => ChosenOptions.Of(shape, [.. question])),
            ],
            Remarks =
            [
                .. mapping
                    .Columns.Where(c => c.Use == ColumnUse.Remark || c.Words)
                    .Select(c => (shape.IndexOf(c.Column), c.Column, c.Words ? c.Column : c.Target)),
            ],
            Weight = Index(ColumnUse.Weight),
            Date = Index(ColumnUse.Date),
            Wave = Index(ColumnUse.Wave),
            Identity = Index(ColumnUse.Identity),
            Order = mapping.DateOrder,
            Where = new(mapping.Where, [.. mapping.Where.Select(f => shape.IndexOf(f.Column))]),
            Without = new(mapping.Without, [.. mapping.Without.Select(f => shape.IndexOf(f.Column))]),
        };

        int Index(ColumnUse use) => mapping.The(use) is { } column ? shape.IndexOf(column.Column) : -1;
    }

    /// <summary>The scale or the bands of a column, as its question keeps them; empty where it has none.</summary>
    public string ScaleToKeep(ColumnMapping column) =>
        column.IsScored ? Questions.First(q => q.Column == column.Column).Scale.ToString()
        : column.Use == ColumnUse.Number ? Numbers.First(n => n.Column == column.Column).Bands.ToString()
        : "";

    static Refusal? Doubled(Mapping mapping) =>
        mapping
            .Columns.Where(c => c.IsQuestion || c.Use == ColumnUse.Attribute)
            // The options of one question share its name.
            .DistinctBy(c => c.IsOption ? c.Target : c.Column)
            .Select(c => c.Target)
            .Concat(mapping.Columns.Where(c => c.Words).Select(c => c.Column))
            .Append(SurveySchema.Wave)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Count() > 1)
            is { } twice
            ? new Refusal(
                $"Two things are called “{twice.Key}”. Give one of them another name; “{SurveySchema.Wave}” is the name of the rounds of asking."
            )
            : null;

    internal static Outcome<Scale> ScaleOf(ColumnMapping column)
    {
        var text =
            column.Scale is { Length: > 0 } given ? given
            : column.Use == ColumnUse.Recommend ? "0-10"
            : column.Use == ColumnUse.Share ? "0-1"
            : "";
        if (text.Length == 0)
            return new Refusal(
                column.Use == ColumnUse.Ranking
                    ? $"Give the places of “{column.Column}”, the last and the first: 5-1 where five things were put in order."
                    : $"Give the scale of “{column.Column}”, worst and best point: 1-5, 0-10, or 5-1 where 1 is best."
            );
        if (Scale.Parse(text.Trim()).Refused(out var because, out var scale))
            return new Refusal($"“{column.Column}”: {because}");
        if (column.Use == ColumnUse.Recommend && scale != Scale.ZeroToTen)
            return new Refusal(
                $"“{column.Column}”: a recommend score is asked from 0 to 10. For {text} choose satisfaction or mean."
            );
        if (column.Use == ColumnUse.Share && scale.Points != 2)
            return new Refusal(
                $"“{column.Column}”: a share is asked of two answers, 0-1. Give each answer its point, 1 where it counts and 0 where not."
            );
        if (column.Use == ColumnUse.Satisfaction && scale.Points < 4)
            return new Refusal(
                $"“{column.Column}”: satisfaction counts the two best points, so its scale needs four or more. Choose mean for {text}."
            );
        return scale;
    }

    /// <summary>The point of an answer; missing where it is blank or a missing code; false where it is neither.</summary>
    public static bool Point(ReadOnlySpan<byte> cell, Scored question, out byte point, out bool isNumber)
    {
        (point, isNumber) = (SurveyColumns.Missing, true);
        cell = CellText.Trimmed(cell);
        if (cell.IsEmpty || question.Missing.Hold(cell))
            return true;
        isNumber = TryNumber(cell, question, out var number);
        if (!isNumber)
            return NoAnswerWords.Hold(cell);
        if (question.Missing.Hold(number))
            return true;
        if (!question.Scale.Holds(number))
            return false;
        point = (byte)(number - question.Scale.Low);
        return true;
    }

    /// <summary>The point that its words were given, the number that it is, or the one that its label carries.</summary>
    static bool TryNumber(ReadOnlySpan<byte> cell, Scored question, out double number)
    {
        if (question.Words.AreGiven && question.Words.TryPoint(cell, out var point))
        {
            number = point;
            return true;
        }
        if (question.Numbers.TryRead(cell, out number))
            return true;
        var isLabel = question.Words.TryPoint(cell, out point);
        number = point;
        return isLabel;
    }

    /// <summary>
    /// A weight from 0 up. An answer whose weight is not known stands for nobody in the weighted score, and counts in the
    /// plain one.
    /// </summary>
    public bool WeightOf(ReadOnlySpan<byte> cell, out float weight)
    {
        cell = CellText.Trimmed(cell);
        weight = 0;
        if (cell.IsEmpty || NoAnswerWords.Hold(cell))
            return true;
        var isNumber = Shape.Columns[Weight].Numbers.TryRead(cell, out var number);
        weight = (float)number;
        return isNumber && weight >= 0 && float.IsFinite(weight);
    }
}

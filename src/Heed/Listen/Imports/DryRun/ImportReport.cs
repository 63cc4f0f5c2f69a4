using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heed.Listen;

public enum ProblemKind
{
    Ragged,
    Cut,

    /// <summary>A stray quote took rows into a cell.</summary>
    Swallowed,
    NotOnScale,
    NotANumber,

    /// <summary>In a question that is answered with numbers, which has no scale.</summary>
    NoNumber,

    /// <summary>“&lt;1” or “&gt;95” there.</summary>
    OneSide,
    BadWeight,
    NotADate,
    BeforeSpreadsheets,
    TooLateADate,
    NotYet,
    EitherOrder,
    DoubledId,
    KnownWithOtherAnswers,
    BadLetters,
    NoText,
    TooManyValues,

    /// <summary>So many rows fall out that a score of the others would be another score.</summary>
    Loss,

    /// <summary>Most rows fall out.</summary>
    MostFallOut,
}

/// <summary>One kind of trouble with one repair: what, where the first one is, how many, and what to do.</summary>
public sealed record Problem(
    ProblemKind Kind,
    string Column,
    string Value,
    long Count,
    long FirstRow,
    string Says,
    string Repair
)
{
    /// <summary>Nothing may be taken in before this is answered.</summary>
    [JsonIgnore]
    public bool Stops => Kind is ProblemKind.EitherOrder or ProblemKind.Cut or ProblemKind.TooManyValues;

    /// <summary>The value may be a code for no answer that nobody has named: it stands here as a whole.</summary>
    [JsonIgnore]
    public bool MayMeanNoAnswer =>
        Kind is ProblemKind.NotOnScale or ProblemKind.NotANumber or ProblemKind.NoNumber
        && Value.Length is > 0 and <= ProblemCounts.Longest
        && !(Kind is ProblemKind.NotANumber && AnswerLadder.MayBeAStep(Value));
}

/// <summary>What will happen, or what happened: every row of the file is in exactly one of new, known, rejected and left out.</summary>
public sealed record ImportReport(
    long Rows,
    long New,
    long Known,
    long Rejected,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Rows that nobody asked for, and previews and tests.</summary>
    public long LeftOut { get; init; }

    /// <summary>
    /// What must be answered first; a cut is answered by taking in what is there, and a loss by taking in the others: no
    /// score is made of what survives before a person has said so.
    /// </summary>
    public Problem? Stop(Mapping mapping) =>
        Problems.FirstOrDefault(p => p.Stops && !(p.Kind == ProblemKind.Cut && mapping.AcceptCut))
        ?? (ImportLoss.Of(this) is { } loss && !(loss.Kind == ProblemKind.Loss && mapping.AcceptLoss) ? loss : null);

    public string ToJson() => JsonSerializer.Serialize(this, Mapping.Json);

    public static ImportReport? FromJson(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize<ImportReport>(json, Mapping.Json);
}

/// <summary>Gathers problems by their repair, so that a million rows with one fault are one sentence.</summary>
sealed class ProblemCounts
{
    /// <summary>What is longer is no word for no answer, and is kept only to be shown.</summary>
    public const int Longest = 200;
    const int Shown = 40;
    const int MostValues = 12;
    readonly Dictionary<(ProblemKind, string, string), (long Count, long Row)> _counts = [];
    readonly Dictionary<(ProblemKind, string), int> _values = [];

    /// <summary>Notes one problem and says it in a sentence about this row.</summary>
    public string Add(ProblemKind kind, string column, string value, long row, string? scale = null)
    {
        value = value.Length > Longest ? value[..Longest] + "…" : value;
        var key = (kind, column, value);
        if (!_counts.ContainsKey(key))
        {
            var known = _values.GetValueOrDefault((kind, column));
            if (known >= MostValues)
                key = (kind, column, Others);
            else
                _values[(kind, column)] = known + 1;
        }
        var before = _counts.GetValueOrDefault(key, (0, row));
        _counts[key] = (before.Count + 1, before.Row);
        return Say(kind, column, Format.Shortened(value, Shown), row, 1, scale);
    }

    const string Others = "\u0000";
    const string Several = "these";

    public IReadOnlyList<Problem> All(Func<string, string?> scaleOf) =>
        [
            .. _counts
                .Select(p =>
                    Make(p.Key.Item1, p.Key.Item2, p.Key.Item3, p.Value.Count, p.Value.Row, scaleOf(p.Key.Item2))
                )
                .OrderByDescending(p => p.Stops)
                .ThenByDescending(p => p.Count),
        ];

    static Problem Make(ProblemKind kind, string column, string value, long count, long row, string? scale) =>
        new(
            kind,
            column,
            value == Others ? "" : value,
            count,
            row,
            Say(kind, column, value == Others ? "other values" : Format.Shortened(value, Shown), row, count, scale),
            Repair(kind, column, value == Others ? Several : $"“{Format.Shortened(value, Shown)}”")
        );

    static string Say(ProblemKind kind, string column, string value, long row, long count, string? scale)
    {
        var where = count == 1 ? $"Row {row:#,0}" : $"{count:#,0} rows, the first is row {row:#,0}";
        var in_ = column.Length > 0 ? $", column “{column}”" : "";
        return kind switch
        {
            ProblemKind.Ragged => $"{where}: {value}.",
            ProblemKind.Cut => $"{where}: the file ends in the middle of this row{in_}. It was probably cut off.",
            ProblemKind.Swallowed => count == 1
                ? $"{where}{in_}: a quote opens here and closes in row {value}, and what it takes in looks like rows of this table."
                : $"{where}{in_}: quotes open here and close rows below, and what they take in looks like rows of this table.",
            ProblemKind.NotOnScale => $"{where}{in_}: “{value}” is not on the scale {scale}.",
            ProblemKind.NotANumber => $"{where}{in_}: “{value}” is not a number on the scale {scale}.",
            ProblemKind.NoNumber => $"{where}{in_}: “{value}” is not a number.",
            ProblemKind.OneSide => $"{where}{in_}: of “{value}” only one side is known, and a mean cannot take it.",
            ProblemKind.BadWeight => $"{where}{in_}: “{value}” is not a weight from 0 up.",
            ProblemKind.NotADate => $"{where}{in_}: “{value}” is not a date that can be read.",
            ProblemKind.BeforeSpreadsheets =>
                $"{where}{in_}: “{value}” lies before 1900, which is how spreadsheets write a time without a day.",
            ProblemKind.TooLateADate => $"{where}{in_}: “{value}” lies after 2078.",
            ProblemKind.NotYet => $"{where}{in_}: “{value}” has not come yet.",
            ProblemKind.EitherOrder =>
                $"{where}{in_}: “{value}” may be day first or month first, and no date of the file decides it.",
            ProblemKind.DoubledId =>
                $"{where}{in_}: the id “{value}” stands in an earlier row too, with other answers.",
            ProblemKind.KnownWithOtherAnswers =>
                $"{where}{in_}: the id “{value}” is here already with other answers. Stored answers are not overwritten.",
            ProblemKind.NoText => $"{where}: a zero byte, which is no letter.",
            ProblemKind.BadLetters => $"{where}: letters that are not {value}.",
            _ => $"{where}{in_}: more than {value} different values.",
        };
    }

    static string Repair(ProblemKind kind, string column, string value) =>
        kind switch
        {
            ProblemKind.Ragged => "Look there for a stray quote or delimiter, repair the file and choose it again.",
            ProblemKind.Cut => "Export the file again. Or accept the rows before it.",
            ProblemKind.Swallowed =>
                "Take the stray quotes out and choose the file again. If it is one remark, write it in one line.",
            ProblemKind.NotOnScale =>
                $"If {value} means blank or not applicable, add it to the missing codes of “{column}”. Otherwise correct the scale.",
            ProblemKind.NotANumber => value == Several
                ? $"Say beside “{column}” which points these stand for. Only what means no answer goes to the missing codes."
                : $"Say beside “{column}” which point {value} stands for. Only if it means no answer, add it to the missing codes.",
            ProblemKind.NoNumber =>
                $"If {value} means no answer, add it to the missing codes of “{column}”. Where it holds words, it is a choice or a remark.",
            ProblemKind.OneSide =>
                $"Write the numbers where they are known. Or map “{column}” as a choice: then {value} is an option.",
            ProblemKind.BadWeight => "Correct the weights, or do not use this column as the weight.",
            ProblemKind.NotADate => "Correct these dates, or choose another column as the date.",
            ProblemKind.BeforeSpreadsheets or ProblemKind.TooLateADate => "Choose another column as the date.",
            ProblemKind.NotYet => "Say below whether day or month comes first, or correct these dates.",
            ProblemKind.EitherOrder => "Say below which comes first.",
            ProblemKind.DoubledId =>
                $"If “{column}” does not name one response each, keep it raw instead of using it as the id.",
            ProblemKind.KnownWithOtherAnswers =>
                $"If ids start anew in each file, keep “{column}” raw instead of using it as the id.",
            ProblemKind.NoText => "Take the zero byte out of these rows, or export the file again.",
            ProblemKind.BadLetters => "Save the file as “CSV UTF-8” and choose it again.",
            _ => $"“{column}” is a text rather than a group: keep it raw.",
        };
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heed.Listen;

public enum ColumnUse
{
    /// <summary>Kept with the raw answers, counted nowhere.</summary>
    Kept,
    Recommend,
    Satisfaction,
    Effort,
    Mean,

    /// <summary>The percent of answers that count, as in yes and no.</summary>
    Share,

    /// <summary>The place of one thing among others, 1 the first.</summary>
    Ranking,

    /// <summary>One option of several, counted.</summary>
    Choice,

    /// <summary>Several options: one cell with a separator, or one column an option.</summary>
    Choices,

    /// <summary>A number that is no point of a scale: minutes, an age, an amount.</summary>
    Number,
    Remark,
    Attribute,
    Weight,
    Date,
    Wave,

    /// <summary>The id that its source gave to the response.</summary>
    Identity,
}

/// <summary>What one column of the file means.</summary>
/// <param name="Name">The question or attribute it fills; the column's own name unless it continues another one.</param>
/// <param name="Scale">Worst and best point, for scored questions; the edges of the bands, for numbers.</param>
/// <param name="Missing">Codes for blank and not applicable, as they stand in the file.</param>
/// <param name="Points">The points that answers in words stand for, as somebody agreed to.</param>
/// <param name="Separator">What stands between the options where one cell holds several.</param>
/// <param name="Whole">Options that hold the separator themselves, and are no two.</param>
/// <param name="Option">The option that the column is, where each has one of its own.</param>
/// <param name="Words">The option is “other”, and what people wrote there is a remark.</param>
/// <param name="Labels">The words that the codes of a choice stand for.</param>
public sealed record ColumnMapping(
    string Column,
    ColumnUse Use,
    string? Name = null,
    string? Scale = null,
    IReadOnlyList<string>? Missing = null,
    IReadOnlyDictionary<string, int>? Points = null,
    string? Separator = null,
    IReadOnlyList<string>? Whole = null,
    string? Option = null,
    bool Words = false,
    IReadOnlyDictionary<string, string>? Labels = null
)
{
    [JsonIgnore]
    public bool IsScored =>
        Use
            is ColumnUse.Recommend
                or ColumnUse.Satisfaction
                or ColumnUse.Effort
                or ColumnUse.Mean
                or ColumnUse.Share
                or ColumnUse.Ranking;

    [JsonIgnore]
    public bool IsChoice => Use is ColumnUse.Choice or ColumnUse.Choices;

    [JsonIgnore]
    public bool IsQuestion => IsScored || IsChoice || Use is ColumnUse.Number or ColumnUse.Remark;

    /// <summary>It is one option of a question that other columns share.</summary>
    [JsonIgnore]
    public bool IsOption => Use == ColumnUse.Choices && Option is { Length: > 0 };

    [JsonIgnore]
    public QuestionKind Kind => Enum.Parse<QuestionKind>(Use.ToString());

    [JsonIgnore]
    public string Target => Name is { Length: > 0 } ? Name : Column;
}

/// <summary>What the columns of a file mean. A column that is not named is kept raw.</summary>
public sealed record Mapping
{
    public IReadOnlyList<ColumnMapping> Columns { get; init; } = [];
    public DateOrder DateOrder { get; init; }

    /// <summary>Where the whole file is one round of asking: its name, and its day.</summary>
    public string? Wave { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>Only rows where all of this is so.</summary>
    public IReadOnlyList<RowFilter> Where { get; init; } = [];

    /// <summary>Not the rows where any of this is so: previews, tests.</summary>
    public IReadOnlyList<RowFilter> Without { get; init; } = [];

    /// <summary>Take the rows of a file that ends in the middle of one.</summary>
    public bool AcceptCut { get; init; }

    /// <summary>Take the other rows, knowing which answers fall out.</summary>
    public bool AcceptLoss { get; init; }

    public ColumnMapping? The(ColumnUse use) => Columns.FirstOrDefault(c => c.Use == use);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Mapping FromJson(string json) =>
        json.Length == 0 ? new() : JsonSerializer.Deserialize<Mapping>(json, Json)!;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };
}

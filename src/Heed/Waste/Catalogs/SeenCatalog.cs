using System.Text.Json;

namespace Heed.Waste;

/// <summary>One requirement of a catalog that is not on the register yet.</summary>
public sealed record CatalogLine(string Name, string Source, string Clause);

/// <summary>What files say and what would be kept of them; a person sees it before anything is.</summary>
/// <param name="Known">How many of them stand on the register already; they stay as they are.</param>
public sealed record SeenCatalog(
    IReadOnlyList<CatalogLine> New,
    int Known,
    int Withdrawn,
    IReadOnlyList<OscalPair> Pairs,
    int Overlaps,
    IReadOnlyList<string> Notes
)
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>What was shown, for the second word; null where there is none.</summary>
    public static SeenCatalog? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return
                JsonSerializer.Deserialize<SeenCatalog>(text, JsonSerializerOptions.Web)
                    is { New: not null, Pairs: not null } seen
                ? seen with
                {
                    Notes = seen.Notes ?? [],
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What was kept.</summary>
/// <param name="Linked">How many controls now serve more requirements than before.</param>
public sealed record CatalogReceipt(
    int Added,
    int Known,
    int Withdrawn,
    int Linked,
    int Overlaps,
    IReadOnlyList<string> Notes
);

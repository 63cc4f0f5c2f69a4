using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heed.Waste;

/// <summary>What a file in NIST's Open Security Controls Assessment Language (OSCAL 1.0 to 1.2, JSON) holds of use here.</summary>
/// <param name="Items">What a catalog demands; OSCAL calls each a control, here it is a requirement.</param>
/// <param name="Withdrawn">Those that the catalog itself says no longer hold; they are left out.</param>
/// <param name="Chosen">What a profile chooses; null where the file is none.</param>
/// <param name="Pairs">What a mapping says of two catalogs.</param>
/// <param name="Overlaps">Pairs that only overlap, or say nothing that could be followed.</param>
sealed record OscalFile(
    string Title,
    IReadOnlyList<OscalItem> Items,
    int Withdrawn,
    OscalChoice? Chosen,
    IReadOnlyList<OscalPair> Pairs,
    int Overlaps
)
{
    public static Outcome<OscalFile> Read(Stream json, string name)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true });
        }
        catch (JsonException odd)
        {
            return new Refusal(
                $"{name} is no JSON: it breaks off or is wrong at line {(odd.LineNumberFrom1())}. Choose the JSON form of the catalog, profile or mapping."
            );
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Unknown(name);
            foreach (var root in document.RootElement.EnumerateObject().Where(p => p.Value.IsObject()))
                switch (root.Name)
                {
                    case "catalog":
                        return Catalog(root.Value);
                    case "profile":
                        return Profile(root.Value);
                    case "mapping-collection":
                        return Mapping(root.Value);
                }
            return Unknown(name);
        }
    }

    static Refusal Unknown(string name) =>
        new(
            $"{name} is none of the three that are read: an OSCAL catalog, profile or mapping collection begins with that word. A table of controls is brought in on the page of controls."
        );

    static OscalFile Catalog(JsonElement catalog)
    {
        List<OscalItem> items = [];
        var withdrawn = 0;
        Visit(catalog, null);
        return new(TitleOf(catalog), items, withdrawn, null, [], 0);

        // Groups hold groups and controls, and controls hold their enhancements.
        void Visit(JsonElement parent, string? above)
        {
            foreach (var control in parent.Each("controls"))
            {
                var id = control.Text("id");
                if (IsWithdrawn(control))
                    withdrawn++;
                else if (id is not null)
                    items.Add(new(id, Label(control, id), Name(control, id), above));
                Visit(control, id);
            }
            foreach (var group in parent.Each("groups"))
                Visit(group, null);
        }
    }

    static bool IsWithdrawn(JsonElement control) =>
        control
            .Each("props")
            .Any(p =>
                string.Equals(p.Text("name"), "status", StringComparison.OrdinalIgnoreCase)
                && string.Equals(p.Text("value"), "withdrawn", StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>“AC-2(1)” where the catalog prints “ac-2.1” so; its own name where the label says something else.</summary>
    static string Label(JsonElement control, string id) =>
        control
            .Each("props")
            .Where(p => p.Text("name") == "label" && p.Text("class") is null)
            .Select(p => p.Text("value"))
            .FirstOrDefault(label => label is not null && RequirementClause.Key(label) == RequirementClause.Key(id))
        ?? id;

    /// <summary>Some catalogs give the number as the title, and say what it is about in the statement.</summary>
    static string Name(JsonElement control, string id)
    {
        var title = control.Text("title");
        var says = title is not null && RequirementClause.Key(title) != RequirementClause.Key(id);
        return says
            ? title!
            : control
                .Each("parts")
                .Where(p => p.Text("name") == "statement")
                .Select(Said)
                .FirstOrDefault(t => t is not null)
                ?? title
                ?? id;
    }

    static string? Said(JsonElement part) =>
        part.Text("prose") is { } prose
            ? OscalChoice.Blanks().Replace(OscalChoice.Inserted().Replace(prose, "…"), " ")
            : null;

    static string TitleOf(JsonElement document) =>
        document.TryGetProperty("metadata", out var about) && about.IsObject() && about.Text("title") is { } title
            ? Format.Shortened(title, Requirement.LongestSource)
            : "A catalog without a title";

    static OscalFile Profile(JsonElement profile) =>
        new(TitleOf(profile), [], 0, OscalChoice.Of([.. profile.Each("imports")]), [], 0);

    static OscalFile Mapping(JsonElement collection)
    {
        List<OscalPair> pairs = [];
        var overlaps = 0;
        foreach (var map in collection.Each("mappings").SelectMany(m => m.Each("maps")))
        {
            var (sources, targets) = (Named(map, "sources"), Named(map, "targets"));
            var relationship = map.Text("relationship");
            // Of several together it is not said which one of them would do.
            var one = relationship switch
            {
                "equal-to" or "equivalent-to" => sources.Count == 1 && targets.Count == 1,
                "superset-of" => sources.Count == 1,
                "subset-of" => targets.Count == 1,
                _ => false,
            };
            if (!one || sources.Count == 0 || targets.Count == 0)
            {
                overlaps++;
                continue;
            }
            foreach (var source in sources)
            foreach (var target in targets)
            {
                if (relationship is not "subset-of")
                    pairs.Add(new(source, target));
                if (relationship is not "superset-of")
                    pairs.Add(new(target, source));
            }
        }
        return new(TitleOf(collection), [], 0, null, pairs, overlaps);
    }

    static List<string> Named(JsonElement map, string side) =>
        [.. map.Each(side).Select(s => s.Text("id-ref")).OfType<string>()];
}

/// <summary>What one place of a catalog demands.</summary>
/// <param name="Within">The one that it enhances; null where it stands by itself.</param>
sealed record OscalItem(string Id, string Label, string Name, string? Within);

/// <summary>Whoever does the one has done the other as well.</summary>
public sealed record OscalPair(string Does, string Covers);

/// <summary>Which controls a profile takes from a catalog.</summary>
sealed partial record OscalChoice(IReadOnlyList<OscalImport> Imports)
{
    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.NonBacktracking)]
    internal static partial Regex Inserted();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    internal static partial Regex Blanks();

    internal static OscalChoice Of(IReadOnlyList<JsonElement> imports) =>
        new([
            .. imports.Select(i => new OscalImport(
                // Nothing said is everything (OSCAL, profile: import).
                i.TryGetProperty("include-all", out _) || !i.TryGetProperty("include-controls", out _),
                [.. i.Each("include-controls").Select(OscalSelection.Of)],
                [.. i.Each("exclude-controls").Select(OscalSelection.Of)]
            )),
        ]);

    public IReadOnlyList<OscalItem> From(IReadOnlyList<OscalItem> items) =>
        [.. items.Where(item => Imports.Any(import => import.Takes(item)))];

    /// <summary>Those that it names and the catalog does not hold.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyList<OscalItem> items)
    {
        HashSet<string> known = [.. items.Select(i => i.Id)];
        return
        [
            .. Imports.SelectMany(i => i.Included).SelectMany(s => s.Ids).Where(id => !known.Contains(id)).Distinct(),
        ];
    }
}

sealed record OscalImport(bool All, IReadOnlyList<OscalSelection> Included, IReadOnlyList<OscalSelection> Excluded)
{
    public bool Takes(OscalItem item) => (All || Included.Any(s => s.Fits(item))) && !Excluded.Any(s => s.Fits(item));
}

sealed record OscalSelection(IReadOnlyList<string> Ids, IReadOnlyList<Regex> Patterns, bool WithChildren)
{
    public static OscalSelection Of(JsonElement selection) =>
        new(
            [.. selection.Texts("with-ids")],
            [.. selection.Each("matching").Select(m => m.Text("pattern")).OfType<string>().Select(Glob)],
            selection.Text("with-child-controls") == "yes"
        );

    public bool Fits(OscalItem item) => Names(item.Id) || (WithChildren && item.Within is { } above && Names(above));

    bool Names(string id) => Ids.Contains(id) || Patterns.Any(p => p.IsMatch(id));

    /// <summary>A star stands for any signs, a question mark for one.</summary>
    static Regex Glob(string pattern) =>
        new(
            $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );
}

static class OscalJson
{
    public static bool IsObject(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    /// <summary>The objects of a list; none where there is no such list.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(IsObject)
            : [];

    public static IEnumerable<string> Texts(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)
            : [];

    public static string? Text(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text)
        && text.ValueKind == JsonValueKind.String
        && text.GetString()!.Trim() is { Length: > 0 } said
            ? said
            : null;

    public static long LineNumberFrom1(this JsonException odd) => (odd.LineNumber ?? 0) + 1;
}

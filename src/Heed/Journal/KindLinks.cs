namespace Heed.Journal;

/// <summary>Kinds of things as people say and find them: every room says where its own are looked at.</summary>
public sealed class KindLinks(IReadOnlyList<Module> modules)
{
    readonly Dictionary<string, Link> _links = modules.SelectMany(m => m.Links).ToDictionary(l => l.Kind.Name);

    /// <summary>Where the thing of a line is looked at; null where its room is not there any more.</summary>
    public string? Address(EntryView entry) =>
        _links.TryGetValue(entry.Kind, out var link) ? link.Address(entry.SubjectId) : null;

    /// <summary>The name of a kind: CustomerGroup is “Customer group”.</summary>
    public static string Name(string kind) =>
        string.Concat(
            kind.Select(
                (letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"
            )
        );
}

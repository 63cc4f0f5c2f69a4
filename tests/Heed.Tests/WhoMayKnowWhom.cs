using Microsoft.AspNetCore.Components;

namespace Heed.Tests;

/// <summary>The dependency law of the house, and the checker that reads it off the compiled code.</summary>
static class WhoMayKnowWhom
{
    const string Root = "Heed";

    /// <summary>May name everything: they put the house together.</summary>
    static readonly string[] All = ["Shell", "Demo", "Commands", "Assess", "Map", "Storage"];

    /// <summary>May be named by everybody. Storage is the way to the rows; a module's own tables are another law.</summary>
    static readonly string[] Ground = ["Kit", "Storage", "Analytics"];

    /// <summary>Room → the rooms that it may name, beside Kit, Storage and Analytics. One way; nothing else.</summary>
    public static readonly Dictionary<string, string[]> Law = new()
    {
        ["Kit"] = [],
        ["Analytics"] = [],
        ["Files"] = [],
        ["Ui"] = [],
        ["People"] = ["Ui", "Journal"],
        ["Journal"] = ["Ui", "People"],
        ["Customers"] = ["Ui", "People", "Journal"],
        ["Metrics"] = ["Files", "Ui", "People", "Journal", "Customers"],
        ["Analyze"] = ["Files", "Ui"],
        ["Listen"] = ["Files", "Analyze", "Ui", "People", "Journal", "Customers", "Metrics"],
        ["Aim"] = ["Ui", "People", "Journal", "Customers", "Metrics"],
        ["Try"] = ["Ui", "People", "Journal", "Customers", "Metrics", "Aim"],
        ["Waste"] = ["Ui", "People", "Journal", "Customers", "Metrics", "Aim", "Try", "Listen"],
        ["Practise"] = ["Ui", "People", "Journal", "Customers", "Metrics", "Aim", "Try"],
        ["Balance"] = ["Ui", "People", "Journal", "Customers", "Metrics", "Aim", "Try"],
    };

    public static IReadOnlyList<string> Violations(IEnumerable<Type> types, string root = Root)
    {
        SortedSet<string> violations = new(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (Room(type, root) is not { } room || All.Contains(room))
                continue;
            if (!Law.TryGetValue(room, out var may))
            {
                violations.Add($"{root}.{room} is a room that the law does not know. Add it to WhoMayKnowWhom.Law.");
                continue;
            }
            foreach (var named in Reach.Types(type))
            {
                if (Room(named, root) is not { } other || other == room || may.Contains(other))
                    continue;
                var isGround =
                    Ground.Contains(other) && room is not ("Kit" or "Analytics" or "Ui" or "Files" or "Analyze");
                // A page says in which layout it stands; which one that is belongs to the shell.
                var isLayout = typeof(LayoutComponentBase).IsAssignableFrom(named);
                var isKitOfUi = room == "Ui" && other == "Kit";
                // What needs no database may not know where the rows are.
                var isGroundOfFiles = room is ("Files" or "Analyze") && other is ("Kit" or "Analytics");
                if (!isGround && !isLayout && !isKitOfUi && !isGroundOfFiles)
                    violations.Add(
                        $"{Outer(type).FullName} knows {named.FullName ?? named.Name}: {room} may not know {other}."
                    );
            }
        }
        return [.. violations];
    }

    /// <summary>“People” for Heed.People.Member and for everything nested in it; null outside the house.</summary>
    public static string? Room(Type type, string root = Root)
    {
        var name = Outer(type).Namespace;
        if (name is null || !name.StartsWith($"{root}.", StringComparison.Ordinal))
            return null;
        return name[(root.Length + 1)..].Split('.')[0] is var room && room != "Tests" ? room : null;
    }

    public static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;
}

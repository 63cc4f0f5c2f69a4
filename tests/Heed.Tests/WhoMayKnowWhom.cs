using Microsoft.AspNetCore.Components;

namespace Heed.Tests;

/// <summary>The dependency law of the house, and the checker that reads it off the compiled code.</summary>
static class WhoMayKnowWhom
{
    const string Root = "Heed";

    /// <summary>Module and Modules, beside the front door: they name every room, and every room names them.</summary>
    const string Door = "the front door";

    /// <summary>May name everything: they put the house together.</summary>
    static readonly string[] All = ["Shell", "Demo", "Commands", "Storage", Door];

    /// <summary>May be named by every room. Storage is the way to the rows; a room's own tables are another law.</summary>
    static readonly string[] Ground = ["Kit", "Storage", "Analytics", "Ui", "Files", Door];

    /// <summary>Those below the rooms, and whom they may name.</summary>
    static readonly Dictionary<string, string[]> Below = new()
    {
        ["Kit"] = [],
        ["Analytics"] = [],
        ["Ui"] = ["Kit", "Analytics"],
        ["Files"] = ["Kit", "Analytics"],
        // What needs no database may not know where the rows are.
        ["Analyze"] = ["Kit", "Analytics", "Files", "Ui"],
    };

    /// <summary>May hold the ids of things that they do not know: lines of history are about everything.</summary>
    static readonly string[] IdsOnly = ["Journal"];

    /// <summary>Room → the rooms that it may name: what each module says that it knows, and what those know.</summary>
    public static readonly Dictionary<string, string[]> Law = Of(Modules.All);

    public static Dictionary<string, string[]> Of(IReadOnlyList<Module> modules)
    {
        var law = new Dictionary<string, string[]>(Below);
        foreach (var module in modules.Where(m => !All.Contains(m.Name)))
            law[module.Name] = [.. Ground, .. Known(module.Name).Distinct()];
        return law;

        IEnumerable<string> Known(string name) =>
            modules.SingleOrDefault(m => m.Name == name) is { } module
                ? module.Knows.SelectMany(known => Known(known).Prepend(known))
                : [];
    }

    public static IReadOnlyList<string> Violations(IEnumerable<Type> types, string root = Root)
    {
        SortedSet<string> violations = new(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (Room(type, root) is not { } room || All.Contains(room))
                continue;
            if (!Law.TryGetValue(room, out var may))
            {
                violations.Add(
                    $"{root}.{room} is a room that the law does not know. Add its Module to Modules.All, and say there whom it knows."
                );
                continue;
            }
            foreach (var named in Reach.Types(type, throughIds: !IdsOnly.Contains(room)))
            {
                if (Room(named, root) is not { } other || other == room || may.Contains(other))
                    continue;
                // A page says in which layout it stands; which one that is belongs to the shell.
                if (typeof(LayoutComponentBase).IsAssignableFrom(named))
                    continue;
                violations.Add(
                    $"{Outer(type).FullName} knows {named.FullName ?? named.Name}: {room} may not know {other}."
                );
            }
        }
        return [.. violations];
    }

    /// <summary>
    /// Internal types that another room names still, each with what becomes of it. The list only gets shorter.
    /// </summary>
    static readonly Dictionary<string, string> NotYetMended = new()
    {
        ["Heed.Aim.InWords"] = "numbers and days are said in one place, below the rooms",
        ["Heed.Metrics.Say"] = "numbers and days are said in one place, below the rooms",
        ["Heed.Aim.Measured"] = "a series has one view, in Metrics",
        ["Heed.Aim.SeriesPoints"] = "a series has one view, in Metrics",
        ["Heed.Listen.MappingForm"] = "what the command line types is read beside the mapping",
    };

    /// <summary>
    /// What is internal is the room's own: another room goes in by its public types. What lies below the rooms, and
    /// Analyze, whose findings the command line prints, is for all.
    /// </summary>
    public static IReadOnlyList<string> Intrusions(IEnumerable<Type> types, string root = Root)
    {
        SortedSet<string> violations = new(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (Room(type, root) is not { } room || room == Door)
                continue;
            foreach (var named in Reach.Types(type))
            {
                if (
                    Room(named, root) is { } other
                    && other != room
                    && other != Door
                    && !Below.ContainsKey(other)
                    && room != "Analyze"
                    && other != "Analyze"
                    && !NotYetMended.ContainsKey(Outer(named).FullName!)
                    && !Outer(named).IsPublic
                )
                    violations.Add(
                        $"{Outer(type).FullName} names {Outer(named).FullName}, which is internal to {other}."
                    );
            }
        }
        return [.. violations];
    }

    /// <summary>“People” for Heed.People.Member and for everything nested in it; null outside the house.</summary>
    public static string? Room(Type type, string root = Root)
    {
        var name = Outer(type).Namespace;
        if (name == root)
            return Door;
        if (name is null || !name.StartsWith($"{root}.", StringComparison.Ordinal))
            return null;
        return name[(root.Length + 1)..].Split('.')[0] is var room && room != "Tests" ? room : null;
    }

    public static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;
}

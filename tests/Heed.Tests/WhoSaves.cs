using System.Reflection;
using System.Text.RegularExpressions;

namespace Heed.Tests;

/// <summary>
/// Who saves, read from the compiled code: the methods as they are written, each with what it names, wherever the
/// compiler has put its lambdas and its state machine.
/// </summary>
sealed partial class WhoSaves
{
    const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    static readonly string[] Saves = ["SaveChanges", "SaveChangesAsync", "SaveOrPlanAgain"];

    /// <summary>A method as it is written; overloads are one.</summary>
    readonly record struct Written(Type Type, string Name)
    {
        public override string ToString() => $"{Type.Name}.{Name}";
    }

    readonly Dictionary<Written, HashSet<Written>> _names = [];
    readonly Dictionary<Written, int> _saves = [];
    readonly string[] _storage;
    readonly IReadOnlyDictionary<string, string> _otherNames;

    /// <param name="storage">Types whose work is saving.</param>
    /// <param name="otherNames">Acts that are called neither Run nor Rewrite, each with its reason.</param>
    public WhoSaves(IEnumerable<Type> types, string[] storage, IReadOnlyDictionary<string, string> otherNames)
    {
        (_storage, _otherNames) = (storage, otherNames);
        foreach (var type in types)
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            var from = As(method);
            if (!_names.TryGetValue(from, out var named))
                _names[from] = named = [];
            foreach (var member in Reach.Members(method).OfType<MethodBase>())
            {
                if (Saves.Contains(member.Name) && typeof(DbContext).IsAssignableFrom(member.DeclaringType))
                    _saves[from] = _saves.GetValueOrDefault(from) + 1;
                else if (member.DeclaringType is not null)
                    named.Add(As(member));
            }
            // What an async method does stands in its state machine, which only its attribute names.
            if (method.GetCustomAttribute<System.Runtime.CompilerServices.StateMachineAttribute>() is { } machine)
                named.Add(As(machine.StateMachineType.GetMethod("MoveNext", All)!));
        }
    }

    public List<string> Violations()
    {
        List<string> violations = [];
        foreach (var (method, times) in _saves.Where(s => !_storage.Contains(s.Key.Type.Name)))
        {
            if (!IsWhole(method.Name) && !_otherNames.ContainsKey($"{method}"))
                violations.Add(
                    $"{method} saves. Only Run and Rewrite do; a part that another use case needs is Apply, and does not."
                );
            if (IsWhole(method.Name) && times > 1 && !_otherNames.ContainsKey($"{method}"))
                violations.Add($"{method} saves at {times} places. Check, change, then save once.");
            foreach (var called in Within(method).SelectMany(m => _names.GetValueOrDefault(m) ?? []).Distinct())
                if (called.Type != method.Type && IsAct(called) && !_otherNames.ContainsKey($"{method} → {called}"))
                    violations.Add($"{method} saves and calls {called}, which saves too. Call its Apply.");
        }
        foreach (var apply in _names.Keys.Where(m => m.Name == "Apply"))
            if (Reachable(apply, _ => true).FirstOrDefault(_saves.ContainsKey) is { Type: not null } saving)
                violations.Add($"{apply} reaches {saving}, which saves. Whoever calls it saves.");
        violations.Sort(StringComparer.Ordinal);
        return violations;
    }

    /// <summary>Is it an act of its own, that saves directly or by a method of its own class?</summary>
    bool IsAct(Written method) =>
        (IsWhole(method.Name) || _otherNames.ContainsKey($"{method}")) && Within(method).Any(_saves.ContainsKey);

    IEnumerable<Written> Within(Written method) => Reachable(method, m => m.Type == method.Type);

    HashSet<Written> Reachable(Written from, Func<Written, bool> through)
    {
        HashSet<Written> seen = [from];
        Stack<Written> next = new(seen);
        while (next.TryPop(out var one))
            foreach (var named in _names.GetValueOrDefault(one) ?? [])
                if (through(named) && seen.Add(named))
                    next.Push(named);
        return seen;
    }

    static bool IsWhole(string name) => name is "Run" or "Rewrite";

    /// <summary>“Run” for Run itself, for its state machine, and for the lambdas and local functions in it.</summary>
    static Written As(MethodBase method)
    {
        var name =
            Source().Match(method.Name) is { Success: true } lambda ? lambda.Groups[1].Value
            : Source().Match(method.DeclaringType!.Name) is { Success: true } machine ? machine.Groups[1].Value
            : method.Name;
        var type = WhoMayKnowWhom.Outer(method.DeclaringType!);
        return new(type.IsGenericType ? type.GetGenericTypeDefinition() : type, name);
    }

    [GeneratedRegex("<([A-Za-z_][A-Za-z0-9_]*)>")]
    private static partial Regex Source();
}

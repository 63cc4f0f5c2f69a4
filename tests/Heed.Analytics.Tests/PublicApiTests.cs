using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Heed.Analytics;

namespace Heed.Analytics.Tests;

/// <summary>What the library promises to others, line by line, so that no change of it goes unseen.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_changes_only_on_purpose()
    {
        var file = Path.Combine(Folder(), "Snapshots", "public-api.txt");
        var now = Describe(typeof(Answer<>).Assembly.GetExportedTypes());
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
        }
        var (before, lines) = (File.ReadAllText(file).Split('\n'), now.Split('\n'));
        var (gone, come) = (before.Except(lines).ToList(), lines.Except(before).ToList());
        Assert.True(
            gone.Count + come.Count == 0,
            $"The public API of Heed.Analytics has changed.\n{string.Join('\n', gone.Select(l => $"- {l}").Concat(come.Select(l => $"+ {l}")))}\n"
                + "If that is meant, run the tests with UPDATE=1 and say in CHANGELOG.md what callers must do."
        );
    }

    [Fact]
    public void A_member_that_comes_goes_or_takes_something_else_is_another_line()
    {
        Assert.Equal(
            """
            class Heed.Analytics.Tests.Described
              int Count { get; }
              static T First<T>(IReadOnlyList<T> all, double? at = 0.5)
            enum Heed.Analytics.Tests.DescribedWord : Low = 0, High = 1

            """,
            Describe([typeof(DescribedWord), typeof(Described)])
        );
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    static string Describe(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append($"{Kind(type)} {type.Namespace}.{Name(type)}");
            if (type.IsEnum)
            {
                var words = Enum.GetNames(type).Select(n => $"{n} = {Convert.ToInt64(Enum.Parse(type, n))}");
                text.Append($" : {string.Join(", ", words)}\n");
                continue;
            }
            text.Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append($"  {member}\n");
        }
        return text.ToString();
    }

    const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    static IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily))
            yield return $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}";
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetMethod is { } get && IsSeen(get)))
            yield return $"{(property.GetMethod!.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name}{Index(property)} {{ get; {Setter(property)}}}";
        foreach (
            var constructor in type.GetConstructors(Declared).Where(c => IsSeen(c) && c.GetParameters().Length > 0)
        )
            yield return $"new({Parameters(constructor)})";
        foreach (var method in type.GetMethods(Declared).Where(m => IsSeen(m) && !IsGenerated(m)))
        {
            var generic = method.IsGenericMethod
                ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
                : "";
            yield return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
        }
    }

    static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily;

    /// <summary>Getters stand as properties; what the compiler writes for a record is told by its kind.</summary>
    static bool IsGenerated(MethodInfo method) =>
        (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || method.IsDefined(typeof(CompilerGeneratedAttribute))
        || method.Name is "ToString" or "GetHashCode" or "Equals" or "PrintMembers";

    static string Setter(PropertyInfo property) =>
        property.SetMethod is not { } set || !IsSeen(set) ? ""
        : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; "
        : "set; ";

    static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } at
            ? $"[{string.Join(", ", at.Select(p => Name(p.ParameterType)))}]"
            : "";

    static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(p =>
                    $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {Convert.ToString(p.RawDefaultValue ?? "null", System.Globalization.CultureInfo.InvariantCulture)}" : "")}"
                )
        );

    static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsInterface ? "interface"
        : type.IsValueType ? (type.GetMethod("PrintMembers", Declared) is null ? "struct" : "record struct")
        : type.GetMethod("<Clone>$") is not null ? "record"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : "class";

    static string Name(Type type)
    {
        if (type.IsByRef)
            return $"ref {Name(type.GetElementType()!)}";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Name(inner)}?";
        if (type.IsGenericParameter)
            return type.Name;
        var outer = type.IsNested ? $"{Name(type.DeclaringType!)}." : "";
        var name = type.Name.Split('`')[0];
        return outer
            + (
                type.IsGenericType && type.Name.Contains('`', StringComparison.Ordinal)
                    ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
                    : Words.GetValueOrDefault(type, name)
            );
    }

    static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
        [typeof(object)] = "object",
    };
}

/// <summary>A public thing, described by the test above.</summary>
public sealed class Described
{
    public int Count { get; internal set; }

    public static T First<T>(IReadOnlyList<T> all, double? at = 0.5) => all[(int)(at ?? 0)];

    internal int Hidden() => Count;
}

public enum DescribedWord
{
    Low,
    High,
}

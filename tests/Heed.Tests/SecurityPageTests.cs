using System.Text.RegularExpressions;

namespace Heed.Tests;

/// <summary>docs/security.md and SECURITY.md name tests; what they name is there.</summary>
public sealed partial class SecurityPageTests
{
    [Theory]
    [InlineData("docs/security.md", 40)]
    [InlineData("docs/anonymity.md", 8)]
    [InlineData("SECURITY.md", 10)]
    public void Every_test_that_a_page_names_is_there(string page, int atLeast)
    {
        var named = Named(File.ReadAllText(Path.Combine(Repository.Root, page)));
        Assert.True(named.Count >= atLeast, $"{page} names {named.Count} tests.");
        Assert.DoesNotContain(named, n => !IsThere(n));
    }

    [Fact]
    public void Broken_a_test_that_is_not_there_is_named() =>
        Assert.Equal(
            ["NobodysTests", "LogsTests.It_sings"],
            Named("`LogsTests`, `NobodysTests`, `LogsTests.It_sings`, `Shell/LogsTests`, `code`")
                .Where(n => !IsThere(n))
        );

    static List<string> Named(string page) => [.. Test().Matches(page).Select(m => m.Groups["name"].Value)];

    /// <summary>A class of either suite, or a method of it.</summary>
    static bool IsThere(string name)
    {
        var parts = name.Split('.');
        var sources = Sources.Value.GetValueOrDefault(parts[0]);
        return sources is not null
            && (parts.Length == 1 || sources.Contains($" {parts[1]}(", StringComparison.Ordinal));
    }

    static readonly Lazy<Dictionary<string, string>> Sources = new(() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .GroupBy(f => Path.GetFileNameWithoutExtension(f)!)
            .ToDictionary(g => g.Key, g => string.Concat(g.Select(File.ReadAllText)))
    );

    [GeneratedRegex(@"`(?:[A-Za-z]+/)*(?<name>[A-Z][A-Za-z0-9]*(?:Tests|Laws|Walk)(?:\.\w+)?)`")]
    private static partial Regex Test();
}

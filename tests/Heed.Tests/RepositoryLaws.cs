using System.Text.RegularExpressions;

namespace Heed.Tests;

/// <summary>The laws of the repository: how folders, decisions and tests are. Each is seen to fail on a broken input.</summary>
public sealed partial class RepositoryLaws
{
    [Fact]
    public void No_folder_is_named_by_kind()
    {
        var sources = Directory.EnumerateDirectories(
            Path.Combine(Repository.Root, "src"),
            "*",
            SearchOption.AllDirectories
        );
        Assert.Empty(
            ByKind(
                sources.Where(d =>
                    !d.Contains("/bin", StringComparison.Ordinal) && !d.Contains("/obj", StringComparison.Ordinal)
                )
            )
        );
        Assert.Equal(["/src/Heed/Aim/Services"], ByKind(["/src/Heed/Aim/Services", "/src/Heed/Aim"]));
    }

    static IEnumerable<string> ByKind(IEnumerable<string> folders)
    {
        string[] kinds =
        [
            "Core",
            "Common",
            "Shared",
            "Infrastructure",
            "Services",
            "Models",
            "Dtos",
            "Helpers",
            "Utils",
            "Utilities",
            "Managers",
            "Entities",
            "Repositories",
            "Controllers",
            "Handlers",
            "Interfaces",
            "Extensions",
            "Misc",
            "Types",
        ];
        return folders.Where(d => kinds.Contains(Path.GetFileName(d), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Decisions_are_numbered_one_after_another()
    {
        var folder = Path.Combine(Repository.Root, "docs", "decisions");
        Assert.Null(
            Misnumbered(
                Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)) : []
            )
        );
        Assert.Contains("0003", Misnumbered(["0001-static-pages.md", "0003-why.md"]), StringComparison.Ordinal);
        Assert.Contains("why.md", Misnumbered(["why.md"]), StringComparison.Ordinal);
    }

    static string? Misnumbered(IEnumerable<string> files)
    {
        var next = 1;
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (!DecisionName().IsMatch(file))
                return $"{file} is not named like 0001-the-decision.md.";
            if (int.Parse(file[..4]) != next++)
                return $"{file} does not follow {next - 2:0000}.";
        }
        return null;
    }

    [Fact]
    public void No_test_counts_the_rows_of_the_sample_organisation()
    {
        var tests = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.EndsWith("Laws.cs", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
            );
        Assert.Empty(tests.SelectMany(f => CountsTheDemo(Path.GetFileName(f), File.ReadAllText(f))));
        const string counts = "var rows = await page.Locator(\"tr\").CountAsync();\nAssert.Equal(103, rows);";
        Assert.Single(CountsTheDemo("Broken.cs", $"await using var heed = await Running.OpenSample();\n{counts}"));
        Assert.Empty(CountsTheDemo("Own.cs", counts));
    }

    /// <summary>A count compared with a number of two digits or more, where the sample organisation is looked at.</summary>
    static IEnumerable<string> CountsTheDemo(string file, string text) =>
        LooksAtTheSample().IsMatch(text)
            ? CountOfRows().Matches(text).Select(m => $"{file}: {m.Value.ReplaceLineEndings(" ")}")
            : [];

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex DecisionName();

    [GeneratedRegex(@"OpenSample|SampleOrganisation\.")]
    private static partial Regex LooksAtTheSample();

    [GeneratedRegex(
        @"Count(Async)?\([^\n]*\n(?:[^\n]*\n){0,2}?[^\n]*Assert\.Equal\(\d{2,}|Assert\.Equal\(\d{2,}[^\n]*Count"
    )]
    private static partial Regex CountOfRows();
}

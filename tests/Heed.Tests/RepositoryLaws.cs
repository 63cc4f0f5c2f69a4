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
    public void No_folder_of_sources_holds_more_than_25_files_or_is_called_Pages()
    {
        var folders = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(f)!).Replace('\\', '/'))
            .Where(d => !d.Split('/').Any(part => part is "bin" or "obj" or "Migrations"));
        Assert.Empty(Overfull(folders));
        Assert.Equal(
            [
                "src/Heed/Aim holds 26 files: give those of one noun a folder.",
                "src/Heed/Try/Pages: a page lies beside its verb.",
            ],
            Overfull([.. Enumerable.Repeat("src/Heed/Aim", 26), "src/Heed/Try/Pages"])
        );
    }

    /// <param name="folders">The folder of each file.</param>
    static IEnumerable<string> Overfull(IEnumerable<string> folders)
    {
        const int Most = 25;
        foreach (var folder in folders.CountBy(f => f).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (folder.Value > Most)
                yield return $"{folder.Key} holds {folder.Value} files: give those of one noun a folder.";
            if (folder.Key.EndsWith("/Pages", StringComparison.Ordinal))
                yield return $"{folder.Key}: a page lies beside its verb.";
        }
    }

    /// <summary>
    /// SQLite changes or drops a column, and adds a key to another table, by writing the whole table anew, and that goes outside
    /// of a transaction: whoever is stopped in its midst has half of it. A new table, a new column and an index do not.
    /// </summary>
    [Fact]
    public void No_migration_writes_a_table_of_SQLite_anew()
    {
        var folder = Path.Combine(Repository.Root, "src", "Heed", "Storage", "Migrations", "Sqlite");
        Assert.Empty(
            Directory.EnumerateFiles(folder, "*.cs").SelectMany(f => Rewrites(Path.GetFileName(f), File.ReadAllText(f)))
        );
        Assert.Equal(
            ["A.cs: AddForeignKey"],
            Rewrites(
                "A.cs",
                "void Up(…) { migrationBuilder.AddForeignKey( } void Down(…) { migrationBuilder.DropColumn( }"
            )
        );
    }

    static IEnumerable<string> Rewrites(string file, string migration) =>
        Rewrite().Matches(migration.Split("void Down(")[0]).Select(m => $"{file}: {m.Groups[1].Value}");

    [GeneratedRegex(
        @"\.(AlterColumn|DropColumn|(?:Add|Drop)(?:ForeignKey|PrimaryKey|CheckConstraint|UniqueConstraint))\b"
    )]
    private static partial Regex Rewrite();

    /// <summary>
    /// No formatter reads Razor, so its lines grew. The files named in Snapshots/long-lines.txt still have as many long lines
    /// as they are allowed; the numbers only go down, and a file that is not named has none.
    /// </summary>
    [Fact]
    public void Lines_of_Razor_get_shorter()
    {
        var list = Path.Combine(Repository.Root, "tests", "Heed.Tests", "Snapshots", "long-lines.txt");
        var allowed = File.ReadLines(list)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[1], parts => int.Parse(parts[0]));
        var found = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'),
                f => File.ReadLines(f).Count(IsLong)
            );
        Assert.Empty(Longer(found, allowed));
        Assert.Equal(
            [
                "New.razor has 1 lines of over 160 characters; 0 are allowed.",
                "Old.razor has 3 lines of over 160 characters; 2 are allowed.",
            ],
            Longer(
                new()
                {
                    ["New.razor"] = 1,
                    ["Old.razor"] = 3,
                    ["Better.razor"] = 1,
                },
                new() { ["Old.razor"] = 2, ["Better.razor"] = 2 }
            )
        );
        Assert.True(IsLong(new string('x', 161)));
        Assert.False(IsLong(new string('x', 160)));
    }

    static bool IsLong(string line) => line.Length > 160;

    static IEnumerable<string> Longer(Dictionary<string, int> found, Dictionary<string, int> allowed) =>
        found
            .Where(f => f.Value > allowed.GetValueOrDefault(f.Key))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f =>
                $"{f.Key} has {f.Value} lines of over 160 characters; {allowed.GetValueOrDefault(f.Key)} are allowed."
            );

    [Fact]
    public void No_rule_looks_at_the_text_of_a_path()
    {
        // In which words an address that leads nowhere is answered is no rule: it has no endpoint to ask.
        var sources = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Heed"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "Problems.cs");
        Assert.DoesNotContain(sources, f => LooksAtPath().IsMatch(File.ReadAllText(f)));
        Assert.Matches(LooksAtPath(), """if (context.Request.Path.StartsWithSegments("/api"))""");
        Assert.Matches(LooksAtPath(), """http.Request.Path == "/api" """);
        Assert.Matches(LooksAtPath(), """Request.Path.Value!.Contains("api")""");
    }

    [GeneratedRegex(@"Request\.Path(\.Value)?!?(\.(StartsWith|EndsWith|Equals|Contains|Value)| *(==|!=| is ))")]
    private static partial Regex LooksAtPath();

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

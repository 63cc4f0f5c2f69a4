using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Heed.Analytics.Tests.Readme;

/// <summary>
/// The code in the README and on the pages is the code of the snippets, which compile and run, and what is said to come out
/// does. Marks in the text say which: <c>code of X</c> and <c>output of X</c>. UPDATE=1 rewrites the blocks below them.
/// </summary>
public partial class ReadmeTests
{
    static readonly string Here = Folder();
    static readonly string Root = Path.GetFullPath(Path.Combine(Here, "..", "..", ".."));

    public static TheoryData<string> Pages =>
        [
            "src/Heed.Analytics/README.md",
            .. Directory
                .EnumerateFiles(Path.Combine(Root, "docs", "questions"), "*.md")
                .Select(path => Path.GetRelativePath(Root, path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_code_runs_and_prints_what_it_says(string page)
    {
        var path = Path.Combine(Root, page);
        var text = File.ReadAllText(path);
        var expected = Block()
            .Replace(
                text,
                block =>
                {
                    var name = block.Groups["name"].Value;
                    var isCode = block.Groups["what"].Value == "code";
                    return $"{block.Groups["mark"].Value}\n```{(isCode ? "csharp" : "text")}\n{(isCode ? Code(name) : Output(name))}```";
                }
            );
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
            File.WriteAllText(path, expected);
        else
            Assert.Equal(expected, text);
        Assert.Equal(Block().Count(text), Regex.Count(text, "```(csharp|text)"));
    }

    [Fact]
    public void Every_snippet_is_shown_somewhere()
    {
        var all = string.Concat(Pages.Select(page => File.ReadAllText(Path.Combine(Root, page.Data))));
        Assert.All(Snippets().Keys, name => Assert.Contains($"output of {name} ", all, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<mark><!-- (?<what>code|output) of (?<name>\w+) -->)\n```\w+\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    static Dictionary<string, Action<TextWriter>> Snippets() =>
        new[] { typeof(EvidenceSnippets), typeof(ScoreSnippets) }
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsStatic)
            .ToDictionary(method => method.Name, method => method.CreateDelegate<Action<TextWriter>>());

    static string Output(string name)
    {
        using var printed = new StringWriter { NewLine = "\n" };
        Snippets()[name](printed);
        return printed.ToString();
    }

    /// <summary>The lines between the braces of the method, moved to the left.</summary>
    static string Code(string name)
    {
        var lines = new[] { "EvidenceSnippets.cs", "ScoreSnippets.cs" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(Here, file)))
            .SkipWhile(line => line != $"    public static void {name}(TextWriter Console)")
            .Skip(2)
            .TakeWhile(line => line != "    }");
        return string.Concat(lines.Select(line => (line.Length > 8 ? line[8..] : "") + "\n"));
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

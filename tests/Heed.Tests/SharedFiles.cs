using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Tests;

/// <summary>Files kept beside the project, not in it; a test that needs one is skipped, in words, where it is not.</summary>
static partial class SharedFiles
{
    /// <summary>A shape that people bring, with its right value in a README.</summary>
    public static string Case(string relative) => Of("cases", relative, "a case");

    /// <summary>Real data.</summary>
    public static string Data(string relative) => Of("data", relative, "real data");

    /// <summary>
    /// The right value of a case: the number that the README of the cases has after these words, or a later one of them.
    /// </summary>
    public static double Right(string number, string after, int which = 0)
    {
        var text = File.ReadAllText(Case("README.md"));
        var from = text.IndexOf($"\n## {number} ", StringComparison.Ordinal);
        Assert.True(from >= 0, $"The README has no case {number}.");
        var to = text.IndexOf("\n#", from + 1, StringComparison.Ordinal);
        var of = (to < 0 ? text[from..] : text[from..to]).Replace("**", "", StringComparison.Ordinal);
        var at = of.IndexOf(after, StringComparison.Ordinal);
        Assert.True(at >= 0, $"Case {number} says nothing of “{after}”.");
        var found = Number().Matches(of[(at + after.Length)..]);
        Assert.True(found.Count > which, $"Case {number} has no value after “{after}”.");
        return double.Parse(
            found[which].Value.Replace('−', '-').Replace(",", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
    }

    [GeneratedRegex(@"[-−]?(\d{1,3}(,\d{3})+(?!\d)|\d+)(\.\d+)?|[-−]?\.\d+")]
    private static partial Regex Number();

    static string Of(string folder, string relative, string what)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", folder, relative));
        Assert.SkipUnless(File.Exists(path), $"{relative} is not here: it is {what} kept beside the project.");
        return path;
    }
}

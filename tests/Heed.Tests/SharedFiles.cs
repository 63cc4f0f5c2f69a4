namespace Heed.Tests;

/// <summary>Files kept beside the project, not in it; a test that needs one is skipped, in words, where it is not.</summary>
static class SharedFiles
{
    /// <summary>A shape that people bring, with its right value in a README.</summary>
    public static string Case(string relative) => Of("cases", relative, "a case");

    /// <summary>Real data.</summary>
    public static string Data(string relative) => Of("data", relative, "real data");

    static string Of(string folder, string relative, string what)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", folder, relative));
        Assert.SkipUnless(File.Exists(path), $"{relative} is not here: it is {what} kept beside the project.");
        return path;
    }
}

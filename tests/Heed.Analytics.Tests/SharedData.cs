using System.Runtime.CompilerServices;

namespace Heed.Analytics.Tests;

/// <summary>Real data of others, beside the project and never in it. A test that needs it is skipped where it is absent.</summary>
static class SharedData
{
    /// <summary>The full path of a file of the data folder; skips the test, in words, when it is not there.</summary>
    public static string File(string relative)
    {
        var path = Path.Combine(Folder(), relative);
        Assert.SkipUnless(
            System.IO.File.Exists(path),
            $"{relative} is not here: it is real data kept beside the project."
        );
        return path;
    }

    static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared", "data"));
}

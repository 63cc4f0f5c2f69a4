using System.Runtime.CompilerServices;

namespace Heed.Tests;

/// <summary>Where the sources lie, for tests that read them.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Heed.slnx")))
                return folder;
        }
        throw new InvalidOperationException("The tests do not lie in a checkout of Heed.");
    }

    /// <summary>What the product is written in, by its path from the root.</summary>
    public static IEnumerable<(string Name, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src", "Heed"), "*.*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Root, file), File: file))
            .Where(f => Path.GetExtension(f.File) is ".cs" or ".razor")
            .Where(f => !f.Name.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => !f.Name.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (f.Name, File.ReadAllText(f.File)));

    /// <summary>Compares with a file of tests/Heed.Tests/Snapshots; UPDATE=1 writes it anew, to be read in the diff.</summary>
    public static void MatchesSnapshot(string name, string now)
    {
        var file = Path.Combine(Root, "tests", "Heed.Tests", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
            File.WriteAllText(file, now);
        var before = File.Exists(file) ? File.ReadAllText(file) : "";
        if (before == now)
            return;
        var (old, current) = (before.Split('\n'), now.Split('\n'));
        var line = old.Zip(current).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"{name} has drifted, first in line {line + 1}:\n  was {old.ElementAtOrDefault(line)}\n  is  {current.ElementAtOrDefault(line)}\n"
                + "If that is meant, run the test with UPDATE=1 and read the difference before committing it."
        );
    }
}

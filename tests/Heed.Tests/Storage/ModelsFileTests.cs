using System.Text.Json;
using Heed.Storage;

namespace Heed.Tests.Storage;

public sealed class ModelsFileTests
{
    [Fact]
    public void Without_the_file_it_says_what_is_done_without()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("heed-models-").FullName, "models.bin");
        Assert.Contains("by their words alone", ModelsFile.Says(path), StringComparison.Ordinal);
        File.WriteAllText(path, "something else");
        Assert.Contains("not a file of Heed's models", ModelsFile.Says(path), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_names_no_registry_and_every_sum()
    {
        using var lockFile = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "models", "package-lock.json"))
        );
        foreach (var package in lockFile.RootElement.GetProperty("packages").EnumerateObject())
            if (package.Name.Length > 0)
            {
                Assert.False(package.Value.TryGetProperty("resolved", out _), package.Name);
                Assert.StartsWith(
                    "sha512-",
                    package.Value.GetProperty("integrity").GetString(),
                    StringComparison.Ordinal
                );
            }
    }
}

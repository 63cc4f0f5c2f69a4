using System.Runtime.CompilerServices;
using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

/// <summary>The models as models/restore makes them. A test that needs them is skipped where they are absent.</summary>
static class RealModels
{
    static readonly Lazy<TextModels?> _models = new(Read);

    public static TextModels Here()
    {
        Assert.SkipWhen(
            _models.Value is null,
            "models/heed-models.bin is not here: models/restore makes it where npm is."
        );
        return _models.Value!;
    }

    static TextModels? Read()
    {
        var path = Path.Combine(Folder(), "heed-models.bin");
        if (!File.Exists(path))
            return null;
        using var file = File.OpenRead(path);
        return TextModels.Read(file).Value;
    }

    static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "models"));
}

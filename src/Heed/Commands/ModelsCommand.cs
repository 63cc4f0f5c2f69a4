using System.CommandLine;
using Heed.Analytics.Text;
using Heed.Commands.TextPackages;
using Heed.Storage;

namespace Heed.Commands;

/// <summary><c>heed models</c>: turns the packages that models/restore brought into the one file that Heed reads.</summary>
static class ModelsCommand
{
    public static Command Build()
    {
        Option<string> from = new("--from")
        {
            Description = "The folder into which npm restored the packages.",
            DefaultValueFactory = _ => Path.Combine("models", "node_modules"),
        };
        Option<string> to = new("--to")
        {
            Description = "The file to make.",
            DefaultValueFactory = _ => new Settings().Models,
        };
        Command models = new(
            "models",
            "Makes the file of word vectors, languages and lexicons that remarks are read with."
        )
        {
            from,
            to,
        };
        models.SetAction(parsed => Make(parsed.GetValue(from)!, parsed.GetValue(to)!, Console.Out, Console.Error));
        return models;
    }

    /// <summary>Exit code 0 where the file was made, 3 where a package or the folder is missing.</summary>
    internal static int Make(string from, string to, TextWriter says, TextWriter complains)
    {
        // Beside it first: a run that is stopped leaves the old file whole.
        var unfinished = $"{to}.part";
        try
        {
            var writer = new TextModelsWriter();
            GlovePackage.AddTo(writer, from);
            EldPackage.AddTo(writer, from);
            LexiconPackages.AddTo(writer, from);
            StopwordPackage.AddTo(writer, from);
            if (Path.GetDirectoryName(Path.GetFullPath(to)) is { } folder)
                Directory.CreateDirectory(folder);
            using (var file = File.Create(unfinished))
                writer.WriteTo(file);
            File.Move(unfinished, to, overwrite: true);
        }
        catch (Exception problem) when (problem is MissingPackage or IOException or UnauthorizedAccessException)
        {
            complains.WriteLine(problem.Message);
            return 3;
        }
        says.WriteLine(ModelsFile.Says(to));
        return 0;
    }
}

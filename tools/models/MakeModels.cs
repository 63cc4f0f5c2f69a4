using Heed.Analytics.Text;

namespace Heed.ModelPackages;

/// <summary>Turns the packages that models/restore brought into the one file that Heed reads remarks with.</summary>
static class MakeModels
{
    internal const int NotMade = 3;
    const int AskedWrongly = 2;

    static int Main(string[] args)
    {
        if (args is ["--passwords", var packages, var filter])
            return PasswordPackage.Run(packages, filter, Console.Out, Console.Error);
        if (args is [var from, var to])
            return Run(from, to, Console.Out, Console.Error);
        Console.Error.WriteLine(
            "usage: Heed.Models [--passwords] FOLDER-OF-PACKAGES FILE-TO-MAKE (models/restore calls it)"
        );
        return AskedWrongly;
    }

    /// <summary>Exit code 0 where the file was made, 3 where a package or the folder is missing.</summary>
    internal static int Run(string from, string to, TextWriter says, TextWriter complains)
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
            using var made = File.OpenRead(to);
            says.WriteLine($"{Path.GetFullPath(to)} has {TextModels.Read(made).Value.InWords}.");
            return 0;
        }
        catch (Exception problem) when (problem is MissingPackage or IOException or UnauthorizedAccessException)
        {
            complains.WriteLine(problem.Message);
            return NotMade;
        }
    }
}

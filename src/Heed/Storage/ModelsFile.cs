using Heed.Analytics;
using Heed.Analytics.Text;

namespace Heed.Storage;

/// <summary>The file that remarks are read with (<c>models/restore</c> makes it). Heed works without it, by words alone.</summary>
public static class ModelsFile
{
    /// <summary>The models; or a sentence why there are none and what to do.</summary>
    public static Answer<TextModels> Read(string path)
    {
        if (!File.Exists(path))
            return new NoAnswer(
                $"{Path.GetFullPath(path)} is not there, so remarks are read by their words alone, without vectors, languages and lexicons. “models/restore” makes it where npm is."
            );
        try
        {
            using var file = File.OpenRead(path);
            return TextModels.Read(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new NoAnswer($"{Path.GetFullPath(path)} cannot be read: {problem.Message}");
        }
    }

    /// <summary>What is in the file, in a sentence; or why it cannot be used.</summary>
    public static string Says(string path) =>
        Read(path).Refused(out var because, out var models)
            ? because
            : $"{Path.GetFullPath(path)} has {models.InWords}.";
}

using System.CommandLine;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>In which forms an answer is given: a report for people, figures for programs, a picture.</summary>
sealed class AnswerForms
{
    public Option<bool> Json { get; } =
        new("--json") { Description = "The figures for programs; what is unknown is null, with a sentence." };

    public Option<string?> Svg { get; } =
        new("--svg")
        {
            HelpName = "FILE.svg",
            Description = "Writes a picture of the finding, readable alone: for a slide, a mail, a wall.",
        };

    /// <summary>Gives the answer in the forms asked for.</summary>
    /// <param name="file">The file that was read; its own name is refused for the picture.</param>
    public Refusal? Give(
        ParseResult parsed,
        Terminal terminal,
        DataFile? file,
        Func<object> json,
        Action<Screen> report,
        Func<string> svg
    )
    {
        var picture = parsed.GetValue(Svg);
        if (picture is not null && Draw(picture, file, svg) is { } refusal)
            return refusal;
        if (parsed.GetValue(Json))
            terminal.Write(json());
        else
        {
            var screen = terminal.Screen;
            report(screen);
            if (picture is not null)
                screen.Sentence($"The picture is in {picture}.");
        }
        return null;
    }

    static Refusal? Draw(string path, DataFile? file, Func<string> svg)
    {
        if (file is not null && Path.GetFullPath(path) == Path.GetFullPath(file.Path))
            return new Refusal(
                "--svg names the very file that is analysed; it would be overwritten. Choose another name."
            );
        if (!path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return new Refusal($"--svg: the picture is an SVG file, and “{path}” does not end in .svg.");
        try
        {
            File.WriteAllText(path, svg());
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"--svg: {path} cannot be written: {fault.Message}");
        }
    }
}

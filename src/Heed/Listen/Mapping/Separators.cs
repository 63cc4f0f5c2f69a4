namespace Heed.Listen;

/// <summary>What may stand between the options of a cell, as a form and a command line write it.</summary>
public static class Separators
{
    const string Line = "line";

    public static string? Read(string? written) =>
        written switch
        {
            null or "" => null,
            Line => "\n",
            _ => written,
        };

    public static string Written(string? separator) => separator == "\n" ? Line : separator ?? "";
}

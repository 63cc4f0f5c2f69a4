using System.Runtime.CompilerServices;
using System.Text;
using Heed.Analytics.Text;

namespace Heed.Bench;

/// <summary>The data of others and the models that acceptance needs; each read once.</summary>
static class TextData
{
    static readonly Lazy<TextModels> _models = new(ReadModels);

    /// <summary>The models of models/restore.</summary>
    public static TextModels Models => _models.Value;

    /// <summary>The rows of a CSV file of the data folder, without its header.</summary>
    public static List<string[]> Rows(string relative)
    {
        var text = System.IO.File.ReadAllText(File(relative));
        List<string[]> rows = [];
        List<string> cells = [];
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\n' or '\r'))
                cell.Append(text[i]);
            else if (text[i] != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
        if (cells.Count > 0)
            rows.Add([.. cells, cell.ToString()]);
        return rows[1..];
    }

    /// <summary>The texts and intents of BANKING77, the numbers of the intents in alphabetical order.</summary>
    public static (List<(string Remark, int Class)> Train, List<(string Remark, int Class)> Test, int Classes) Banking()
    {
        var (train, test) = (Rows("short-queries/train.csv"), Rows("short-queries/test.csv"));
        var names = train
            .Select(row => row[1])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(n => n.Item, n => n.Index);
        return (
            [.. train.Select(row => (row[0], names[row[1]]))],
            [.. test.Select(row => (row[0], names[row[1]]))],
            names.Count
        );
    }

    public static string File(string relative)
    {
        var path = Path.Combine(Project(), "..", "shared", "data", relative);
        return System.IO.File.Exists(path)
            ? path
            : throw new NotHere($"{relative} is real data kept beside the project, and it is not here.");
    }

    static TextModels ReadModels()
    {
        var path = Path.Combine(Project(), "models", "heed-models.bin");
        if (!System.IO.File.Exists(path))
            throw new NotHere("models/heed-models.bin is not here: models/restore makes it where npm is.");
        using var file = System.IO.File.OpenRead(path);
        return TextModels.Read(file).Refused(out var because, out var models) ? throw new NotHere(because) : models;
    }

    static string Project([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

using System.Collections;
using System.Globalization;

namespace Heed.Analytics.Tests.Reference;

/// <summary>A figure that somebody published, and how the library comes to it.</summary>
/// <param name="Id">Where our specifications list it: T1 to T19, or a section.</param>
/// <param name="Source">Who published it.</param>
/// <param name="What">What it is.</param>
/// <param name="Published">The figure or the word, as printed.</param>
/// <param name="Within">How far off may be: half of the last printed digit, unless there is a reason.</param>
/// <param name="Compute">Asks the library.</param>
sealed record ReferenceNumber(
    string Id,
    string Source,
    string What,
    string Published,
    double Within,
    Func<object?> Compute
)
{
    public string Name => $"{Id}, {Source}: {What}";

    /// <summary>What the library says, with as many digits as were printed.</summary>
    public string Computed() =>
        Compute() switch
        {
            null => "nothing",
            string word => word,
            var number when Value(Published) is { } => Convert
                .ToDouble(number, CultureInfo.InvariantCulture)
                .ToString($"{(Published.Contains(',') ? 'N' : 'F')}{Decimals(Published)}", CultureInfo.InvariantCulture)
                is var text
            && text.TrimStart('-', '0', '.').Length == 0
                ? text.TrimStart('-')
                : text,
            var word => $"{word}",
        };

    public void Check()
    {
        if (Value(Published) is not { } published)
            Assert.Equal(Published, $"{Compute()}");
        else
        {
            var computed = Convert.ToDouble(Compute(), CultureInfo.InvariantCulture);
            // A half unit of the last printed digit, and the rounding of binary fractions.
            var within = Within + 1e-12 * Math.Max(1, Math.Abs(published));
            Assert.True(
                Math.Abs(computed - published) <= within,
                $"{Name} is published as {Published} and comes out as {computed:R}; {Within:G2} off is allowed."
            );
        }
    }

    public static double? Value(string text) =>
        double.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int Decimals(string text) => text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
}

/// <summary>The figures of one source: <c>new("T1", "Wheeler") { { "mean", "20.387", () => band.Centre } }</c>.</summary>
sealed class Sheet(string id, string source) : IEnumerable<ReferenceNumber>
{
    readonly List<ReferenceNumber> _numbers = [];

    public void Add(string what, string published, Func<object?> compute, double? within = null) =>
        _numbers.Add(
            new(
                id,
                source,
                what,
                published,
                within ?? 0.5 * Math.Pow(10, -ReferenceNumber.Decimals(published)),
                compute
            )
        );

    public IEnumerator<ReferenceNumber> GetEnumerator() => _numbers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A file of figures beside the project.</summary>
static class Csv
{
    /// <summary>The file's columns by name; skips the test where the file is absent.</summary>
    public static Dictionary<string, string[]> Columns(string file)
    {
        var lines = File.ReadLines(SharedData.File(file))
            .Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())
            .ToList();
        return lines[0]
            .Select((name, column) => (name, cells: lines.Skip(1).Select(cells => cells[column]).ToArray()))
            .ToDictionary(pair => pair.name, pair => pair.cells);
    }

    public static double[] Numbers(this Dictionary<string, string[]> columns, string name) =>
        [
            .. columns[name]
                .Select(cell =>
                    double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : double.NaN
                ),
        ];
}

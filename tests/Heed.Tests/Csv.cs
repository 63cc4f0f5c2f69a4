using System.Text;

namespace Heed.Tests;

/// <summary>A CSV file that lives as long as its test.</summary>
sealed class Csv : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("heed-csv-").FullName;

    public Csv(string text, Encoding? encoding = null, string name = "answers.csv")
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllText(Path, text, encoding ?? new UTF8Encoding(false));
    }

    public string Path { get; }

    /// <summary>One figure a period, under the heads "date" and "value".</summary>
    public static Csv Of(IEnumerable<double> values, Func<int, string> date) =>
        new(
            "date,value\n"
                + string.Concat(values.Select((value, i) => FormattableString.Invariant($"{date(i)},{value}\n"))),
            name: "figures.csv"
        );

    public static Csv Weeks(params double[] values) =>
        Of(values, i => $"{new DateOnly(2026, 1, 5).AddDays(7 * i):yyyy-MM-dd}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Every published figure comes out of the library, and docs/reference-numbers.md is the record of it.</summary>
public class ReferenceNumbers
{
    static readonly Lazy<ReferenceNumber[]> All = new(() =>
        [
            .. BandNumbers.All,
            .. EffectNumbers.All,
            .. WorkNumbers.All,
            .. ScoreNumbers.All,
            .. DriverNumbers.All,
            .. WeightNumbers.All,
            .. LifetimeNumbers.All,
            .. AimNumbers.All,
        ]
    );

    public static TheoryData<string> Names => [.. All.Value.Select(number => number.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_published_comes_out(string name) => All.Value.Single(number => number.Name == name).Check();

    [Fact]
    public void The_table_in_the_docs_is_that_of_this_run()
    {
        var path = Docs("reference-numbers.md");
        var kept = File.Exists(path) ? File.ReadAllLines(path) : [];
        var table = Table(kept);
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
            File.WriteAllText(path, table);
        else
            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == table,
                "docs/reference-numbers.md is not what this run computes. If the change is meant, run the tests with UPDATE=1 and look at the difference."
            );
    }

    static string Table(string[] kept)
    {
        var text = new StringBuilder(
            """
            # Reference numbers

            Figures that others published or computed with other programs, beside what this library computes from the same data. Each is
            a test (`tests/Heed.Analytics.Tests/Reference`) that fails when the figures part by more than the column *within* allows: half
            of the last printed digit, unless there is a reason. This page is made by those tests (`UPDATE=1` rewrites it) and a test fails
            when it no longer fits.

            The first column is where our specifications list the figure.

            """
        );
        var groups = All.Value.GroupBy(number => (number.Id, number.Source)).ToList();
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n**{All.Value.Length} figures of {groups.Count} sources.**\n\n| | source | what | published | within | computed |\n|---|---|---|--:|--:|--:|\n"
        );
        foreach (var number in All.Value)
        {
            var start = $"| {number.Id} | {number.Source} | {number.What} | {number.Published} | {Within(number)} |";
            text.Append(start).Append(' ').Append(Computed(number, start, kept)).Append(" |\n");
        }
        return text.ToString();
    }

    static string Within(ReferenceNumber number) =>
        ReferenceNumber.Value(number.Published) is null
            ? "same word"
            : number.Within.ToString(
                number.Within is < 1e-3 and > 0 ? "0.##e-0" : "0.####",
                CultureInfo.InvariantCulture
            );

    // Where the data are not here, what an earlier run computed stands.
    static string Computed(ReferenceNumber number, string start, string[] kept)
    {
        try
        {
            return number.Computed();
        }
        catch (SkipException)
        {
            return kept.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line
                ? line[start.Length..].Trim(' ', '|')
                : "not computed here";
        }
    }

    static string Docs(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", file));
}

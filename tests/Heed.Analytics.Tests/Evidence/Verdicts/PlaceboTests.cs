using System.Globalization;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Real series at days on which nothing happened: what is called an improvement there is a false alarm.</summary>
public class PlaceboTests
{
    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(SharedData.File(file)).Skip(1).Select(line => line.Split(','));

    static Series Months(IEnumerable<(DateOnly Month, double Value, double? Among)> rows) =>
        Series.Of(rows.Select(row => new Point(row.Month, row.Value, row.Among)), Cadence.Month).Value;

    /// <summary>Every series of the data folder, up to the day on which something is said to have happened.</summary>
    static IEnumerable<(string Name, Series Series, bool Counts)> Quiet()
    {
        var sicily = Published.Sicily().Before(Published.SicilyBan);
        yield return ("coronary events, counts", sicily, true);
        yield return ("coronary events, rates", sicily.AsRates(100_000).Value, false);

        var infections = Rows("process-behaviour/cdi.csv")
            .Where(row => row[3].Trim('"') == "pre")
            .Select(row =>
                (DateOnly.Parse(row[0], CultureInfo.InvariantCulture), Number(row[1]), (double?)Number(row[2]))
            );
        var pre = Months(infections);
        yield return ("infections, counts", pre, true);
        yield return ("infections, rates", pre.AsRates(100_000).Value, false);

        var complaints = Rows("process-behaviour/complaints_taylor.csv")
            .Select((row, i) => (new DateOnly(2020, 1, 1).AddMonths(i), Number(row[1]), (double?)Number(row[2])));
        var all = Months(complaints);
        yield return ("complaints, counts", all, true);
        yield return ("complaints, rates", all.AsRates(100_000).Value, false);
        yield return (
            "sales",
            Months(all.Points.Select(point => (point.Date, point.Population!.Value, (double?)null))),
            false
        );
    }

    [Fact]
    public void At_days_on_which_nothing_happened_hardly_anything_improved()
    {
        SharedData.File("interrupted-series/sicily.csv");
        var (looks, improved) = (0, 0);
        List<string> said = [];
        foreach (var (name, series, counts) in Quiet())
            for (var at = 8; at <= series.Count - 8; at++)
                foreach (var wanted in Enum.GetValues<Direction>())
                {
                    var settings = counts ? InterruptionSettings.ForCounts : null;
                    var verdict = Verdict.Judge(series, series[at].Date, wanted, settings: settings).Value;
                    looks++;
                    if (verdict.Word is not VerdictWord.Improved)
                        continue;
                    improved++;
                    said.Add($"{name}, {series[at].Date:O}, {wanted}: {verdict.Sentence}");
                }
        var rate = 100.0 * improved / looks;
        TestContext.Current.SendDiagnosticMessage(
            $"Improved at {improved} of {looks} fake dates ({rate.ToString("0.0", CultureInfo.InvariantCulture)} %)."
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{improved} of {looks}: {rate:0.0} %\n{string.Join('\n', said)}"
        );
        Assert.True(looks > 100);
        Assert.True(rate <= 5, $"{improved} of {looks} ({rate:0.0} %)\n{string.Join('\n', said)}");
    }
}

using System.Globalization;
using System.Text;
using Heed.Analytics.Evidence;

namespace Heed.Simulations;

/// <summary>
/// The same series judged by this engine, by the model whose figures were published for it, and by two others: false "Improved",
/// power, coverage of the mean effect, width.
/// </summary>
static class BesideOthers
{
    // Where 2,000 series came out lower than the published figure, more tell chance from a fault.
    const int More = 10_000;

    // The published figures rest on 1,000 to 1,500 series each, nobody says which on how many. The most leave chance the least room.
    const int PublishedRuns = 1500;

    sealed record Row(
        string What,
        int Before,
        int After,
        Func<Random, double[]> Draw,
        double Mean,
        string Published,
        int Runs = NothingHappened.Runs
    );

    static Row Of(SomethingHappened.Truth truth, int before, int after, string published) =>
        new(truth.What, before, after, random => truth.Draw(random, before, after), truth.Mean(after), published);

    static Row Nothing(string what, int before, int after, string published, Func<Random, int, double[]> draw) =>
        new(what, before, after, random => draw(random, before + after), 0, published);

    static double[] Rising(Random random, int n, double slope) =>
        [.. Chance.Standard(random, n, 0).Select((value, i) => value + slope * i)];

    static readonly Row[] Rows =
    [
        Of(SomethingHappened.Nothing, 11, 11, ".5"),
        Of(SomethingHappened.Nothing, 24, 12, ".9"),
        Nothing("nothing, AR(1) .6", 12, 12, "2.4", (random, n) => Chance.Standard(random, n, .6)),
        Nothing("nothing, AR(1) .6", 24, 12, "2.2", (random, n) => Chance.Standard(random, n, .6)),
        Nothing("nothing, AR(1) .8", 12, 12, "2.2", (random, n) => Chance.Standard(random, n, .8)),
        Nothing("nothing, random walk", 24, 12, "2.7", Chance.Walk),
        Nothing("nothing, wandering level .2", 52, 12, "4.0", (random, n) => Chance.Wandering(random, n, .2)),
        Nothing("nothing, trend .1", 11, 11, "2.4", (random, n) => Rising(random, n, .1)),
        Nothing("nothing, trend .1", 24, 12, "2.5", (random, n) => Rising(random, n, .1)),
        Nothing("nothing, trend .2", 11, 11, "3.1", (random, n) => Rising(random, n, .2)),
        Of(SomethingHappened.Step(2), 8, 8, "41") with
        {
            Runs = More,
        },
        Of(SomethingHappened.Step(2), 11, 11, "53") with
        {
            Runs = More,
        },
        Of(SomethingHappened.Step(2), 12, 12, "55"),
        Of(SomethingHappened.Step(2), 24, 8, "81") with
        {
            Runs = More,
        },
        Of(SomethingHappened.Step(2), 24, 12, "82"),
        Of(SomethingHappened.Step(2), 24, 24, "82"),
        Of(SomethingHappened.Step(2), 52, 12, "98") with
        {
            Runs = More,
        },
        Of(SomethingHappened.Step(1), 52, 12, "44"),
        Of(SomethingHappened.Step(3), 11, 11, "88"),
        Of(SomethingHappened.Step(3), 12, 12, "90"),
        Of(SomethingHappened.Ramp, 24, 12, "63"),
        Of(SomethingHappened.Ramp, 24, 24, ""),
        Of(SomethingHappened.Grows, 24, 12, "36") with
        {
            Runs = More,
        },
        Of(SomethingHappened.Grows, 52, 12, "80"),
    ];

    public static string Table()
    {
        var lines = new string[Rows.Length];
        Parallel.For(0, Rows.Length, i => lines[i] = Line(Rows[i]));
        var text = new StringBuilder(
            """
            ## Beside others

            % "Improved" of the same series: Heed, the published figure of its model, trend and step with AR(1) errors by maximum
            likelihood (ARIMA), and a local level that knows no trend (CausalImpact without a control), the two others in
            implementations of a page. *holds*: how often Heed's interval holds the mean effect; *width* in σ. No season is
            allowed for here, as in the published figures.

            *difference* is Heed less the published figure, with two Monte Carlo errors of it: both rest on so many made-up
            series and not on all. The published ones rest on 1,000 to 1,500; they are taken as 1,500, and as whole or tenths of a
            per cent, as they are printed. A difference for the worse by more than that is **bold**: more false alarms, or less seen.

            | truth | before/after | Heed | published | difference | ARIMA | local level | holds | width | series |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|

            """
        );
        foreach (var line in lines)
            text.Append(line).Append('\n');
        return text.Append('\n').ToString();
    }

    static string Line(Row row)
    {
        var random = new Random(20260105);
        var (heed, gls, level, held, width) = (0, 0, 0, 0, 0.0);
        for (var run = 0; run < row.Runs; run++)
        {
            var values = row.Draw(random);
            var series = Chance.Weeks(values);
            var step = InterruptedSeries
                .Fit(series, series[row.Before].Date, new() { Seasons = Seasons.None })
                .Value.Step;
            heed += step.Low > 0 ? 1 : 0;
            held += step.Low <= row.Mean && row.Mean <= step.High ? 1 : 0;
            width += step.High - step.Low;
            gls += Rivals.Gls(values, row.Before) ? 1 : 0;
            level += Rivals.LocalLevel(values, row.Before) ? 1 : 0;
        }
        string Share(int count) => (100.0 * count / row.Runs).ToString("0.0", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.What} | {row.Before}/{row.After} | {Share(heed)} | {row.Published} | {Difference(row, 100.0 * heed / row.Runs)} | {Share(gls)} | {Share(level)} | {Share(held)} | {width / row.Runs:0.00} | {row.Runs:N0} |"
        );
    }

    static string Difference(Row row, double found)
    {
        if (row.Published == "")
            return "";
        var published = double.Parse(row.Published, CultureInfo.InvariantCulture);
        var (difference, error) = (found - published, Error(found, row.Runs, row.Published));
        var worse = row.Mean == 0 ? difference > error : difference < -error;
        var told = string.Create(CultureInfo.InvariantCulture, $"{difference:+0.0;−0.0;0.0} ± {error:0.0}");
        return worse ? $"**{told}**" : told;
    }

    /// <summary>Two Monte Carlo errors of the difference of two shares in per cent, the second one rounded as it is printed.</summary>
    internal static double Error(double found, int runs, string published)
    {
        var printed = double.Parse(published, CultureInfo.InvariantCulture);
        var step = published.Contains('.', StringComparison.Ordinal) ? 0.1 : 1;
        return 2
            * Math.Sqrt(found * (100 - found) / runs + printed * (100 - printed) / PublishedRuns + step * step / 12);
    }
}

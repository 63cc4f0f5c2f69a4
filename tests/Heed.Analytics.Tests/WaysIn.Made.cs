using Heed.Analytics.Columns;
using Heed.Analytics.Drivers;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Analytics.Weighting;

namespace Heed.Analytics.Tests;

/// <summary>What the ways in take, made of one list of numbers.</summary>
static partial class WaysIn
{
    /// <summary>Asks about a series of the numbers; where they make none, that refusal is the answer.</summary>
    static Func<double[], object?> Of(Func<Series, object?> ask) =>
        values => Weeks(values) is { IsGiven: true } series ? ask(series.Value) : Weeks(values);

    static Answer<Series> Weeks(double[] values) => Series.Of(Start, Cadence.Week, values);

    /// <summary>The numbers as several branches, of which the first one changes in the middle.</summary>
    static IEnumerable<PanelUnit> Branches(Series series, int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => new PanelUnit(
                $"branch {i}",
                Weeks([.. series.Values.ToArray().Select((value, t) => value * (1 + 0.1 * (t * (i + 2) % 5)))])
                    is { IsGiven: true } given
                    ? given.Value
                    : series,
                i == 0 ? Middle(series) : null
            ));

    static DateOnly Middle(Series series) => series.Count < 2 ? Start : series[series.Count / 2].Date;

    static int Whole(double value) => double.IsFinite(value) ? (int)Math.Clamp(value, -1e6, 1e6) : -1;

    static Distribution? Answers(double[] values, bool weighted)
    {
        var tally = new Tally(Scale.ZeroToTen);
        foreach (var value in values)
            tally.Add(weighted ? 7 : value, weighted ? value : 1);
        return tally.Distribution() is { IsGiven: true } given ? given.Value : null;
    }

    static Func<double[], object?> OfAnswers(Func<Distribution, object?> ask) =>
        values =>
            new[]
            {
                Answers([.. values.Select(value => (double)Math.Abs(Whole(value) % 11))], false),
                Answers(values, true),
            }
                .OfType<Distribution>()
                .Select(ask)
                .ToArray();

    static SampleDesign Design(double[] weights) => new(weights) { Clusters = [.. weights.Select((_, i) => i / 4)] };

    static DriverData Drivers(double[] values) =>
        new(
            values,
            ["first", "second"],
            [
                [.. values.Select((value, i) => i % 3 + value / 7)],
                [.. values.Select((value, i) => i % 5 - value / 9)],
            ]
        );

    static SurveyColumns Survey(double[] values)
    {
        var survey = new SurveyColumns(
            [new("liked", Scale.ZeroToTen)],
            ["group"],
            sets: ["ways"],
            numbers: [new("minutes", Bands.Parse("1, 10, 100").Value)]
        );
        foreach (var value in values)
            survey.Append(
                survey.Count + 1,
                Start,
                [survey.Point("liked", Math.Abs(Whole(value) % 11))],
                [survey.Attribute("group").CodeOf($"{Whole(value) % 3}").Value],
                1,
                [survey.Sets[0].With(0, $"{Whole(value) % 3}").Value],
                [double.IsFinite(value) ? value : double.NaN]
            );
        return survey;
    }

    static double First(double[] values) => values.FirstOrDefault(double.NaN);
}

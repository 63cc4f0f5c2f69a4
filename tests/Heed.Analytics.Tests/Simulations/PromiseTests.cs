using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Simulations;

namespace Heed.Analytics.Tests.Simulations;

/// <summary>The promises that <c>tools/simulations/run</c> tries at length, tried in short.</summary>
public class PromiseTests
{
    const int ShareOfTheCases = 10;

    public static TheoryData<string> Names => [.. Promises.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_kept_on_fewer_cases_too(string name)
    {
        var outcome = Promises.All.Single(one => one.Name == name) is var one
            ? one.Run(Math.Max(one.Runs / ShareOfTheCases, 50))
            : default;
        // One in forty of some three hundred lines is off by two errors by chance; the page has all cases and allows no more.
        outcome = outcome with
        {
            Error = 1.5 * outcome.Error,
        };
        Assert.True(outcome.Answered > 0, "the library refused every case");
        Assert.True(
            outcome.Kept is Kept.Yes or Kept.Nearly or Kept.Shown or Kept.Named,
            string.Create(
                CultureInfo.InvariantCulture,
                $"promised {one.Promise.Kind} {one.Promise.Target}, found {outcome.Found:0.0} ± {outcome.Error:0.0}"
            )
        );
    }

    [Fact]
    public void The_page_tells_of_every_promise_and_of_none_that_falls_short()
    {
        var page = File.ReadAllText(Report.Path);
        foreach (var one in Promises.All)
        {
            Assert.Contains($"**{one.Group}**", page, StringComparison.Ordinal);
            Assert.Contains($"| {one.What} |", page, StringComparison.Ordinal);
        }
        Assert.Contains(" 0 fall short.", page, StringComparison.Ordinal);
    }

    /// <summary>The page of the method says every kind of series that is called improved too often, as the simulations found it.</summary>
    [Fact]
    public void Whatever_is_called_improved_too_often_is_said_on_the_page_of_the_verdict_with_its_rate()
    {
        var missed = Regex
            .Matches(
                File.ReadAllText(Report.Path).Split("## Every promise")[1],
                @"^\| (?<kind>[^|]+), (?<length>\d+ before and \d+ after) \| at most 2\.5 % \| (?<rate>[\d.]+) % ± [\d.]+ \| \*\*not held\*\*",
                RegexOptions.Multiline
            )
            .Select(line => (Kind: line.Groups["kind"].Value, Rate: $"{line.Groups["length"]}: {line.Groups["rate"]}"))
            .ToList();
        var said = File.ReadAllLines(Report.VerdictsPath)
            .Select(line => line.Split(" | "))
            .Where(cells => cells.Length == 3 && cells[1].Contains(" after: ", StringComparison.Ordinal))
            .SelectMany(cells => cells[1].Split("; ").Select(rate => (Kind: cells[0].TrimStart('|', ' '), Rate: rate)));

        Assert.NotEmpty(missed);
        Assert.Equal(missed.Order(), said.Order());
    }

    [Fact]
    public void The_error_of_a_difference_is_that_of_both_shares_and_of_the_digits_that_are_printed()
    {
        // √(38.3 · 61.7 / 2,000 + 41 · 59 / 1,500 + 1/12) = 1.6963, by hand.
        Assert.Equal(2 * 1.6963, BesideOthers.Error(38.3, 2000, "41"), 1e-3);
        // √(.8 · 99.2 / 2,000 + .5 · 99.5 / 1,500 + .01/12) = 0.2714, by hand.
        Assert.Equal(2 * 0.2714, BesideOthers.Error(0.8, 2000, ".5"), 1e-3);
    }

    [Fact]
    public void What_is_not_promised_is_judged_as_little_as_what_is_off_is_praised()
    {
        var named = new Simulation("group", "case", Promise.FalseAlarm, 1000, _ => 0, "it is said why");
        static Outcome Of(Promise promise, double found) =>
            new(new("group", "case", promise, 1000, _ => 0), 1000, 1000, found, 0.5);

        Assert.Equal(Kept.Yes, Of(Promise.FalseAlarm, 3.0).Kept);
        Assert.Equal(Kept.No, Of(Promise.FalseAlarm, 3.1).Kept);
        Assert.Equal(Kept.Nearly, Of(Promise.Coverage, 93).Kept);
        Assert.Equal(Kept.No, Of(Promise.Coverage, 92).Kept);
        Assert.Equal(Kept.No, Of(Promise.About(80), 81).Kept);
        Assert.Equal(Kept.Named, (Of(Promise.FalseAlarm, 3.1) with { Of = named }).Kept);
        Assert.Equal(Kept.Shown, Of(Promise.Nothing(), 12).Kept);
        Assert.Equal(Kept.No, Of(Promise.Coverage, double.NaN).Kept);
    }
}

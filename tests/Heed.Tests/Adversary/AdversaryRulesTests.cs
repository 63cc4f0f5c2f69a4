using static Heed.Tests.Adversary.AdversaryTests;

namespace Heed.Tests.Adversary;

/// <summary>The adversary against the rules alone, in memory: it asks no database.</summary>
public sealed class AdversaryRulesTests(ITestOutputHelper output)
{
    /// <summary>HEED_ADVERSARY_SURVEYS for more than a look.</summary>
    static readonly int Surveys = Report.Given("HEED_ADVERSARY_SURVEYS", 4);

    [Fact]
    public async Task It_finds_nothing_by_the_rules_on_random_surveys()
    {
        var report = new Report($"{Surveys} random surveys, the rules alone");
        for (var seed = 100; seed < 100 + Surveys; seed++)
        {
            var house = new LaxHouse(Values, Off.Nothing);
            report.Add(await Plays(house, Acts(seed, Values), Values), $"seed {seed}: ");
        }
        report.Tell(output);
        Assert.Empty(report.Found);
    }

    [Theory]
    [InlineData(Off.Minimum, "the answer of person")]
    [InlineData(Off.Waiting | Off.EachReleaseAlone, "the answer of person")]
    [InlineData(Off.EachReleaseAlone, "persons")]
    [InlineData(Off.SendersApart, "persons")]
    [InlineData(Off.RemainderOfWords, "the words of")]
    [InlineData(Off.WordsWait, "the words of")]
    [InlineData(Off.OneAttribute, "whole people")]
    [InlineData(Off.OrderOfChance, "stand beside")]
    public async Task It_finds_something_when_a_rule_is_switched_off(Off off, string found)
    {
        var report = new Report($"without a rule: {off}");
        bool IsFound() => report.Found.Any(f => f.Contains(found, StringComparison.Ordinal));
        for (var seed = 100; seed < 120 && !IsFound(); seed++)
            report.Add(await Plays(new LaxHouse(Values, off), Acts(seed, Values), Values), $"seed {seed}: ");
        report.Tell(output);
        Assert.True(IsFound(), string.Join("\n", report.Found));
    }
}

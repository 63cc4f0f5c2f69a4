using static Heed.Tests.Adversary.AdversaryTests;

namespace Heed.Tests.Adversary;

/// <summary>The adversary against the rules alone, in memory: it asks no database.</summary>
public sealed class AdversaryRulesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task It_finds_nothing_by_the_rules_on_random_surveys()
    {
        var (asked, told) = (0, 0);
        List<string> found = [];
        for (var seed = 100; seed < 104; seed++)
        {
            var adversary = await Plays(new LaxHouse(Values, Off.Nothing), Acts(seed, Values), Values);
            found.AddRange(adversary.Found().Take(3).Select(f => $"seed {seed}: {f}"));
            (asked, told) = (asked + adversary.Asked, told + adversary.Told);
        }
        output.WriteLine($"{asked} questions, {told} answers");
        Assert.True(found.Count == 0, string.Join("\n", found));
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
        List<string> all = [];
        for (var seed = 100; seed < 120 && !all.Exists(f => f.Contains(found, StringComparison.Ordinal)); seed++)
            all.AddRange((await Plays(new LaxHouse(Values, off), Acts(seed, Values), Values)).Found());
        output.WriteLine($"{off}: {string.Join("; ", all.Take(3))}");
        Assert.Contains(all, f => f.Contains(found, StringComparison.Ordinal));
    }
}

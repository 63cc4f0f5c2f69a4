using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Lifetimes;

/// <summary>How cohorts melt, in words, and what is only projected.</summary>
public sealed class CohortWordsTests
{
    static async Task<(string Sentence, List<string> Limits, List<JsonElement> Cohorts)> Ask(string text, string typed)
    {
        using var file = new Csv(text);
        var json = await Typed.Json(["analyze", "lifetime", file.Path, .. typed.Split(' ')]);
        return (
            json.GetProperty("sentence").GetString()!,
            [.. json.GetProperty("cannotTell").EnumerateArray().Select(s => s.GetString()!)],
            [.. json.GetProperty("cohorts").EnumerateArray()]
        );
    }

    const string Two = "old,new\n1000,1000\n700,850\n560,760\n480,700\n430,660\n";

    [Fact]
    public async Task What_is_left_and_who_renews_next_is_said_in_the_unit_of_the_file()
    {
        var (sentence, limits, cohorts) = await Ask(
            "n\n1000\n700\n560\n480\n430\n",
            "--staying n --unit year --ahead 2"
        );
        Assert.StartsWith("Of “n” 43.0 % are still there after 4 years; of these ", sentence);
        Assert.Contains(" will renew next, and after 6 years ", sentence, StringComparison.Ordinal);
        Assert.Contains(
            limits,
            l => l.StartsWith("What lies beyond the last period seen is projected", StringComparison.Ordinal)
        );
        var periods = cohorts[0].GetProperty("periods").EnumerateArray().ToList();
        Assert.Equal(7, periods.Count);
        Assert.Equal([1, 0.7, 0.56, 0.48, 0.43], periods[..5].Select(p => p.GetProperty("observed").GetDouble()));
        Assert.All(periods[5..], p => Assert.Equal(JsonValueKind.Null, p.GetProperty("observed").ValueKind));
        Assert.Equal(JsonValueKind.Null, periods[0].GetProperty("retentionRate").ValueKind);
        Assert.Equal(1000, cohorts[0].GetProperty("startedWith").GetDouble());
        Assert.Equal(JsonValueKind.Null, cohorts[0].GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task Cohorts_are_told_apart_where_their_ranges_do_not_meet()
    {
        var (_, limits, _) = await Ask(Two, "--staying old new");
        Assert.Contains("“new” keeps more than “old”: their ranges after 4 renewals do not meet.", limits);
        (_, limits, _) = await Ask("old,new\n30,30\n21,24\n17,20\n15,18\n", "--staying old,new");
        Assert.Contains("“new” and “old” cannot be told apart: their ranges after 3 renewals meet.", limits);
    }

    [Fact]
    public async Task Shares_have_no_ranges_until_it_is_said_of_how_many()
    {
        const string shares = "old,new\n100,1\n70,.85\n56,.76\n48,.70\n";
        var (_, limits, cohorts) = await Ask(shares, "--staying old new");
        Assert.Contains(
            "Whether the cohorts differ by more than chance cannot be told without the numbers of customers.",
            limits
        );
        Assert.Equal(2, limits.Count(l => l.EndsWith("Add --started-with.", StringComparison.Ordinal)));
        Assert.Equal(JsonValueKind.Null, cohorts[0].GetProperty("alpha").GetProperty("low").ValueKind);
        (_, limits, cohorts) = await Ask(shares, "--staying old new --started-with 5000");
        Assert.Contains(limits, l => l.StartsWith("“new” keeps more than “old”", StringComparison.Ordinal));
        Assert.Equal(5000, cohorts[1].GetProperty("startedWith").GetDouble());
    }

    [Fact]
    public async Task A_renewal_is_worth_less_the_later_it_comes()
    {
        static double Worth(List<JsonElement> cohorts) =>
            cohorts[0].GetProperty("value").GetProperty("value").GetDouble();
        var usual = (await Ask(Two, "--staying old --payment 100")).Cohorts;
        var none = (await Ask(Two, "--staying old --payment 100 --discount 10")).Cohorts;
        var steep = (await Ask(Two, "--staying old --payment 100 --discount 30")).Cohorts;
        Assert.Equal(0.1, usual[0].GetProperty("discount").GetDouble());
        Assert.Equal(Worth(usual), Worth(none));
        Assert.True(Worth(steep) < Worth(usual));
        Assert.InRange(Worth(steep), 70, 1000);
    }

    [Fact]
    public async Task A_young_cohort_beside_an_old_one_may_end_early_and_one_that_is_too_young_says_why()
    {
        var (sentence, limits, cohorts) = await Ask(
            "old,young\n1000,500\n700,400\n560,\n480,\n",
            "--staying old young"
        );
        Assert.StartsWith("Of “old” 48.0 % are still there after 3 periods", sentence);
        Assert.DoesNotContain("young", sentence, StringComparison.Ordinal);
        Assert.Contains(limits, l => l.StartsWith("“young” cannot be told: ", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, cohorts[1].GetProperty("alpha").ValueKind);
        (sentence, limits, _) = await Ask("young\n500\n400\n", "--staying young");
        Assert.StartsWith("How long customers stay cannot be told. ", sentence);
        Assert.Equal("Wait for another renewal, or take an older cohort.", limits[^1]);
    }
}

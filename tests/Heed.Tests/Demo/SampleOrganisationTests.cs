using System.Net.Http.Json;
using System.Text.Json;
using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Demo;
using Heed.Storage;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Demo;

/// <summary>Each line of docs/sample.md, asked of a Heed with the sample in it, in the windows that the product uses.</summary>
[OnOneDatabase("what the sample tells; that it can be laid is seen on both by ApiFuzzTests")]
public sealed class SampleOrganisationTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    [Theory]
    [InlineData("Call before arrival", VerdictWord.Improved)]
    [InlineData("Text the arrival time when the driver leaves", VerdictWord.Improved)]
    [InlineData("Print the second receipt only on request", VerdictWord.Improved)]
    [InlineData("Route training for drivers, round 1", VerdictWord.NoChange)]
    [InlineData("Route training for drivers, round 2", VerdictWord.NoChange)]
    [InlineData("Route training for drivers, round 3", VerdictWord.NoChange)]
    [InlineData("Route training for drivers, round 4", VerdictWord.NoChange)]
    [InlineData("A loyalty card at the third visit", VerdictWord.CannotTell)]
    [InlineData("Bake the second tray after eleven", VerdictWord.NoChange)]
    public async Task Each_trial_ends_as_the_page_tells(string change, VerdictWord word)
    {
        var trial = (await List("trials")).Single(t => t.GetProperty("change").GetString() == change);
        var verdicts = await Get($"trials/{trial.GetProperty("id").GetString()}/verdicts");
        Assert.Equal($"{word}", All(verdicts).Last().GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task What_everybody_knew_of_waiting_a_trial_refuted_and_nothing_supports_what_is_said_of_calls()
    {
        var ties = (await List("ties")).ToDictionary(
            t => t.GetProperty("because").GetString()!,
            t => t.GetProperty("state").GetString()
        );
        Assert.Equal("Refuted", ties["Who waits at seven does not come again."]);
        Assert.Equal("Unsupported", ties["Whoever waits for a driver calls."]);
        var browser = await (await sample.Maya).Browser();
        var map = await browser.Page("/map");
        Assert.Contains(
            "Three of four key results are in sight of what customers get",
            map.Body!.Says(),
            StringComparison.Ordinal
        );
        // Each node of the list leads somewhere: Page refuses what is not there.
        var links = map.QuerySelectorAll(".sight-list a").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.Contains(links, l => l.StartsWith("/try/", StringComparison.Ordinal));
        foreach (var link in links)
            await browser.Page(link);
    }

    [Fact]
    public async Task What_moved_and_may_miss_its_day_did_not_slip()
    {
        var report = (await (await (await sample.Maya).Browser()).Page("/aim/report")).Body!.Says();
        Assert.Contains("Of 4 key results one moved, none slipped, three are silent", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_that_trains_again_and_again_is_stuck_and_Home_says_so()
    {
        var (stuck, more) = (await Get("traction")).EnumerateArray().ToList() switch
        {
            [var dearest, .. var others] => (dearest, others),
            _ => throw new InvalidOperationException("Nothing is stuck."),
        };
        Assert.Equal("Spinning", stuck.GetProperty("state").GetString());
        Assert.Equal(4, stuck.GetProperty("run").GetArrayLength());
        Assert.Equal(4 * Stories.TrainingHours, stuck.GetProperty("hours").GetDouble());
        Assert.Empty(more);
        var maya = await sample.Maya;
        var home = (await (await maya.Browser()).Page("/?all=stuck")).Body!.Says();
        Assert.Contains(
            "Four times the same move on “Deliveries later than said”, and it did not move: 96 hours",
            home,
            StringComparison.Ordinal
        );
        // It knows more than the verdict on the last round, which is not said beside it.
        Assert.DoesNotContain("round 4: no change", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_arm_that_looked_well_was_stopped_because_too_few_ordered()
    {
        var trial = (await List("trials")).Single(t =>
            t.GetProperty("change").GetString() == "Ask for a time window before paying"
        );
        Assert.Equal("Stopped", trial.GetProperty("state").GetString());
        Assert.StartsWith(
            "Stopped by its guardrail: Orders to the door was 1,514 orders, at least 1,515 was promised",
            trial.GetProperty("decision").GetString(),
            StringComparison.Ordinal
        );
        var counts = await Get($"trials/{trial.GetProperty("id").GetString()}/counts");
        Assert.Equal(21, counts.GetProperty("days").GetArrayLength());
        Assert.True(counts.GetProperty("areAsPlanned").GetBoolean());
        Assert.InRange(counts.GetProperty("effect").GetDouble(), -5, -0.5);
    }

    /// <summary>Where it crept back, the watch of Try says so once the server has looked: here it may be on either side of that.</summary>
    [Theory]
    [InlineData("Ringing the driver for every caller", "Gone")]
    [InlineData("A second receipt for every guest", "Gone", "Relapsed")]
    [InlineData("The form for a lost receipt", "Standing")]
    [InlineData("The Monday figures", "Questioned")]
    [InlineData("A credit check for every order of a partner", "Kept")]
    [InlineData("The allergen sheet, signed each shift", "BoundByLaw")]
    public async Task Each_practice_stands_as_the_page_tells(string name, params string[] states)
    {
        var practice = (await List("practices")).Single(p => p.GetProperty("name").GetString() == name);
        Assert.Contains(practice.GetProperty("state").GetString(), states);
        Assert.NotEmpty(practice.GetProperty("burden").EnumerateArray());
    }

    [Fact]
    public async Task Meetings_of_the_counter_were_cleared_and_grow_back()
    {
        var reset = Assert.Single(await List("resets"));
        Assert.Equal("Improved", reset.GetProperty("verdict").GetString());
        Assert.True(reset.GetProperty("growsBack").GetBoolean());
        Assert.True(reset.GetProperty("hoursAfter").GetDouble() < reset.GetProperty("hoursBefore").GetDouble() / 2);
        var home = await (await (await sample.Maya).Browser()).GetStringAsync("/");
        Assert.Contains("grow back", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_control_of_four_is_one_too_many_and_a_waiver_is_about_to_expire()
    {
        var controls = await List("controls");
        Assert.Equal(4, controls.Count);
        var over = Assert.Single(controls, c => c.GetProperty("over").GetString() == $"{OverControlWord.Yes}");
        Assert.Equal("A photo of the till at closing", over.GetProperty("name").GetString());
        var codes = controls.Single(c =>
            c.GetProperty("name").GetString()!.Contains("discount", StringComparison.Ordinal)
        );
        var waiver = Assert.Single(All(await Get($"controls/{codes.GetProperty("id").GetString()}/waivers")));
        Assert.Equal($"{WaiverState.Live}", waiver.GetProperty("state").GetString());
        var home = await (await (await sample.Maya).Browser()).GetStringAsync("/");
        Assert.Contains("ends soon", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_other_shops_the_later_tray_leaves_four_pastries_fewer()
    {
        var trial = (await List("trials")).Single(t =>
            t.GetProperty("change").GetString() == "Bake the second tray after eleven"
        );
        Assert.Equal(2, trial.GetProperty("reachedFrom").EnumerateObject().Count());
        var verdict = Assert.Single(All(await Get($"trials/{trial.GetProperty("id").GetString()}/verdicts")));
        Assert.StartsWith("Improved: ", verdict.GetProperty("comparison").GetString(), StringComparison.Ordinal);
        var found = verdict.GetProperty("rollOut");
        Assert.Equal((3, 3), (found.GetProperty("with").GetInt32(), found.GetProperty("without").GetInt32()));
        Assert.InRange(
            Stories.BakeLaterEffect,
            found.GetProperty("low").GetDouble(),
            found.GetProperty("high").GetDouble()
        );
    }

    [Fact]
    public async Task The_counter_traded_hours_on_the_phone_for_reorders_and_Home_says_so()
    {
        var service = Assert.Single(await List("services"));
        var triple = await Get($"services/{service.GetProperty("id").GetString()}/triple");
        var words = triple
            .GetProperty("lines")
            .EnumerateArray()
            .Select(l => l.GetProperty("verdict").GetString())
            .ToList();
        Assert.Equal(("Improved", "Worsened", "NotMeasured"), (words[0], words[2], words[3]));
        Assert.Equal("Trade", triple.GetProperty("finding").GetString());
        var home = (await (await (await sample.Maya).Browser()).Page("/?all=moved")).Body!.Says();
        Assert.Contains("Coffee at the counter: a trade", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recommend_score_is_higher_in_the_last_months_and_inside_its_band()
    {
        var movement = (await List("metrics")).Single(m =>
            m.GetProperty("metric").GetProperty("computedFrom").ValueKind is JsonValueKind.String
            && m.GetProperty("metric")
                .GetProperty("name")
                .GetString()!
                .Contains("recommend", StringComparison.OrdinalIgnoreCase)
        );
        var id = movement.GetProperty("metric").GetProperty("id").GetString();
        Assert.Empty(movement.GetProperty("signals").EnumerateArray());
        var points = All(await Get($"metrics/{id}/measurements"))
            .OrderBy(p => p.GetProperty("on").GetString(), StringComparer.Ordinal)
            .Select(p => p.GetProperty("value").GetDouble())
            .ToList();
        Assert.True(points[^3..].Average() > points[..^3].Average(), string.Join(", ", points));
        var band = movement.GetProperty("band");
        Assert.All(
            points,
            p => Assert.InRange(p, band.GetProperty("lower").GetDouble(), band.GetProperty("upper").GetDouble())
        );
    }

    [Fact]
    public async Task The_four_wholesale_partners_are_not_shown_and_cannot_be_subtracted()
    {
        var survey = (await List("surveys")).Single();
        var maya = await sample.Maya;
        var question = await maya.World.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Questions.FirstAsync(q => q.Name.Contains("recommend"))
        );
        var score = await Get($"surveys/{survey.GetProperty("id").GetString()}/scores/{question.Name}?by=Shop");
        var groups = score.GetProperty("by").EnumerateArray().ToList();
        bool IsHidden(JsonElement group) => group.GetProperty("n").ValueKind is JsonValueKind.Null;
        Assert.True(IsHidden(groups.Single(g => g.GetProperty("group").GetString() == SampleSurvey.TooSmall)));
        // With one group hidden, the whole less the others would be that group: a second one goes with it, or the whole.
        Assert.True(groups.Count(IsHidden) > 1 || score.GetProperty("value").ValueKind is JsonValueKind.Null);
    }

    [Fact]
    public async Task Where_the_start_is_not_known_there_is_no_progress()
    {
        var keyResult = (await List("key-results")).Single(k =>
            k.GetProperty("doesWhat").GetString()!.Contains("week ahead", StringComparison.Ordinal)
        );
        Assert.Equal($"{BaselineState.Measuring}", keyResult.GetProperty("baselineState").GetString());
        Assert.Equal(JsonValueKind.Null, keyResult.GetProperty("progress").ValueKind);
    }

    async Task<IReadOnlyList<JsonElement>> List(string things) => All(await Get($"{things}?take=100"));

    static List<JsonElement> All(JsonElement answer) =>
        [
            .. (
                answer.ValueKind is JsonValueKind.Array
                    ? answer
                    : answer.EnumerateObject().First(p => p.Value.ValueKind is JsonValueKind.Array).Value
            ).EnumerateArray(),
        ];

    async Task<JsonElement> Get(string path)
    {
        using var api = (await sample.Maya).Api();
        return await api.GetFromJsonAsync<JsonElement>($"/api/v1/{path}");
    }
}

/// <summary>Laid in once for all that only look.</summary>
public sealed class SampleWorld : IAsyncDisposable
{
    public Task<Cast> Maya { get; } = World.OfTheSample();

    public async ValueTask DisposeAsync() => await (await Maya).World.DisposeAsync();
}

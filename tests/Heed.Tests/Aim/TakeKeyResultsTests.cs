using System.Net;
using System.Text;
using Heed.Aim;
using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Aim.AimOverTheApi;
using static Heed.Tests.Aim.AimPagesTests;

namespace Heed.Tests.Aim;

/// <summary>Objectives and key results of other tools: recognised, tried out, taken in once, taken back whole.</summary>
public sealed class TakeKeyResultsTests
{
    const string Viva =
        "Id,Title,Team,Owner,Period,Start Date,End Date,\"Aligned To (weight, Objective ID)\",Metric Name,Unit,Target,Object Type,Start,Last Check-in,Actual Progress,Status,Checkins,,\n"
        + "\"=HYPERLINK(\"\"https://goals/objective/11\"\",\"\"11\"\")\",Grow (EU) loyalty,Nobody's,Maya Lind,Q1,2035-01-01,2035-03-31,,,,,Objective,,,,On Track,,,\n"
        + "12,Regulars order again,Nobody's,Maya Lind,Q1,2035-01-01,2035-03-31,\"Grow (EU) loyalty(weight: 14.29%, Id: 11)\",Reorders,%,75,Key result,40,2035-03-01,50,On Track,"
        + "\"Checkin Date: 2035-02-01; User: M; Note: up, slowly; at last; Current Value: 45%; Activity Date: 2035-02-01 20:57:08 UTC;\",\"Checkin Date: 2035-02-12; Note: x; Current Value: 47%;\",\n"
        + "13,Launch the app,Nobody's,Maya Lind,Q1,,,\"Grow (EU) loyalty(weight: 14.29%, Id: 11)\",,,3,Key result,0,,1,At Risk,,,\n"
        + "14,Write the brief,Nobody's,,Q1,,,\"Grow (EU) loyalty(weight: 1%, Id: 11)\",,,,Deliverable,,,,,,,\n"
        + "15,Nothing to see,Nobody's,,Q1,,,\"Grow (EU) loyalty(weight: 1%, Id: 11)\",,,abc,Key result,0,,,,,,\n";

    static async Task<System.Text.Json.JsonElement> Post(Cast who, Cycle cycle, string file, string more = "") =>
        await Json(
            await who.Api()
                .PutAsync(
                    $"/api/v1/objectives/table/{who.Team.Id}?cycle={cycle.Id}{more}",
                    new ByteArrayContent(Encoding.UTF8.GetBytes(file)) { Headers = { { "Content-Type", "text/csv" } } }
                ),
            HttpStatusCode.OK
        );

    static Task<(int Objectives, int KeyResults, int Metrics, int Points)> There(Cast who) =>
        who.World.As(
            who,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                return (
                    await db.Objectives.CountAsync(),
                    await db.KeyResults.CountAsync(),
                    await db.Metrics.CountAsync(),
                    await db.Measurements.CountAsync()
                );
            }
        );

    [Fact]
    public async Task An_export_of_Viva_Goals_is_tried_out_taken_in_once_and_taken_back_whole()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cycle = await maya.Quarter();
        var nothing = await There(maya);
        var seen = await Post(maya, cycle, Viva, "&dryRun=true");
        Assert.Equal("Viva Goals", Text(seen, "source"));
        Assert.Equal((1, 2, 2), (N(seen, "objectives"), N(seen, "keyResults"), N(seen, "leftOut")));
        Assert.Equal(nothing, await There(maya));
        var says = string.Join(
            '\n',
            seen.GetProperty("rows").EnumerateArray().Select(r => $"{N(r, "row")} {Text(r, "says")}")
        );
        Assert.Contains("5 It is work, not a key result", says, StringComparison.Ordinal);
        Assert.Contains("“abc” in “Target” is not a number", says, StringComparison.Ordinal);
        Assert.Contains("“launch” is what your team does", says, StringComparison.Ordinal);
        Assert.Contains("There is no team “Nobody's” here", says, StringComparison.Ordinal);

        var taken = await Post(maya, cycle, Viva);
        // The start, three check-ins on the way (one in the week of another would be one), and the value of the last.
        Assert.Equal((1, 2, 2), (N(taken, "objectives"), N(taken, "keyResults"), N(taken, "leftOut")));
        var there = await There(maya);
        Assert.Equal(
            (nothing.Objectives + 1, nothing.KeyResults + 2, nothing.Metrics + 2),
            (there.Objectives, there.KeyResults, there.Metrics)
        );
        var again = await Post(maya, cycle, Viva);
        Assert.Equal((0, 0, 3), (N(again, "objectives"), N(again, "keyResults"), N(again, "known")));
        Assert.Equal(there, await There(maya));

        await Json(
            await maya.Api().PostAsync($"/api/v1/key-result-imports/{Text(taken, "import")}/undoing", null),
            HttpStatusCode.OK
        );
        Assert.Equal(nothing, await There(maya));
    }

    [Theory]
    [InlineData(
        "name,type,progress,start_date,end_date,owner_email\nFeel at home,goal,10,2035-01-01,2035-03-31,a@b.c\nOrder again,milestone,40,2035-01-01,2035-03-31,a@b.c\n",
        "Betterworks",
        1,
        1
    )]
    [InlineData(
        "email,name,due_at,key_result_1_title,key_result_1_completion,key_result_2_title,key_result_2_completion\na@b.c,Feel at home,2035-03-31,Order again,40,Stay longer,10\n",
        "Culture Amp",
        1,
        2
    )]
    [InlineData(
        "team;objective;progress;keyResult;start;end;actual;unit\nX;Feel at home;10;Order again;40;75;50;%\nX;Feel at home;10;Stay longer;4;5;4;minutes\n",
        "BurningOKR",
        1,
        2
    )]
    [InlineData(
        "Row ID,Parent Row IDs,Goal Title,Starting Value,Target Value,Current Value\n1,,Feel at home,,,\n2,1,Order again,40,75,50\n",
        "Peoplebox",
        1,
        1
    )]
    [InlineData("objective\tkey result\tfrom\tto\tunit\nFeel at home\tOrder again\t40\t75\t%\n", "a table", 1, 1)]
    public async Task Other_tools_are_recognised_by_their_heads(
        string file,
        string source,
        int objectives,
        int keyResults
    )
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var seen = await Post(maya, await maya.Quarter(), file, "&dryRun=true");
        Assert.Equal(
            (source, objectives, keyResults),
            (Text(seen, "source"), N(seen, "objectives"), N(seen, "keyResults"))
        );
    }

    [Fact]
    public void Titles_with_parentheses_and_several_parents_are_read_from_the_right()
    {
        var parents = ForeignCells.Parents(
            "Grow (EU) sales, fast(weight: 14.29%, Id: 12), Other (b)(weight: 5%, Id: 7)"
        );
        Assert.Equal([("Grow (EU) sales, fast", "12"), ("Other (b)", "7")], parents.Select(p => (p.Title, p.Id)));
    }

    [Fact]
    public async Task The_page_shows_what_will_happen_before_anything_is_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cycle = await maya.Quarter();
        var browser = await maya.Browser();
        Dictionary<string, string> form = new()
        {
            ["Asked.Team"] = maya.Team.Id.ToString(),
            ["Asked.Cycle"] = cycle.Id.ToString(),
            ["Asked.Text"] = Viva,
        };
        var answer = await browser.PostForm("/aim/import", "import", form);
        var page = await answer.Html();
        Assert.Contains("Read as Viva Goals", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await There(maya)).Objectives);
        var again = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "import");
        await Redirected(browser.PostAsync("/aim/import", new FormUrlEncodedContent(Forms.Filled(again))));
        Assert.Contains("Take it back", await Text(browser, "/aim/import"), StringComparison.Ordinal);
    }

    static int N(System.Text.Json.JsonElement of, string name) => of.GetProperty(name).GetInt32();
}

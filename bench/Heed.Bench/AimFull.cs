using System.Text;
using Heed.Aim;
using Heed.Kit;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Bench;

/// <summary>
/// work-map, home-enterprise, inbox, find, sight: pages of an organisation with 2,000 teams and 50,000 live key results, over HTTP; the
/// reader is in one team.
/// take-key-results: a file of Viva Goals with 10,000 rows, from its text to drafts that are kept.
/// </summary>
static class AimFull
{
    const int Teams = 2_000;
    const int Departments = 40;
    const int ObjectivesEach = 5;
    const int KeyResultsEach = 5;
    const int Rows = 10_000;

    public static IEnumerable<Benchmark> All =>
        [
            Page("work-map", "the work map", "/aim", "of 10,000"),
            Page("work-map-team", "the work map of one team", "/aim?team={team}", "Objective 0 of Checkout"),
            Page("home-enterprise", "Home", "/", "Check in:"),
            Page("inbox", "the check-ins that are due", "/aim/check-in", "order again"),
            Page("find", "what the search box finds", "/find?q=order+again", "order again"),
            Page("sight-team", "the line of sight of one team", "/map?team={team}", "order again"),
            Page("sight", "the line of sight of all, folded", "/map", "more"),
            new(
                "take-key-results",
                "a Viva Goals file of 10,000 rows, from its text to kept drafts, SQLite, in process",
                "≤ 5,000 ms",
                1,
                Take
            ),
        ];

    /// <summary>Laid once for all pages of a run.</summary>
    static readonly Lazy<(HeedHere Heed, HttpClient Browser)> Enterprise = new(() =>
    {
        var heed = HeedHere.Open(listening: true).Result;
        Lay(heed).Wait();
        return (heed, heed.Browser().Result);
    });

    static Benchmark Page(string name, string what, string address, string says) =>
        new(
            name,
            $"{what} with 50,000 live key results of 2,000 teams, SQLite, over HTTP",
            "≤ 50 ms of server time",
            15,
            () => new([("Heed: the page", () => Read(address, says))])
        );

    static Found Read(string address, string says)
    {
        var (heed, browser) = Enterprise.Value;
        var path = address.Replace("{team}", $"{heed.Team.Id}", StringComparison.Ordinal);
        using var answer = browser.GetAsync(path).Result;
        var html = answer.Content.ReadAsStringAsync().Result;
        return html.Contains(says, StringComparison.Ordinal)
            ? $"{(int)answer.StatusCode}"
            : $"{(int)answer.StatusCode}: this is not the page that was to be measured";
    }

    static Task Lay(HeedHere heed) =>
        heed.As(async services =>
        {
            var db = services.GetRequiredService<HeedDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var now = TimeProvider.System.GetUtcNow();
            var today = now.UtcDay();
            var cycle = HomeFull.Quarter(heed, now);
            db.Cycles.Add(cycle);
            List<Id<Team>> departments = [];
            for (var t = 0; t < Teams; t++)
            {
                var team = t == 0 ? heed.Team : new Team { Name = $"Team {t}" };
                if (t > Departments)
                    HeedHere.Given(team.MoveUnder(departments[t % Departments], new Dictionary<Id<Team>, Id<Team>?>()));
                if (t > 0)
                    db.Teams.Add(team);
                if (t is > 0 and <= Departments)
                    departments.Add(team.Id);
                for (var o = 0; o < ObjectivesEach; o++)
                {
                    var objective = HomeFull.Live(heed, team.Id, cycle, $"Objective {o} of {team.Name}", now);
                    db.Objectives.Add(objective);
                    for (var k = 0; k < KeyResultsEach; k++)
                        HomeFull.Add(db, objective, k, weeks: 8, today.Monday(), now);
                }
                if (t % 20 != 19)
                    continue;
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
            return new Done();
        });

    static Sides Take()
    {
        var heed = HeedHere.Open().Result;
        heed.As(async services =>
            {
                var db = services.GetRequiredService<HeedDb>();
                var today = TimeProvider.System.GetUtcNow().UtcDay();
                db.Cycles.Add(
                    new()
                    {
                        Name = "This quarter",
                        Start = today.AddDays(-60),
                        End = today.AddDays(30),
                        CreatedAt = TimeProvider.System.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync();
            })
            .Wait();
        var files = 0;
        return new(
            [("Heed: drafts, metrics with their values, the rows as they were", Taken)],
            () => heed.DisposeAsync().AsTask().Wait()
        );

        Found Taken()
        {
            var taken = heed.As(async services =>
                HeedHere.Given(
                    await services
                        .GetRequiredService<TakeKeyResults>()
                        .Run(
                            new() { Team = heed.Team.Id, FileName = "viva.csv" },
                            VivaFile(++files),
                            sure: true,
                            default
                        )
                )
            ).Result;
            return $"{taken.Objectives} objectives, {taken.KeyResults} key results, {taken.LeftOut} rows left out";
        }
    }

    /// <summary>An objective and three key results of it, over and over; each with a check-in.</summary>
    static string VivaFile(int number)
    {
        var text = new StringBuilder(
            "Id,Title,Object Type,Owner,Period,Start Date,End Date,\"Aligned To (weight, Objective ID)\",Metric Name,Unit,Target,Start,Status,Checkins\n"
        );
        for (var row = 0; row < Rows; row++)
        {
            var objective = row / 4 * 4;
            text.Append(
                row == objective
                    ? $"{number}-{row},Guests of shop {number}-{row} feel at home,Objective,Ann Lee,Q4 2026,2026-10-01,2026-12-31,,,,,,On Track,\n"
                    : $"{number}-{row},Guests of shop {number}-{objective} order again within {row} days,Key result,Ann Lee,Q4 2026,2026-10-01,2026-12-31,"
                        + $"\"Guests of shop {number}-{objective} feel at home(weight: 33%, Id: {number}-{objective})\",Reorders,of 100,75,60,On Track,"
                        + "\"Checkin Date: 2026-10-12; User: Ann; Note: fine; Metric Name: Reorders; Status: On Track; Current Value: 62;\"\n"
            );
        }
        return text.ToString();
    }
}

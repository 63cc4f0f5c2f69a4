using System.Globalization;
using System.Text;
using Heed.Analytics.Evidence;
using Heed.Storage;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;

namespace Heed.Bench;

/// <summary>
/// practices: a page of the register with 20,000 practices, over HTTP. alike: the three nominations most like a new one, among
/// 50,000 open ones. nominate: one line from where a code hangs, kept.
/// </summary>
static class WasteFull
{
    const int Practices = 20_000;
    const int Nominations = 50_000;

    static readonly string[] Things =
    [
        "the form for returns",
        "the weekly report",
        "the second signature",
        "the stand-up meeting",
        "the stock list",
        "the key for the cellar",
        "the printed receipt",
        "the mileage book",
        "the code of the manager",
        "the photo of the till",
    ];

    static readonly string[] Whys =
    [
        "is read by nobody",
        "is asked for twice a day",
        "takes an hour of every shift",
        "keeps guests at the counter",
        "was for an old machine",
        "says what the till knows",
        "comes back with an error",
        "waits for somebody on leave",
        "is typed off a screen",
        "lies in a locked drawer",
    ];

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "practices",
                "the register's first page among 20,000 practices, SQLite, over HTTP",
                "≤ 50 ms",
                15,
                Register
            ),
            new(
                "alike",
                "the nominations most like one, among 50,000 open ones, SQLite, in process",
                "≤ 100 ms",
                15,
                Alike
            ),
            new(
                "nominate",
                "a nomination where a code hangs, durable, among 50,000, SQLite, in process",
                "≤ 20 ms",
                15,
                Say
            ),
        ];

    static Sides Register()
    {
        var heed = HeedHere.Open(listening: true).Result;
        Lay(
                heed,
                Practices,
                (db, i, random) =>
                {
                    var practice = new Practice
                    {
                        TeamId = heed.Team.Id,
                        Kind = (PracticeKind)(i % 9),
                        Name = $"{Text(i)} {i}",
                        Reason = "It was always done.",
                        StateSince = TimeProvider.System.GetUtcNow(),
                        CreatedAt = TimeProvider.System.GetUtcNow(),
                    };
                    practice.Costs(
                        HeedHere.Given(
                            BurdenLine.Of(
                                practice.Id,
                                new()
                                {
                                    Ledger = Ledger.StaffHours,
                                    People = 1 + random.Next(20),
                                    Times = 1,
                                    Often = Often.Week,
                                    Low = 5,
                                    Likely = 10 + random.Next(50),
                                    High = 90,
                                    Evidence = EvidenceClass.Opinion,
                                }
                            )
                        )
                    );
                    db.Practices.Add(practice);
                }
            )
            .Wait();
        var browser = heed.Browser().Result;
        return new([("Heed: the page", () => Page(browser))], () => heed.DisposeAsync().AsTask().Wait());

        static Found Page(HttpClient browser)
        {
            var html = browser.GetStringAsync("/waste/practices").Result;
            return html.Contains("of 20,000 practices", StringComparison.Ordinal)
                ? "a page of 20,000 practices"
                : "this is not the page that was to be measured";
        }
    }

    static Sides Alike()
    {
        var heed = HeedHere.Open().Result;
        var first = Nominated(heed).Result;
        return new(
            [
                (
                    "Heed: as the page of a nomination asks",
                    () =>
                    {
                        var found = heed.As(s =>
                            s.GetRequiredService<ReadAlikeNominations>().Of(first, default)
                        ).Result!;
                        return $"{found.Count} found";
                    }
                ),
            ],
            () => heed.DisposeAsync().AsTask().Wait()
        );
    }

    static Sides Say()
    {
        var heed = HeedHere.Open().Result;
        Nominated(heed).Wait();
        var spot = heed.As(async s =>
            HeedHere.Given(await s.GetRequiredService<OpenSpot>().Run(new() { Name = "Here" }, default))
        ).Result;
        return new(
            [
                (
                    "Heed: from the code to the receipt",
                    () =>
                    {
                        var thanks = heed.As(async s =>
                            HeedHere.Given(
                                await s.GetRequiredService<NominateHere>()
                                    .Run(spot.Code, new() { What = "The lids are where nobody reaches them." }, default)
                            )
                        ).Result;
                        return thanks.Receipt.Length == 24 ? "kept" : "no receipt";
                    }
                ),
            ],
            () => heed.DisposeAsync().AsTask().Wait()
        );
    }

    static async Task<Heed.Kit.Id<Nomination>> Nominated(HeedHere heed)
    {
        await Lay(
            heed,
            Nominations,
            (db, i, _) =>
            {
                var on = new DateOnly(2026, 1, 1).AddDays(i % 300);
                var nomination = new Nomination
                {
                    What = $"{Text(i)} at the counter {i.ToString(CultureInfo.InvariantCulture)}",
                    ReceiptHash = $"{i}",
                    On = on,
                    AnswerDue = Nomination.DueAfter(on),
                };
                db.Nominations.Add(nomination);
                db.NominationSteps.Add(nomination.Begin());
            }
        );
        return await heed.As(s =>
            s.GetRequiredService<HeedDb>().Nominations.OrderBy(n => n.ReceiptHash).Select(n => n.Id).FirstAsync()
        );
    }

    /// <summary>Ten things in ten ways, with words between that no other has.</summary>
    static string Text(int i) =>
        new StringBuilder(Things[i % 10]).Append(' ').Append(Whys[i / 10 % 10]).Append(' ').Append(i / 100).ToString();

    static Task Lay(HeedHere heed, int count, Action<HeedDb, int, Random> add) =>
        heed.As(async services =>
        {
            var db = services.GetRequiredService<HeedDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var random = new Random(20261130);
            for (var i = 0; i < count; i++)
            {
                add(db, i, random);
                if (i % 1000 != 999)
                    continue;
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
            return new Heed.Kit.Done();
        });
}

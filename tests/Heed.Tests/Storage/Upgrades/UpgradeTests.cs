using System.Data.Common;
using System.Diagnostics;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Heed.Tests.Storage.Upgrades;

/// <summary>A database that commit 385b4d7 wrote is brought to this version, whole, whatever comes between.</summary>
public sealed class UpgradeTests
{
    /// <summary>What must be the same before and after, read past the model.</summary>
    static readonly string[] Facts =
    [
        """SELECT "Name", "Role" FROM "Members" ORDER BY "Name" """,
        """SELECT m."Name", p."On", p."Value", p."Source" FROM "Measurements" p JOIN "Metrics" m ON m."Id" = p."MetricId" ORDER BY m."Name", p."On", p."RecordedAt", p."Value" """,
        """SELECT t."Change", v."Word", v."Sentence", v."Effect", v."Low", v."High" FROM "TrialVerdicts" v JOIN "Trials" t ON t."Id" = v."TrialId" ORDER BY t."Change", v."At" """,
        """SELECT "Title", "Why" FROM "Objectives" ORDER BY "Title" """,
        """SELECT "Sentence" FROM "Entries" ORDER BY "At", "Sentence" """,
    ];

    [Fact]
    public async Task Every_screen_opens_on_it_and_verdicts_points_and_members_are_the_same()
    {
        await using var database = await EmptyDatabase.Of385b4d7();
        List<string> before = await Told(database);
        Assert.Contains(before, line => line.Contains("Maya", StringComparison.Ordinal));

        await using (var world = await World.On(database.Settings))
        {
            using var browser = world.Visitor();
            using var signedIn = await browser.SignIn(
                Heed.Demo.SampleOrganisation.Email,
                Heed.Demo.SampleOrganisation.Password
            );
            Assert.Equal(System.Net.HttpStatusCode.Redirect, signedIn.StatusCode);
            var (opened, wrong) = await Walk(browser);
            Assert.Empty(wrong);
            foreach (
                var kind in (string[])
                    ["/metrics/{Id}", "/aim/objectives/{Id}", "/aim/key-results/{Id}", "/try/{Id}", "/customers/{Id}"]
            )
                Assert.Contains(kind, opened);
            // Verdicts of the earlier method are judged again behind the pages; the old ones stay as they are.
            for (var tries = 0; tries < 100 && await Unjudged(database) > 0; tries++)
                await Task.Delay(100);
        }
        Assert.Equal(0, await Unjudged(database));
        Assert.Empty(before.Except(await Told(database)));
    }

    static async Task<int> Unjudged(EmptyDatabase database)
    {
        await using var db = database.Open();
        var verdicts = db.TrialVerdicts.IgnoreQueryFilters();
        Assert.True(await verdicts.AnyAsync(v => v.Engine == 1), "There is no verdict of the earlier method.");
        return await verdicts.CountAsync(v => v.Engine == 1 && !verdicts.Any(again => again.Rejudges == v.Id));
    }

    /// <summary>
    /// Each statement is a place to be cut at, and each cut costs two upgrades. SQLite takes one in eight; on PostgreSQL a
    /// step is one transaction, so that all places within it are the same to it. HEED_TEST_CUTS=1 takes all.
    /// </summary>
    static readonly (int First, int Step) Cuts =
        Environment.GetEnvironmentVariable("HEED_TEST_CUTS") == "1" ? (1, 1)
        : TestDatabase.Postgres is null ? (1, 8)
        : (3, 32);

    [Fact]
    public async Task An_upgrade_that_is_cut_off_anywhere_goes_on_at_the_next_start()
    {
        var cuts = 0;
        for (var at = Cuts.First; ; at += Cuts.Step)
        {
            await using var database = await EmptyDatabase.Of385b4d7();
            var cut = new Cut(at);
            await using (var db = database.Open(cut))
            {
                var brought = await Schema.Bring(db, default);
                if (!cut.IsDone)
                {
                    Assert.False(brought.Refused(out var never), never?.Because);
                    break;
                }
                Assert.True(brought.Refused(out var refusal));
                Assert.Contains("nothing is half-done", refusal.Because, StringComparison.Ordinal);
            }
            cuts++;
            // What a process leaves that is killed while it holds EF Core's own lock.
            if (TestDatabase.Postgres is null)
            {
                await using var killed = database.Open();
                await killed.Database.ExecuteSqlRawAsync(
                    """INSERT OR IGNORE INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-28')"""
                );
            }
            await using var after = database.Open();
            Assert.False((await Schema.Bring(after, default)).Refused(out var stuck), stuck?.Because);
            Assert.Empty(await after.Database.GetPendingMigrationsAsync());
        }
        Assert.NotEqual(0, cuts);
    }

    [Fact]
    public async Task Two_processes_that_upgrade_at_once_both_find_it_ready()
    {
        await using var database = await EmptyDatabase.Of385b4d7();
        var both = await Task.WhenAll(Migrate(database), Migrate(database));
        Assert.All(both, end => Assert.Equal((0, "The database is of this version."), end));
        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    /// <summary>Every step that was ever added runs from the one before it, with rows in the tables.</summary>
    [Fact]
    public async Task It_goes_step_by_step_too()
    {
        await using var database = await EmptyDatabase.Of385b4d7();
        await using var db = database.Open();
        var before = await Told(database);
        foreach (var step in (await db.Database.GetPendingMigrationsAsync()).ToList())
            await db.GetService<IMigrator>().MigrateAsync(step);
        Assert.Equal(before, await Told(database));
        Assert.False((await Schema.Bring(db, default)).Refused(out _));
    }

    [Fact]
    public async Task What_a_double_click_had_made_twice_is_told_apart_and_nothing_is_lost()
    {
        await using var database = await EmptyDatabase.Of385b4d7();
        await using var db = database.Open();
        var steps = await db.Database.GetPendingMigrationsAsync();
        await db.GetService<IMigrator>()
            .MigrateAsync(steps.TakeWhile(s => !s.EndsWith("_UniqueNames", StringComparison.Ordinal)).Last());
        string[] twins = ["Shop", "Shop", "Shop (2)", "Shop"];
        foreach (var (nth, name) in twins.Index())
        {
            var id = Guid.Parse($"01960000-0000-7000-8000-00000000000{nth}");
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Teams" ("Id", "WorkspaceId", "Version", "Name")
                SELECT {id}, "Id", 0, {name} FROM "Workspaces"
                """
            );
        }
        Assert.False((await Schema.Bring(db, default)).Refused(out var stuck), stuck?.Because);
        var after = await db
            .Teams.IgnoreQueryFilters()
            .Where(t => t.Name.StartsWith("Shop"))
            .Select(t => t.Name)
            .ToListAsync();
        Assert.Equal(4, after.Distinct().Count());
        Assert.Contains("Shop", after);
    }

    /// <summary>Follows every link of the house, a few of each kind of screen.</summary>
    static async Task<(HashSet<string> Opened, List<string> Wrong)> Walk(HttpClient browser)
    {
        const int ofEachKind = 3;
        var (opened, wrong) = (new Dictionary<string, int>(), new List<string>());
        var seen = new HashSet<string>();
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var path))
        {
            var kind = Routes.Pages.FirstOrDefault(p => IsOf(path.Split('?')[0], p));
            if (kind is null || !seen.Add(path) || opened.GetValueOrDefault(kind) >= ofEachKind)
                continue;
            opened[kind] = opened.GetValueOrDefault(kind) + 1;
            using var answer = await browser.GetAsync(path);
            if ((int)answer.StatusCode is not (200 or 302))
                wrong.Add($"{path}: {(int)answer.StatusCode}");
            foreach (var link in (await answer.Html()).QuerySelectorAll("a[href^='/']"))
                ahead.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
        }
        return ([.. opened.Keys], wrong);
    }

    static bool IsOf(string path, string template)
    {
        var (parts, pattern) = (path.Split('/'), template.Split('/'));
        return parts.Length == pattern.Length
            && parts.Zip(pattern).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }

    static async Task<(int Code, string Says)> Migrate(EmptyDatabase database)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "heed.dll"), "migrate" },
        };
        foreach (var word in database.Words)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await said + await complained).Trim());
    }

    static async Task<List<string>> Told(EmptyDatabase database)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        List<string> told = [];
        foreach (var fact in Facts)
        {
            await using var ask = db.Database.GetDbConnection().CreateCommand();
            ask.CommandText = fact;
            await using var rows = await ask.ExecuteReaderAsync();
            var count = told.Count;
            while (await rows.ReadAsync())
                told.Add(string.Join(" | ", Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetValue(i))));
            Assert.True(told.Count > count, $"Nothing is told by {fact}");
        }
        return told;
    }

    /// <summary>Fails the n-th command that changes something, as if the process had ended there.</summary>
    sealed class Cut(int at) : DbCommandInterceptor
    {
        int _count;

        public bool IsDone { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            // The lock of EF Core is taken and given back by commands too; those are not the upgrade.
            if (!command.CommandText.Contains("__EFMigrationsLock", StringComparison.Ordinal) && ++_count == at)
            {
                IsDone = true;
                throw new Gone();
            }
            return ValueTask.FromResult(result);
        }
    }

    sealed class Gone() : DbException("the power went out.");
}

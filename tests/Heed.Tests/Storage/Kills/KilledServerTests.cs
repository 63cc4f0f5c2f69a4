using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Heed.Aim;
using Heed.Listen;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Heed.Tests.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>
/// A server is killed in the midst of a burst of check-ins, an import and a backup, and another one begins: what was
/// acknowledged is there once, nothing is there by half.
/// </summary>
public sealed class KilledServerTests
{
    const int Rows = 20_000;
    const int AtOnce = 6;

    sealed record Attempt(string Key, string Body, string Says);

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_nothing_by_half()
    {
        var kills = new Kills("server");
        var folder = Folder();
        await using var world = await Worlds.BesideProcesses($"--Heed:BackupFolder={folder}");
        var maya = await world.Organisation("Harbor Coffee");
        var keyResult = await KeyResult(maya);
        HashSet<Id<Import>> imports = [];
        HashSet<string> said = [];
        var heed = await Start();
        var whole = TimeSpan.FromSeconds(1.5);
        try
        {
            for (var kill = 0; kill < kills.Count; kill++)
            {
                imports.Add(await Import(kill));
                Assert.False(
                    (await world.As(maya, s => s.GetRequiredService<AskForBackup>().Run(default))).Refused(out _)
                );
                var (answered, unanswered) = await Burst(kill, kills.Moment(whole));
                kills.Note("check-ins acknowledged", answered.Count);
                kills.Note("without an answer", unanswered.Count);
                if (await IsAtWork(StoreImport.Kind))
                    kills.Note("in the midst of an import");
                if (await IsAtWork(MeasureScores.Kind))
                    kills.Note("in the midst of measuring");
                if (await IsAtWork(BackUp.Kind))
                    kills.Note("in the midst of a backup");

                await heed.DisposeAsync();
                await Errands.LeasesRunOut(world, maya);
                heed = await Start();
                // Five minutes later: a call that died with its process may be sent again.
                await world.As(
                    maya,
                    async s =>
                    {
                        var before = TimeProvider.System.GetUtcNow().AddMinutes(-10);
                        return await s.GetRequiredService<HeedDb>()
                            .IdempotencyKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.ClaimedAt, before));
                    }
                );
                using var again = Client();
                foreach (var attempt in unanswered.Concat(answered.Take(3)))
                {
                    var (status, text) = await Send(again, attempt);
                    if (status is not HttpStatusCode.Created)
                        Assert.Contains("carried out, and its answer was lost", text, StringComparison.Ordinal);
                }
                said.UnionWith(answered.Concat(unanswered).Select(a => a.Says));
                await AllIsDone();
                await AllIsThere();
            }
        }
        finally
        {
            await heed.DisposeAsync();
        }
        await Kills.IsSound(world);
        kills.Note("imports whole", imports.Count);
        kills.Note("backups whole", In(folder).Count(f => f.State is BackupState.Whole));
        kills.Note("not counted as good", In(folder).Count(f => f.State is not BackupState.Whole));
        kills.Tell();

        async Task AllIsDone()
        {
            var patience = Stopwatch.StartNew();
            while (await Open(null))
            {
                var open = await world.As(
                    maya,
                    s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().Where(j => j.DoneAt == null).ToListAsync()
                );
                var why = open.Select(j =>
                    $"{j.Kind}, tried {j.Tries}, due {j.Due:O}, leased until {j.LeaseUntil:O}: {j.LastError}"
                );
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(3), string.Join("\n", why));
                await Task.Delay(50);
            }
        }

        async Task AllIsThere()
        {
            var there = await world.As(
                maya,
                s =>
                    s.GetRequiredService<HeedDb>()
                        .CheckIns.AsNoTracking()
                        .Where(c => c.KeyResultId == keyResult)
                        .Select(c => c.Learned!)
                        .ToListAsync()
            );
            Assert.Empty(said.Except(there));
            Assert.Equal(there.Count, there.Distinct().Count());
            Assert.Equal(said.Count, there.Count);
            // Each with its line of history, saved with it.
            Assert.Equal(
                there.Count,
                await world.As(maya, s => s.GetRequiredService<HeedDb>().Entries.CountAsync(e => e.Act == "check-in"))
            );
            // No answer of a file is missing, and none is there twice.
            var stored = await world.As(maya, s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().ToListAsync());
            Assert.Equal(imports, stored.Select(i => i.Id).ToHashSet());
            Assert.All(stored, i => Assert.Equal((ImportState.Done, Rows), (i.State, i.Stored)));
            Assert.Equal(
                imports.Count * (long)Rows,
                await world.As(maya, s => s.GetRequiredService<HeedDb>().Responses.LongCountAsync())
            );
            // And each file is measured once.
            Assert.Equal(
                imports.Count,
                await world.As(
                    maya,
                    s =>
                        s.GetRequiredService<HeedDb>()
                            .Measurements.CountAsync(m => m.Source == MeasurementSource.Survey && m.Count == Rows)
                )
            );
            Assert.All(
                await world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().ToListAsync()),
                j => Assert.NotNull(j.DoneAt)
            );
            foreach (var file in In(folder).Where(f => f.State is BackupState.Whole))
                if (file == In(folder)[0])
                    await Read(Path.Combine(folder, file.Name));
            Assert.DoesNotContain(In(folder), f => f.State is BackupState.Altered);
        }

        static IReadOnlyList<BackupFile> In(string folder) => new BackupFolder(folder).All();

        Task<bool> Open(string? kind) =>
            world.As(
                maya,
                s =>
                    s.GetRequiredService<HeedDb>()
                        .Jobs.AnyAsync(j => (kind == null || j.Kind == kind) && j.DoneAt == null && j.FailedAt == null)
            );

        Task<bool> IsAtWork(string kind) =>
            world.As(
                maya,
                s =>
                    s.GetRequiredService<HeedDb>()
                        .Jobs.AnyAsync(j => j.Kind == kind && j.LeaseOwner != null && j.DoneAt == null)
            );

        Task<StartedHeed> Start() => world.Process(new Dictionary<string, string> { ["HEED_BACKUP_FOLDER"] = folder });

        HttpClient Client()
        {
            var client = new HttpClient { BaseAddress = new Uri(heed.Address), Timeout = TimeSpan.FromSeconds(30) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", maya.Token);
            return client;
        }

        async Task<(HttpStatusCode Status, string Text)> Send(HttpClient client, Attempt attempt)
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/key-results/{keyResult}/check-ins")
            {
                Content = new StringContent(attempt.Body, System.Text.Encoding.UTF8, "application/json"),
            };
            call.Headers.Add("Idempotency-Key", attempt.Key);
            using var answer = await client.SendAsync(call);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        /// Several at once until the server is killed: those that it said yes to, and those that it did not answer.
        async Task<(List<Attempt> Answered, List<Attempt> Unanswered)> Burst(int kill, TimeSpan until)
        {
            using var client = Client();
            List<Attempt> answered = [],
                unanswered = [];
            var callers = Enumerable
                .Range(0, AtOnce)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var nth = 0; ; nth++)
                        {
                            var says = $"{kill}.{caller}.{nth}";
                            var attempt = new Attempt(
                                $"key-{says}",
                                $$"""{"value":{{nth % 7 + 60}},"confidence":6,"learned":"{{says}}"}""",
                                says
                            );
                            try
                            {
                                var (status, text) = await Send(client, attempt);
                                Assert.True(status is HttpStatusCode.Created, text);
                                lock (answered)
                                    answered.Add(attempt);
                            }
                            catch (HttpRequestException)
                            {
                                lock (unanswered)
                                    unanswered.Add(attempt);
                                return;
                            }
                        }
                    })
                )
                .ToList();
            // By turns, so that each is met early and late.
            var first = kill % 2 == 0 ? StoreImport.Kind : BackUp.Kind;
            await Errands.Until(async () => await IsAtWork(first) || !await Open(first));
            await Task.Delay(until);
            await heed.Kill();
            await Task.WhenAll(callers);
            return (answered, unanswered);
        }

        async Task<Id<Import>> Import(int kill)
        {
            var survey = $"Guests {kill}";
            var csv = "row,nps\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{i},{i % 11}\n"));
            var import = await world.Take(maya, SampleImports.Csv(csv));
            var mapping = new Mapping { Columns = [new("nps", ColumnUse.Recommend)], On = new(2025, 2, 1) };
            SampleImports.Given(await world.Map(maya, import, mapping, survey));
            SampleImports.Given(await world.As(maya, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
            return import.Id;
        }
    }

    static async Task<Id<KeyResult>> KeyResult(Cast maya)
    {
        using var api = maya.Api();
        var metric = await maya.Metric();
        var lived = await AimOverTheApi.Live(
            api,
            maya.Team.Id.ToString(),
            metric.Id.ToString(),
            maya.Workspace.Today(TimeProvider.System)
        );
        return Id<KeyResult>.Parse(lived.KeyResult, null);
    }
}

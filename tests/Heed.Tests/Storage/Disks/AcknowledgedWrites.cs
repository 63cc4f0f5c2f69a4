using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Heed.Aim;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage.Disks;

/// <summary>Writes of many kinds, some at once, each with words of its own; what was answered as saved is looked for afterwards.</summary>
sealed class AcknowledgedWrites(World world, Cast cast)
{
    readonly ConcurrentBag<(string Kind, string Words)> _saved = [];
    readonly ConcurrentDictionary<HttpStatusCode, int> _answers = [];
    string _metric = "";
    string _objective = "";
    string _keyResult = "";
    int _month;

    public int Saved => _saved.Count;

    public int Answered(HttpStatusCode status) => _answers.GetValueOrDefault(status);

    public string InWords => string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Value} × {(int)a.Key}"));

    /// <summary>What is written to, made while there is room.</summary>
    public async Task Prepare()
    {
        var keyResult = await world.As(cast, s => SampleAim.KeyResult(s, cast));
        _metric = keyResult.MetricId.ToString();
        (_keyResult, _objective) = (keyResult.Id.ToString(), keyResult.ObjectiveId.ToString());
        await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var cycle = await db.Cycles.SingleAsync();
                cycle.Open(cast.Member.Id, world.Clock.GetUtcNow());
                await db.SaveChangesAsync();
                var turn = s.GetRequiredService<TurnObjective>();
                SampleImports.Given(await turn.Agree(keyResult.ObjectiveId, default));
                return SampleImports.Given(await turn.GoLive(keyResult.ObjectiveId, Aims.Alone(), default));
            }
        );
    }

    /// <summary>One after the other, as one program would, to this world or to a process beside it, until it is gone.</summary>
    public async Task Write(int number, int seed, string? to = null)
    {
        using var api = cast.Api();
        if (to is not null)
            api.BaseAddress = new Uri(to);
        try
        {
            await Write(api, number, seed);
        }
        catch (HttpRequestException) when (to is not null)
        {
            // Killed.
        }
    }

    async Task Write(HttpClient api, int number, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < number; i++)
        {
            var words = $"{seed}-{i}-{new string('x', random.Next(250))}";
            var kind = random.Next(6);
            using var answer = await (
                kind switch
                {
                    0 => api.PutAsJsonAsync(
                        $"/api/v1/metrics/{_metric}/measurements/{new DateOnly(1950, 1, 1).AddMonths(Interlocked.Increment(ref _month)):yyyy-MM-dd}",
                        new { value = random.Next(100), note = words }
                    ),
                    1 => api.PostAsJsonAsync(
                        $"/api/v1/key-results/{_keyResult}/check-ins",
                        new
                        {
                            value = 1 + random.Next(9),
                            confidence = 6,
                            learned = words,
                        }
                    ),
                    2 => api.PostAsJsonAsync($"/api/v1/objectives/{_objective}/comments", new { text = words }),
                    3 => api.PutAsJsonAsync(
                        $"/api/v1/me/name",
                        new { name = words = words[..Math.Min(words.Length, 60)] }
                    ),
                    4 => Once(api, words = words[..Math.Min(words.Length, 60)]),
                    _ => api.PostAsJsonAsync(
                        "/api/v1/customer-groups",
                        new { name = words = words[..Math.Min(words.Length, 60)], kind = "External" }
                    ),
                }
            );
            _answers.AddOrUpdate(answer.StatusCode, 1, static (_, n) => n + 1);
            if (!answer.IsSuccessStatusCode)
                await Task.Delay(10);
            // A name is written over by the next one; its line in the journal is not.
            else if (kind != 3)
                _saved.Add((kind.ToString(), words));
        }
    }

    static Task<HttpResponseMessage> Once(HttpClient api, string name) =>
        api.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/teams")
            {
                Content = JsonContent.Create(new { name }),
                Headers = { { "Idempotency-Key", name } },
            }
        );

    /// <summary>What was answered as saved and is not there, by the words of the database itself.</summary>
    public Task<List<string>> Lost() =>
        world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                List<string?> there =
                [
                    .. await db.Measurements.Select(m => m.Note).ToListAsync(),
                    .. await db.CheckIns.Select(c => c.Learned).ToListAsync(),
                    .. await db.Set<Comment>().Select(c => c.Text).ToListAsync(),
                    .. await db.Teams.Select(t => t.Name).ToListAsync(),
                    .. await db.CustomerGroups.Select(g => g.Name).ToListAsync(),
                ];
                var times = there.OfType<string>().CountBy(w => w).ToDictionary();
                return _saved
                    .Where(w => times.GetValueOrDefault(w.Words) != 1)
                    .Select(w => $"{w.Kind}: {w.Words[..Math.Min(12, w.Words.Length)]}")
                    .ToList();
            }
        );
}

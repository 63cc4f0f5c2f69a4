using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Adversary;

/// <summary>Where the same answers come to light a second time: files, the history of a metric, the journal, search, mail.</summary>
sealed partial class HeedHouse
{
    static string[][] Rows(string csv) =>
        [.. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];

    /// <summary>The file that a page of scores offers, of these people.</summary>
    async IAsyncEnumerable<(string?[] Who, Shown? Cell)> FileOfScores(string?[] who)
    {
        _browser ??= await senders["mine"].Browser();
        var where = who.Index().Where(w => w.Item is not null).Select(w => $"is.{Name(w.Index)}={w.Item}");
        var rows = Rows(
            await _browser.GetStringAsync($"/listen/surveys/{_survey}/scores.csv?{string.Join('&', where)}")
        );
        Asked("file: scores");
        foreach (var row in rows.Where(r => r[0] == "q" && r[5].Length > 0))
        {
            var n = long.Parse(row[5], CultureInfo.InvariantCulture);
            var cell = new Shown(n, n * double.Parse(row[7], CultureInfo.InvariantCulture));
            if (row[3].Length == 0)
                yield return (Full(who), cell);
            else if (Enumerable.Range(0, values.Length).FirstOrDefault(a => Name(a) == row[3], -1) is >= 0 and var by)
                yield return (Full(With(who, by, row[4])), cell);
        }
    }

    async Task ReadFileOfOptions()
    {
        Asked("file: counts of options and bands");
        foreach (var row in Rows(await _browser!.GetStringAsync($"/listen/surveys/{_survey}/options.csv")))
        {
            if (row[2] == "mean" || row[3].Length == 0)
                continue;
            var (count, n) = (
                long.Parse(row[3], CultureInfo.InvariantCulture),
                long.Parse(row[4], CultureInfo.InvariantCulture)
            );
            Assert.True(count is 0 or >= 5 && n - count is 0 or >= 5, $"{count} of {n} in the file of options");
        }
    }

    /// <summary>What the metric of the score says of its month, and has said before.</summary>
    async IAsyncEnumerable<(string?[] Who, Shown? Cell)> History()
    {
        foreach (var metric in await Items("metrics"))
        {
            var named = metric.GetProperty("metric");
            if (!named.GetProperty("name").GetString()!.EndsWith(": q", StringComparison.Ordinal))
                continue;
            var path = $"metrics/{named.GetProperty("id").GetString()}/measurements";
            foreach (var point in await Items(path))
            {
                Asked("API: history of the metric");
                foreach (var was in await Items($"{path}/{point.GetProperty("on").GetString()}"))
                    if (was.GetProperty("count") is { ValueKind: JsonValueKind.Number } count)
                        yield return (
                            Full([.. values.Select(_ => (string?)null)]),
                            new(count.GetInt64(), count.GetInt64() * was.GetProperty("value").GetDouble())
                        );
            }
        }
    }

    async Task<IReadOnlyList<JsonElement>> Items(string path)
    {
        var list = await _api.GetFromJsonAsync<JsonElement>($"/api/v1/{path}");
        return [.. (list.ValueKind is JsonValueKind.Array ? list : list.GetProperty("items")).EnumerateArray()];
    }

    /// <summary>Nobody's words, and nothing of a row, stand in the journal, in what search finds, or in a mail.</summary>
    async Task ReadElsewhere()
    {
        await ReadFileOfOptions();
        await CountAnswers("surveys", "responses");
        await CountAnswers("imports", "stored");
        Silent("API: journal", await _api.GetStringAsync("/api/v1/journal"));
        foreach (var words in (string[])["remark", "ends", Canary[..4], "q", .. values[0]])
            Silent("search", await _browser!.GetStringAsync($"/find/part?q={Uri.EscapeDataString(words)}"));
        var mails = await world.As(
            admin,
            async s =>
            {
                var (db, outbox) = (s.GetRequiredService<HeedDb>(), s.GetRequiredService<Outbox>());
                var owed = await db.Jobs.AsNoTracking().Where(j => j.Kind == Outbox.Kind).ToListAsync();
                return owed.ConvertAll(j => j.Payload.Length == 0 ? "" : outbox.Open(j.Payload).ToString());
            }
        );
        Asked("mail");
        // No answer, and no release, has anybody written to.
        Assert.Empty(mails);
    }

    /// <summary>No two looks at how many there are differ by fewer than five.</summary>
    async Task CountAnswers(string list, string field)
    {
        Asked($"API: counts of {list}");
        foreach (var thing in await Items(list))
        {
            var (id, now) = (thing.GetProperty("id").GetString()!, thing.GetProperty(field).GetInt64());
            var came = now - _answers.GetValueOrDefault(id);
            Assert.True(came is 0 or >= 5, $"two looks at {list} differ by {came}");
            _answers[id] = now;
        }
    }

    readonly Dictionary<string, long> _answers = [];

    void Silent(string surface, string says)
    {
        Asked(surface);
        Assert.DoesNotContain(Canary, says, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Said(), says);
    }
}

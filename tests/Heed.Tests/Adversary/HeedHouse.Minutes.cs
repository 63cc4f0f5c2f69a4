using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Columns;

namespace Heed.Tests.Adversary;

/// <summary>A question that is answered with numbers: its bands, its mean, scores by them, and what two looks differ by.</summary>
sealed partial class HeedHouse
{
    const string Minutes = "minutes";
    const int LongestUsual = 60;

    /// <summary>The edges, where people say how long they waited. Their band stands behind the attributes of a person.</summary>
    public Bands? Waits { get; init; }

    /// <summary>How many means and counts of bands were shown.</summary>
    public int Figures { get; private set; }

    readonly Dictionary<string, (long Count, long N)> _bands = [];
    readonly List<int> _longest = [];
    double _meanOf;

    /// <summary>Anywhere in the band; in the last one some wait far longer than anybody else.</summary>
    int Waited(Person person, Bands bands)
    {
        var band = bands.Names.ToList().IndexOf(person.Is[^1]);
        var from = band == 0 ? 0 : (int)bands.Edges[band - 1];
        if (band < bands.Edges.Count)
            return from + person.Id % ((int)bands.Edges[band] - from);
        var minutes = person.Id % 3 == 0 ? 1000 + person.Id : from + person.Id % (LongestUsual - from);
        if (minutes > LongestUsual)
            _longest.Add(minutes);
        return minutes;
    }

    string Written(Person person) => Waits is { } bands ? $"{Waited(person, bands)}" : "";

    /// <summary>
    /// No band shows fewer than five, nor do two looks at it differ by fewer, nor two means; who waited longest is read
    /// nowhere.
    /// </summary>
    async Task AskMinutes()
    {
        var answer = await _api.GetAsync($"/api/v1/surveys/{_survey}/questions/{Minutes}");
        Asked("API: bands and means of numbers");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var question = await answer.Content.ReadFromJsonAsync<JsonElement>();
        foreach (var band in question.GetProperty("options").EnumerateArray())
            if (band.GetProperty("count").ValueKind == JsonValueKind.Number)
                LookAt(
                    band.GetProperty("option").GetString()!,
                    (band.GetProperty("count").GetInt64(), band.GetProperty("n").GetInt64())
                );
        if (question.GetProperty("mean").GetProperty("n") is { ValueKind: JsonValueKind.Number } n)
        {
            Figures++;
            var came = n.GetDouble() - _meanOf;
            Assert.True(came is 0 or >= 5, $"two means differ by {came} people");
            _meanOf += came;
        }
        _browser ??= await senders["mine"].Browser();
        foreach (var path in (string[])[$"questions/{Minutes}", ""])
        {
            var page = await _browser.GetStringAsync($"/listen/surveys/{_survey}/{path}");
            Asked(Other);
            Assert.All(_longest, minutes => Assert.DoesNotContain($"{minutes:#,0}", page, StringComparison.Ordinal));
        }
    }

    void LookAt(string band, (long Count, long N) now)
    {
        Figures++;
        Assert.True(now.Count is 0 or >= 5 && now.N - now.Count is 0 or >= 5, $"{now.Count} of {now.N} in {band}");
        var before = _bands.GetValueOrDefault(band);
        var (came, others) = (now.Count - before.Count, now.N - before.N - (now.Count - before.Count));
        Assert.True(came is 0 or >= 5 && others is 0 or >= 5, $"{came} and {others} more in {band}");
        _bands[band] = now;
    }

    async IAsyncEnumerable<(string?[] Who, Shown? Cell)> ByMinutes()
    {
        foreach (var who in LaxHouse.Everybody(values))
        {
            var query = string.Concat(
                who.Index().Where(w => w.Item is not null).Select(w => $"&is.{Name(w.Index)}={w.Item}")
            );
            var score = await _api.GetFromJsonAsync<JsonElement>(
                $"/api/v1/surveys/{_survey}/scores/q?by={Minutes}{query}"
            );
            Asked("API: scores by a band");
            foreach (var group in score.GetProperty("by").EnumerateArray())
                if (group.GetProperty("group").GetString() is { Length: > 0 } band)
                    yield return ([.. who, band], Part(group));
        }
    }
}

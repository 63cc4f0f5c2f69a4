using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Heed.Tests;

/// <summary>Reads a list of the API to its end, part by part.</summary>
static class Lists
{
    public static async Task<List<T>> All<T>(HttpClient api, string path, int take, Func<JsonNode, T> read)
    {
        List<T> all = [];
        string? after = null;
        do
        {
            var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var part = (
                await api.GetFromJsonAsync<JsonObject>(
                    $"{path}{join}take={take}{(after is null ? "" : $"&after={after}")}"
                )
            )!;
            var items = part["items"]!.AsArray();
            Assert.InRange(items.Count, 0, take);
            all.AddRange(items.Select(i => read(i!)));
            after = part["next"]?.GetValue<string>();
        } while (after is not null && all.Count < 1000);
        return all;
    }
}

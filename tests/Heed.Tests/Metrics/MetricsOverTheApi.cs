using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Heed.Metrics;

namespace Heed.Tests.Metrics;

/// <summary>What a program sends about metrics, and how it reads the answers.</summary>
static class MetricsOverTheApi
{
    public static readonly object Reorders = new
    {
        name = "Reorders within a month",
        unit = "of 100",
        wanted = "Up",
        lowerBound = 0,
        upperBound = 100,
        kind = "Behaviour",
        timing = "Leading",
        cadence = "Week",
    };

    public static async Task<string> Define(HttpClient api, object? asked = null)
    {
        var answer = await api.PostAsJsonAsync("/api/v1/metrics", asked ?? Reorders);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await Json(answer)).GetProperty("id").GetString()!;
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public static async Task<string> Detail(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        return (await Json(answer)).GetProperty("detail").GetString()!;
    }

    public static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");
}

using System.Net;
using System.Text.Json;

namespace Heed.Tests.Aim;

/// <summary>How a program reads the answers of Aim.</summary>
static class AimOverTheApi
{
    public static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

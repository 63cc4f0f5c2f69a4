using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heed.Tests;

public sealed class OpenApiTests
{
    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_description_of_the_api_changes_only_on_purpose()
    {
        await using var world = await World.Start();
        var document = JsonNode.Parse(await world.Visitor().GetStringAsync("/openapi/v1.json"))!.AsObject();
        // The address of the server of this test.
        document.Remove("servers");
        Repository.MatchesSnapshot("openapi.json", document.ToJsonString(Readable) + "\n");
    }
}

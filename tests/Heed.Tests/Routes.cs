using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>One operation of the API, as the OpenAPI document tells it.</summary>
sealed partial record Operation(string Method, string Path, JsonObject Description, JsonObject Document)
{
    static readonly string Unknown = Guid.Empty.ToString("N");

    public bool TakesCsv => Description["requestBody"]?["content"]?["text/csv"] is not null;

    public bool TakesCalendar => Description["requestBody"]?["content"]?["text/calendar"] is not null;

    public override string ToString() => $"{Method} {Path["/api/v1".Length..]}";

    /// <summary>The smallest body that the description allows; null where there is none.</summary>
    public JsonNode? Body()
    {
        var content = Description["requestBody"]?["content"]?["application/json"]?["schema"];
        return content is null ? null : Example(content.AsObject(), null);
    }

    public string? BodyName() =>
        Description["requestBody"]
            ?["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>()
            .Split('/')[^1];

    /// <summary>The fields of the body that name things, each with the word that its samples go by.</summary>
    public IEnumerable<(string Field, string Of)> IdsInBody()
    {
        if (BodyName() is not { } name)
            yield break;
        foreach (var (field, property) in Document["components"]?["schemas"]?[name]?["properties"]?.AsObject() ?? [])
        {
            if (IdOf().Match(property!.ToJsonString()) is { Success: true } id)
                yield return (field, Thing(id.Groups[1].Value));
        }
    }

    /// <summary>A “Team” is one of the “teams”, a “CustomerGroup” one of the “customer-groups”.</summary>
    static string Thing(string type) =>
        WordStart().Replace(type, m => (m.Index == 0 ? "" : "-") + m.Value.ToLowerInvariant()) + "s";

    [GeneratedRegex("schemas/IdOf([A-Za-z]+)\"")]
    private static partial Regex IdOf();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();

    JsonNode? Example(JsonObject schema, string? name)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            var type = reference.Split('/')[^1];
            if (type.StartsWith("IdOf", StringComparison.Ordinal))
                return Unknown;
            if (Samples.Bodies.TryGetValue(type, out var given))
                return JsonNode.Parse(given);
            var made = Example(Document["components"]!["schemas"]![type]!.AsObject(), name);
            foreach (var other in Samples.OneOfTwo.GetValueOrDefault(type, []))
                made![other] = "Words of a test";
            return made;
        }
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return Example(choices.Select(c => c!.AsObject()).First(c => c["type"]?.ToString() != "null"), name);
        if (schema["enum"] is JsonArray words)
            return words.First(w => w is not null)!.DeepClone();
        var kind = schema["type"] switch
        {
            JsonArray several => several.Select(t => t!.GetValue<string>()).First(t => t != "null"),
            { } one => one.GetValue<string>(),
            null => "string",
        };
        return kind switch
        {
            "object" => Object(schema),
            "array" => new JsonArray(),
            "boolean" => false,
            "integer" or "number" => schema["minimum"]?.DeepClone() ?? 1,
            _ => Text(schema, name),
        };
    }

    JsonObject Object(JsonObject schema)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            var isNeeded = schema["required"] is JsonArray needed && needed.Any(n => n!.GetValue<string>() == name);
            if (isNeeded)
                made[name] = Example(property!.AsObject(), name);
        }
        return made;
    }

    static JsonNode? Text(JsonObject schema, string? name) =>
        schema["format"]?.GetValue<string>() switch
        {
            "date" => "2035-03-05",
            "date-time" => "2035-03-05T09:00:00Z",
            _ when schema["pattern"]?.ToString() == "^[0-9a-f]{32}$" => Guid.Empty.ToString("N"),
            "email" => "somebody@elsewhere.example",
            _ when name?.Contains("mail", StringComparison.OrdinalIgnoreCase) == true => "somebody@elsewhere.example",
            _ when name?.Contains("zone", StringComparison.OrdinalIgnoreCase) == true => "UTC",
            _ => "Words of a test",
        };
}

/// <summary>Every operation of the API and every page.</summary>
static class Routes
{
    static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    public static async Task<IReadOnlyList<Operation>> Api(World world)
    {
        var document = JsonNode.Parse(await world.Visitor().GetStringAsync("/openapi/v1.json"))!.AsObject();
        return
        [
            .. from path in document["paths"]!.AsObject()
            where path.Key.StartsWith("/api/v1/", StringComparison.Ordinal)
            from verb in path.Value!.AsObject()
            where Verbs.Contains(verb.Key)
            select new Operation(verb.Key.ToUpperInvariant(), path.Key, verb.Value!.AsObject(), document),
        ];
    }

    public static IReadOnlyList<string> Pages { get; } =
    [
        .. typeof(Heed.Shell.Server)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a signed-in browser asks for that is neither a page nor the API: files, an upload, parts of pages.</summary>
    public static IReadOnlyList<(string Method, string Path)> BesidePages(World world) =>
        [
            .. from endpoint in world
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
            let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
            where endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
            where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            where
                !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/_", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            orderby path, method
            select (method, path),
        ];

    /// <summary>The path with those of its parameters filled in that are values, not ids.</summary>
    public static string WithValues(string path)
    {
        foreach (var (parameter, text) in Samples.Values)
            path = path.Replace(parameter, text, StringComparison.OrdinalIgnoreCase);
        return path;
    }

    /// <summary>The parameters of a path, each with the word before it: “teams” for /teams/{id}.</summary>
    public static IReadOnlyList<(string Parameter, string Of)> Parameters(string path)
    {
        var parts = path.Split('/');
        return
        [
            .. parts
                .Select((part, at) => (part, at))
                .Where(p => p.part.StartsWith('{') && !Samples.Values.ContainsKey(p.part))
                .Select(p =>
                    (
                        p.part,
                        Samples.Within.GetValueOrDefault(p.part)
                            ?? parts.Take(p.at).Last(before => !before.StartsWith('{'))
                    )
                ),
        ];
    }

    public static async Task<HttpResponseMessage> Call(
        this HttpClient client,
        Operation operation,
        string path,
        JsonNode? body
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
        if (body is not null)
            request.Content = new StringContent(
                body.ToJsonString(new JsonSerializerOptions()),
                System.Text.Encoding.UTF8,
                "application/json"
            );
        else if (operation.TakesCsv)
            request.Content = new StringContent("date,value\n2035-03-05,1\n", System.Text.Encoding.UTF8, "text/csv");
        else if (operation.TakesCalendar)
            request.Content = new StringContent(
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                System.Text.Encoding.UTF8,
                "text/calendar"
            );
        return await client.SendAsync(request);
    }
}

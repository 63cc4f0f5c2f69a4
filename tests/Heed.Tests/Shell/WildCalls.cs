using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heed.Shell;

namespace Heed.Tests.Shell;

/// <summary>Calls by the API's own document, half of them right, half of them wrong in some place.</summary>
sealed class WildCalls(JsonNode document, Random random, Dictionary<string, List<string>> ids)
{
    const int Deepest = 6;

    static readonly string[] Words =
    [
        "",
        " ",
        "Checkout",
        "null",
        "-1",
        "1e400",
        "2026-02-30",
        "9999-12-31",
        "0001-01-01",
        "2026-W10",
        "00000000000000000000000000000000",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "'; DROP TABLE \"Metrics\"; --",
        "{{7*7}}",
        "a\r\nSet-Cookie: x=1",
        "🥐 ـ עברית  ",
        "İıßſ\u0301",
        new('x', 5000),
    ];

    readonly List<(string Path, string Method, JsonNode Operation)> _operations =
    [
        .. document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Where(o => o.Key is "get" or "post" or "put" or "delete")
                    .Select(o => (path.Key, o.Key.ToUpperInvariant(), o.Value!))
            ),
    ];

    public HttpRequestMessage Next(out string said)
    {
        var (path, method, operation) = Pick(_operations);
        var parameters = operation["parameters"]?.AsArray() ?? [];
        var address = path;
        List<string> query = [];
        foreach (var parameter in parameters)
        {
            var (name, place) = ($"{parameter!["name"]}", $"{parameter["in"]}");
            if (place == "path")
                address = address.Replace(
                    $"{{{name}}}",
                    Uri.EscapeDataString(Id(path, name)),
                    StringComparison.Ordinal
                );
            else if (place == "query" && Odds(0.4))
                query.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(Word())}");
        }
        if (query.Count > 0)
            address += $"?{string.Join('&', query)}";
        var call = new HttpRequestMessage(new(method), address);
        if (Odds(0.1))
            call.Headers.TryAddWithoutValidation("If-Match", Pick(["*", "\"1\"", "W/\"1\"", "none", "\"9999999999\""]));
        if (Odds(0.1))
            call.Headers.TryAddWithoutValidation(Idempotency.Header, Pick(["one", "two", new string('k', 300)]));
        said = $"{method} {address}";
        if (operation["requestBody"]?["content"]?.AsObject() is { Count: > 0 } content)
        {
            var (kind, body) = content.First();
            var text =
                kind == "application/json"
                    ? Json(body!["schema"]!)
                    : Pick(["date,value\n2026-01-05,7\n", "", "\"", Word()]);
            call.Content = new StringContent(text, Encoding.UTF8);
            call.Content.Headers.ContentType = new(Odds(0.02) ? "text/plain" : kind);
            said += $" {text[..Math.Min(text.Length, 400)]}";
        }
        return call;
    }

    string Json(JsonNode schema)
    {
        var text = Value(schema, 0)?.ToJsonString() ?? "null";
        return random.Next(20) switch
        {
            0 => text[..random.Next(text.Length + 1)],
            1 => Pick([
                "",
                "[]",
                "{}",
                "null",
                "7",
                "\"x\"",
                "{\"name\":1e999}",
                $"{new string('[', 500)}{new string(']', 500)}",
            ]),
            _ => text,
        };
    }

    JsonNode? Value(JsonNode schema, int depth)
    {
        if (Odds(0.06))
            return Pick<Func<JsonNode?>>([
                () => null,
                () => Word(),
                () => new JsonArray(),
                () => new JsonObject(),
                () => 1e308,
                () => -1,
                () => true,
            ])();
        if ($"{schema["$ref"]}" is { Length: > 0 } reference)
            return Value(document["components"]!["schemas"]![reference.Split('/')[^1]]!, depth);
        if (schema["oneOf"] is JsonArray choices)
            return Value(choices[^1]!, depth);
        if (schema["enum"] is JsonArray names)
            return Pick(names.ToList())?.DeepClone();
        var kinds = schema["type"] is JsonArray several ? several.Select(t => $"{t}").ToList() : [$"{schema["type"]}"];
        return kinds switch
        {
            _ when kinds.Contains("object") => Thing(schema, depth),
            _ when kinds.Contains("array") => depth > Deepest
                ? new JsonArray()
                : new JsonArray([
                    .. Enumerable.Range(0, random.Next(4)).Select(_ => Value(schema["items"]!, depth + 1)),
                ]),
            _ when kinds.Contains("integer") => Pick([0, 1, 7, 10, -3, int.MaxValue]),
            _ when kinds.Contains("number") => Pick([0, 1, 42.5, -7, 1e15, -1e-300, 100]),
            _ when kinds.Contains("boolean") => Odds(0.5),
            _ => Text(schema),
        };
    }

    JsonObject Thing(JsonNode schema, int depth)
    {
        JsonObject made = [];
        if (depth > Deepest)
            return made;
        foreach (var (name, of) in schema["properties"]?.AsObject() ?? [])
            if (Odds(0.85))
                made[name] =
                    name.EndsWith("Id", StringComparison.Ordinal) || name is "metric" or "team" or "customerGroup"
                        ? Id("", name)
                        : Value(of!, depth + 1);
        if (schema["additionalProperties"] is JsonObject more)
            for (var i = random.Next(4); i > 0; i--)
                made[Word()] = Value(more, depth + 1);
        if (Odds(0.1))
            made["isAdmin"] = true;
        return made;
    }

    string Text(JsonNode schema) =>
        $"{schema["format"]}" switch
        {
            "date" when Odds(0.8) => new DateOnly(2026, 1, 1)
                .AddDays(random.Next(-400, 800))
                .ToString("O", CultureInfo.InvariantCulture),
            "date-time" when Odds(0.8) => "2026-03-02T10:00:00Z",
            _ when Odds(0.6) => $"Word {random.Next(1000)}",
            _ => Word(),
        };

    string Word() => Pick(Words);

    /// <summary>Mostly one that exists, of the thing that is meant or of another; else nonsense.</summary>
    string Id(string path, string name)
    {
        var known = ids.Where(i => i.Value.Count > 0).ToList();
        if (Odds(0.15) || known.Count == 0)
            return Pick(["00000000000000000000000000000000", "x", "%2e%2e", "1", new string('9', 200), " ", "NULL"]);
        var near = known.FirstOrDefault(i =>
            (path.Length > 0 && path.StartsWith(i.Key + "/", StringComparison.Ordinal) && name == "id")
            || (path.Length == 0 || name != "id")
                && i.Key.Contains(name[..Math.Min(4, name.Length)], StringComparison.OrdinalIgnoreCase)
        );
        return Pick(near.Value is { } right && Odds(0.85) ? right : Pick(known).Value);
    }

    bool Odds(double share) => random.NextDouble() < share;

    T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}

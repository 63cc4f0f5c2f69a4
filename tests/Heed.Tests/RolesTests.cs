using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Heed.People;

namespace Heed.Tests;

/// <summary>Who may call what: every operation of the description as every role, beside a table that people read.</summary>
public sealed class RolesTests
{
    static readonly string[] Who = ["viewer", "contributor", "admin", "outsider", "stranger"];

    /// <summary>Operations that nobody here may do, each with its reason.</summary>
    static readonly Dictionary<string, string> ForNobody = [];

    [Fact]
    [OnOneDatabase("whom a door lets in; that another's things are not there is walked on both by RouteWalk")]
    public async Task Roles_may_do_what_the_table_says_and_nothing_else()
    {
        await using var world = await World.Start();
        var admin = await world.Organisation("Harbor Coffee");
        Cast[] cast =
        [
            await world.Colleague(admin, "Vera", Role.Viewer),
            await world.Colleague(admin, "Cleo", Role.Contributor),
            admin,
            await world.Organisation("Rival Coffee"),
        ];
        List<HttpClient> programs = [.. cast.Select(c => c.Api()), world.Visitor()];
        List<HttpClient> browsers = [.. await Task.WhenAll(cast.Select(c => c.Browser())), world.Visitor()];
        List<(string Operation, string Path, string[] Line)> rows = [];
        foreach (var operation in await Routes.Api(world))
        {
            var line = await Line(
                programs,
                operation.Method,
                () => Asked(world, admin, operation),
                (asked, c) => Try(operation, asked, c)
            );
            rows.Add(($"{operation}", operation.Path, line));
        }
        foreach (var (method, path) in Routes.BesidePages(world))
        {
            var line = await Line(
                browsers,
                method,
                () => Path(world, admin, path, $"{method} {path}"),
                (asked, c) => Try(method, asked, c)
            );
            rows.Add(($"{method} {path}", path, line));
        }

        var wrong = rows.SelectMany(r => Faults(r.Operation, r.Path, r.Line)).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Repository.MatchesSnapshot("roles.txt", Table(rows.ConvertAll(r => (r.Operation, r.Line))));
    }

    [Fact]
    public void Broken_a_row_that_lets_in_too_many_or_nobody_is_named()
    {
        Assert.Equal(
            ["POST /things lets a viewer write: yes.", "POST /things lets a stranger in: yes."],
            Faults("POST /things", "/api/v1/things", ["yes", "yes", "yes", "yes", "yes"])
        );
        Assert.Equal(
            ["GET /things/{id} tells an outsider that the thing exists: no."],
            Faults("GET /things/{id}", "/api/v1/things/{id}", ["yes", "yes", "yes", "no", "out"])
        );
        Assert.Equal(
            [
                "GET /things/{id} is for nobody, so no permission is tried: give it real things in Samples, or its reason in ForNobody.",
            ],
            Faults("GET /things/{id}", "/api/v1/things/{id}", ["gone", "gone", "gone", "gone", "out"])
        );
    }

    [Fact]
    [OnOneDatabase("in which order an operation asks")]
    public async Task Whoever_may_not_do_a_thing_is_told_so_before_the_body_is_read()
    {
        await using var world = await World.Start();
        var admin = await world.Organisation("Harbor Coffee");
        var (viewer, contributor) = (
            await world.Colleague(admin, "Vera", Role.Viewer),
            await world.Colleague(admin, "Cleo", Role.Contributor)
        );
        List<string> wrong = [];
        foreach (var operation in await Routes.Api(world))
        {
            var path = Routes.WithValues(operation.Path);
            if (operation.Method != "GET" && await Answer(viewer) is not HttpStatusCode.Forbidden and var read)
                wrong.Add($"{operation} reads the body of a viewer: {read}.");
            var isForAdministrators = operation.Description["summary"]!
                .ToString()
                .EndsWith("Administrators only.", StringComparison.Ordinal);
            if (isForAdministrators != (await Answer(contributor) == HttpStatusCode.Forbidden))
                wrong.Add($"{operation} is for administrators by its summary or by its mark, not by both.");

            async Task<HttpStatusCode> Answer(Cast who)
            {
                using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
                if (operation.Method != "GET")
                    request.Content = new StringContent(
                        "{ broken",
                        Encoding.UTF8,
                        operation.TakesCsv ? "text/csv"
                            : operation.TakesCalendar ? "text/calendar"
                            : "application/json"
                    );
                return (await who.Api().SendAsync(request)).StatusCode;
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    static IEnumerable<string> Faults(string operation, string path, string[] line)
    {
        if (!operation.StartsWith("GET ", StringComparison.Ordinal) && line[0] != "no")
            yield return $"{operation} lets a viewer write: {line[0]}.";
        if (Routes.Parameters(path).Count > 0 && line[3] != "gone")
            yield return $"{operation} tells an outsider that the thing exists: {line[3]}.";
        if (line[4] != "out")
            yield return $"{operation} lets a stranger in: {line[4]}.";
        if (!line.Contains("yes") && !ForNobody.ContainsKey(operation))
            yield return $"{operation} is for nobody, so no permission is tried: give it real things in Samples, or its reason in ForNobody.";
    }

    static string Table(List<(string Operation, string[] Line)> rows)
    {
        var table = new StringBuilder();
        table.AppendLine(
            "# yes: may; no: 403 in words; gone: 404 as for an unknown id; out: 401 or to the sign-in. UPDATE=1 rewrites this table."
        );
        table.AppendLine($"{"", -64} {string.Join(" ", Who.Select(w => w.PadRight(11)))}".TrimEnd());
        foreach (
            var (operation, line) in rows.OrderBy(r => r.Operation.Split(' ')[1], StringComparer.Ordinal)
                .ThenBy(r => r.Operation, StringComparer.Ordinal)
        )
            table.AppendLine($"{operation, -64} {string.Join(" ", line.Select(w => w.PadRight(11)))}".TrimEnd());
        return table.ToString();
    }

    /// <summary>
    /// What everybody is answered, from who may least to who may most. What was made for one serves the next until
    /// somebody has changed it, so that no caller meets what an earlier one has done.
    /// </summary>
    static async Task<string[]> Line<T>(
        List<HttpClient> clients,
        string method,
        Func<Task<T>> make,
        Func<T, HttpClient, Task<string>> ask
    )
        where T : class
    {
        var line = new string[clients.Count];
        T? asked = null;
        foreach (var who in (int[])[4, 3, 0, 1, 2])
        {
            line[who] = await ask(asked ??= await make(), clients[who]);
            if (line[who] == "yes" && method != "GET")
                asked = null;
        }
        return line;
    }

    sealed record AskedThing(string Path, JsonNode? Body);

    static async Task<AskedThing> Asked(World world, Cast ours, Operation operation)
    {
        var body = operation.Body();
        foreach (var (field, of) in operation.IdsInBody())
        {
            if (body is JsonObject given && given.ContainsKey(field))
                given[field] =
                    Samples.OwnersWrite.GetValueOrDefault(of)?.Invoke(ours) ?? await Samples.Make(world, ours, of);
        }
        var path = Samples.Whole.TryGetValue(operation.ToString(), out var make)
            ? "/api/v1" + await world.As(ours, s => make(s, ours))
            : await Path(world, ours, operation.Path, operation.ToString());
        return new(path, body);
    }

    static async Task<string> Try(Operation operation, AskedThing asked, HttpClient client)
    {
        using var answer = await client.Call(operation, asked.Path, asked.Body);
        return await Word(answer);
    }

    static async Task<string> Try(string method, string path, HttpClient browser)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await browser.SendAsync(request);
        return answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true
            ? "out"
            : await Word(answer);
    }

    static async Task<string> Path(World world, Cast ours, string template, string operation)
    {
        var path = Routes.WithValues(template) + Samples.Questions.GetValueOrDefault(operation);
        if (path.Contains("{metrics}", StringComparison.Ordinal))
            path = path.Replace("{metrics}", await Samples.Make(world, ours, "metrics"), StringComparison.Ordinal);
        Dictionary<string, string> made = [];
        foreach (var (parameter, of) in Routes.Parameters(path))
        {
            if (!made.ContainsKey(of))
                made[of] = await Samples.Make(world, ours, of);
            path = path.Replace(parameter, made[of], StringComparison.Ordinal);
        }
        return path;
    }

    static async Task<string> Word(HttpResponseMessage answer) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "out",
            HttpStatusCode.Forbidden => "no",
            HttpStatusCode.NotFound => "gone",
            < HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => "yes",
            var other => $"{(int)other}: {await answer.Content.ReadAsStringAsync()}",
        };
}

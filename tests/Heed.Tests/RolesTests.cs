using System.Net;
using System.Text;
using Heed.People;

namespace Heed.Tests;

/// <summary>Who may call what: every operation of the description as every role, beside a table that people read.</summary>
public sealed class RolesTests
{
    static readonly string[] Who = ["viewer", "contributor", "admin", "outsider", "stranger"];

    [Fact]
    public async Task Roles_may_do_what_the_table_says_and_nothing_else()
    {
        await using var world = await World.Start();
        var admin = await world.Organisation("Harbor Coffee");
        var clients = new[]
        {
            (await world.Colleague(admin, "Vera", Role.Viewer)).Api(),
            (await world.Colleague(admin, "Cleo", Role.Contributor)).Api(),
            admin.Api(),
            (await world.Organisation("Rival Coffee")).Api(),
            world.Visitor(),
        };
        var table = new StringBuilder();
        table.AppendLine(
            "# yes: may; no: 403 in words; gone: 404 as for an unknown id; out: 401. UPDATE=1 rewrites this table."
        );
        table.AppendLine($"{"", -64} {string.Join(" ", Who.Select(w => w.PadRight(11)))}".TrimEnd());
        List<string> wrong = [];
        foreach (
            var operation in (await Routes.Api(world))
                .OrderBy(o => o.Path, StringComparer.Ordinal)
                .ThenBy(o => o.Method)
        )
        {
            var line = new List<string>();
            foreach (var client in clients)
                line.Add(await Try(world, admin, operation, client));
            table.AppendLine($"{operation, -64} {string.Join(" ", line.Select(w => w.PadRight(11)))}".TrimEnd());
            if (line[4] != "out")
                wrong.Add($"{operation} lets a stranger in: {line[4]}.");
            if (operation.Method != "GET" && line[0] != "no")
                wrong.Add($"{operation} lets a viewer write: {line[0]}.");
            if (Routes.Parameters(operation.Path).Count > 0 && line[3] != "gone")
                wrong.Add($"{operation} tells an outsider that the thing exists: {line[3]}.");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Repository.MatchesSnapshot("roles.txt", table.ToString());
    }

    /// <summary>Each try has fresh things, so that no caller meets what an earlier one has done.</summary>
    static async Task<string> Try(World world, Cast ours, Operation operation, HttpClient client)
    {
        var path = Routes.WithValues(operation.Path) + Samples.Questions.GetValueOrDefault(operation.ToString());
        if (path.Contains("{metrics}", StringComparison.Ordinal))
            path = path.Replace("{metrics}", await Samples.Make(world, ours, "metrics"), StringComparison.Ordinal);
        foreach (var (parameter, of) in Routes.Parameters(path))
            path = path.Replace(parameter, await Samples.Make(world, ours, of), StringComparison.Ordinal);
        using var answer = await client.Call(operation, path, operation.Body());
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "out",
            HttpStatusCode.Forbidden => "no",
            HttpStatusCode.NotFound => "gone",
            < HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => "yes",
            var other => $"{(int)other}: {await answer.Content.ReadAsStringAsync()}",
        };
    }
}

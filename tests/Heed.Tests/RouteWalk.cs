using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Heed.People;

namespace Heed.Tests;

/// <summary>
/// Every route with another workspace's ids: the same answer as for ids that never were, so that nobody can find out
/// what exists elsewhere. New modules supply their samples in Samples.cs.
/// </summary>
public sealed partial class RouteWalk
{
    static readonly string Unknown = Id<Team>.Random().ToString();

    [Fact]
    public async Task Every_operation_answers_404_alike_for_foreign_and_unknown_ids()
    {
        await using var world = await World.Start();
        var (ours, theirs) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var operations = await Routes.Api(world);
        Assert.NotEmpty(operations);
        List<string> wrong = [];
        foreach (var operation in operations.Where(o => Routes.Parameters(o.Path).Count > 0))
        {
            foreach (var (path, never, what) in await Paths(world, operation.Path, ours, theirs))
            {
                var foreign = await Answer(theirs.Api(), operation, path);
                var unknown = await Answer(theirs.Api(), operation, never);
                if (foreign.Status != 404 || unknown.Status != 404 || foreign.Body != unknown.Body)
                    wrong.Add(
                        $"{operation} with {what}: {foreign.Status} {foreign.Body}\n    unknown ids: {unknown.Status} {unknown.Body}"
                    );
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>Ids inside bodies lead nowhere else either.</summary>
    [Fact]
    public async Task A_foreign_id_in_a_body_is_answered_like_an_unknown_one()
    {
        await using var world = await World.Start();
        var (ours, theirs) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        List<string> wrong = [];
        var tried = 0;
        foreach (var operation in (await Routes.Api(world)).Where(o => o.BodyName() is not null))
        {
            foreach (var (field, of) in operation.IdsInBody())
            {
                tried++;
                var own = new Dictionary<string, string>();
                foreach (var (_, word) in Routes.Parameters(operation.Path))
                    own[word] = await Samples.Make(world, theirs, word);
                var path = Fill(operation.Path, word => own[word]);
                var foreign = await Answer(theirs.Api(), operation, path, (field, await Samples.Make(world, ours, of)));
                var unknown = await Answer(theirs.Api(), operation, path, (field, Unknown));
                if (foreign.Status < 400 || foreign != unknown)
                    wrong.Add($"{operation}, {field}: foreign {foreign}, unknown {unknown}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.NotEqual(0, tried);
    }

    [Fact]
    public async Task Every_page_answers_404_alike_for_foreign_and_unknown_ids()
    {
        await using var world = await World.Start();
        var (ours, theirs) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var browser = await theirs.Browser();
        var missing = await PageAnswer(browser, "/there/is/no/such/page");
        Assert.Equal(404, missing.Status);
        List<string> wrong = [];
        foreach (var page in Routes.Pages.Where(p => Routes.Parameters(p).Count > 0))
        {
            foreach (var (path, never, what) in await Paths(world, page, ours, theirs))
            {
                var foreign = await PageAnswer(browser, path);
                var unknown = await PageAnswer(browser, never);
                if (foreign != missing || unknown != missing)
                    wrong.Add(
                        $"{page} with {what}: {foreign.Status}, unknown ids {unknown.Status}, body alike: {foreign == unknown}, as an unknown page: {foreign == missing}"
                    );
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>Files and what else a signed-in browser asks for beside the pages.</summary>
    [Fact]
    public async Task Every_file_is_as_unknown_with_a_foreign_id_as_with_one_that_never_was()
    {
        await using var world = await World.Start();
        var (ours, theirs) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        var browser = await theirs.Browser();
        List<string> wrong = [];
        var files = Routes.BesidePages(world).Where(f => Routes.Parameters(f.Path).Count > 0).ToList();
        foreach (var (_, template) in files)
        {
            foreach (var (path, never, what) in await Paths(world, template, ours, theirs))
            {
                var foreign = await PageAnswer(browser, path);
                var unknown = await PageAnswer(browser, never);
                if (foreign.Status != 404 || foreign != unknown)
                    wrong.Add($"{template} with {what}: {foreign.Status}, unknown ids {unknown.Status}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(
            [
                "/listen/imports/{id}/rejected.csv",
                "/listen/surveys/{id}/options.csv",
                "/listen/surveys/{id}/scores.csv",
                "/metrics/{id}/chart.svg",
                "/metrics/{id}/points.csv",
            ],
            files.Select(f => f.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_route_without_a_sample_is_named()
    {
        await using var world = await World.Start();
        var ours = await world.Organisation("Harbor Coffee");
        var said = await Assert.ThrowsAnyAsync<Exception>(() => Paths(world, "/api/v1/novelties/{id}", ours, ours));
        Assert.Contains("“novelties”", said.Message, StringComparison.Ordinal);
    }

    /// <summary>Each parameter foreign while the others are one's own (two ids given, one checked), and all foreign.</summary>
    static async Task<List<(string Path, string Never, string What)>> Paths(
        World world,
        string template,
        Cast ours,
        Cast theirs
    )
    {
        var words = Routes.Parameters(template).Select(p => p.Of).Distinct().ToList();
        var (foreign, own) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var word in words)
        {
            foreign[word] = await Samples.Make(world, ours, word);
            own[word] = await Samples.Make(world, theirs, word);
        }
        // A day or another plain word in an address names nothing foreign.
        words.RemoveAll(word => !Id<Team>.TryParse(foreign[word], null, out _));
        List<(string, string, string)> paths =
        [
            (
                Fill(template, word => foreign[word]),
                Fill(template, word => words.Contains(word) ? Unknown : foreign[word]),
                "all ids foreign"
            ),
        ];
        if (words.Count > 1)
            paths.AddRange(
                words.Select(one =>
                    (
                        Fill(template, word => word == one ? foreign[word] : own[word]),
                        Fill(template, word => word == one ? Unknown : own[word]),
                        $"the id of “{one}” foreign"
                    )
                )
            );
        return paths;
    }

    static string Fill(string template, Func<string, string> value)
    {
        template = Routes.WithValues(template);
        foreach (var (parameter, of) in Routes.Parameters(template))
            template = template.Replace(parameter, value(of), StringComparison.Ordinal);
        return template;
    }

    static async Task<(int Status, string Body)> Answer(
        HttpClient client,
        Operation operation,
        string path,
        (string Field, string Value)? with = null
    )
    {
        var body = operation.Body();
        if (with is { } given)
            body!.AsObject()[given.Field] = JsonValue.Create(given.Value);
        using var answer = await client.Call(operation, path, body);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static async Task<(int Status, string Body)> PageAnswer(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, FormToken().Replace(body, "").Replace(path, "", StringComparison.Ordinal));
    }

    /// <summary>A form's token is new at each rendering and tells nothing; neither does the room of the address, which the rail marks.</summary>
    [GeneratedRegex("<input[^>]*__RequestVerificationToken[^>]*>| aria-current=\"page\"")]
    private static partial Regex FormToken();
}

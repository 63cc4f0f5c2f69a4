using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Heed.Listen;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Adversary;

/// <summary>
/// The running Heed, asked over HTTP by a contributor: the API, the file of scores, the lists of remarks. Between two looks
/// what is in memory is dropped, as a restart does, and every other page is read for what it must not say.
/// </summary>
sealed partial class HeedHouse(World world, Cast admin, IReadOnlyDictionary<string, Cast> senders, string[][] values)
    : IHouse,
        IDisposable
{
    readonly HttpClient _api = senders["mine"].Api();
    HttpClient? _browser;
    string? _survey;
    int _row;

    /// <summary>Stands in each row, in a column that is kept raw and so shown nowhere.</summary>
    const string Canary = "canary";

    static string Name(int attribute) => $"a{attribute}";

    /// <summary>Where people choose two options as well: which, a letter each. It stands behind the attributes of a person.</summary>
    public string[] Pairs { get; init; } = [];

    /// <summary>How many counts of options were shown.</summary>
    public int Counts { get; private set; }

    const string Ways = "ways";

    string Chosen(Person person) => Pairs.Length == 0 ? "" : string.Join(';', person.Is[^1].ToCharArray());

    /// <summary>How many pages were read.</summary>
    public int Pages => Surfaces.GetValueOrDefault(Remarks) + Surfaces.GetValueOrDefault(Other);

    /// <summary>What was asked, and how many answers each gave.</summary>
    public SortedDictionary<string, int> Surfaces { get; } = [];

    const string Remarks = "pages: lists of remarks";
    const string Other = "pages: all that hang on the survey, its files and pictures";

    void Asked(string surface) => Surfaces[surface] = Surfaces.GetValueOrDefault(surface) + 1;

    public async Task Take(Act act)
    {
        if (act.IsFile)
            await Import(act);
        else
            await Send(act);
        await world.Work();
        world.Services.GetRequiredService<LoadedSurveys>().Drop();
    }

    async Task Import(Act act)
    {
        var mapping = new Mapping
        {
            Columns =
            [
                new("q", ColumnUse.Mean, Scale: "1-5"),
                .. values.Select((_, a) => new ColumnMapping(Name(a), ColumnUse.Attribute)),
                new("said", ColumnUse.Remark),
                .. Pairs.Take(1).Select(_ => new ColumnMapping(Ways, ColumnUse.Choices, Separator: ";")),
                .. Waits is { } bands
                    ? [new ColumnMapping(Minutes, ColumnUse.Number, Scale: $"{bands}")]
                    : (ColumnMapping[])[],
            ],
            On = new(2035, 2, 1),
        };
        var csv =
            $"row,q,{string.Join(',', values.Select((_, a) => Name(a)))},said,{Ways},{Minutes}\n"
            + string.Concat(
                act.People.Select(p =>
                    $"{Canary} {++_row},{p.Answer},{string.Join(',', p.Is.Take(values.Length))},{(p.Words ? p.Wrote : "")},{Chosen(p)},{Written(p)}\n"
                )
            );
        var import = await world.Take(admin, SampleImports.Csv(csv));
        SampleImports.Given(await world.Map(admin, import, mapping));
        SampleImports.Given(await world.As(admin, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        _survey ??= (
            await world.As(
                admin,
                s =>
                    s.GetRequiredService<Heed.Storage.HeedDb>()
                        .Imports.AsNoTracking()
                        .SingleAsync(i => i.Id == import.Id)
            )
        ).SurveyId!.Value.ToString();
    }

    async Task Send(Act act)
    {
        var responses = act.People.Select(p => new
        {
            id = $"r{p.Id}",
            on = "2035-02-03",
            answers = p
                .Is.Take(values.Length)
                .Select((value, a) => KeyValuePair.Create(Name(a), (string?)value))
                .Append(new("q", p.Answer?.ToString(CultureInfo.InvariantCulture)))
                .Append(new("said", p.Words ? p.Wrote : null))
                .Concat(Pairs.Take(1).Select(_ => KeyValuePair.Create(Ways, (string?)Chosen(p))))
                .Concat(Waits is not null ? [KeyValuePair.Create(Minutes, (string?)Written(p))] : [])
                .ToDictionary(),
        });
        var answer = await (act.Sender.Length == 0 ? admin : senders[act.Sender])
            .Api()
            .PostAsJsonAsync($"/api/v1/surveys/{_survey}/responses", new { responses });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async IAsyncEnumerable<(string?[] Who, Shown? Cell)> Scores()
    {
        foreach (var who in LaxHouse.Everybody(values))
        {
            var open = Enumerable.Range(0, who.Length).Where(a => who[a] is null).Cast<int?>().Append(null);
            foreach (var by in open.Append(-1))
            {
                var query = string.Join(
                    '&',
                    who.Index()
                        .Where(w => w.Item is not null)
                        .Select(w => $"is.{Name(w.Index)}={w.Item}")
                        .Append(by is null ? "" : $"by={(by < 0 ? "month" : Name(by.Value))}")
                );
                var score = await _api.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{_survey}/scores/q?{query}");
                Asked(
                    by is null ? "API: scores, filtered"
                    : by < 0 ? "API: scores by month"
                    : "API: scores by an attribute"
                );
                if (by is null)
                    yield return (Full(who), Whole(score));
                else
                    foreach (var group in score.GetProperty("by").EnumerateArray())
                        // All came in one month.
                        if (group.GetProperty("group").GetString() is { Length: > 0 } value)
                            yield return (Full(by < 0 ? who : With(who, by.Value, value)), Part(group));
            }
            if (who.Count(w => w is not null) < 2)
                await foreach (var cell in FileOfScores(who))
                    yield return cell;
        }
        await foreach (var cell in History())
            yield return cell;
        if (Waits is not null)
        {
            await AskMinutes();
            await foreach (var cell in ByMinutes())
                yield return cell;
        }
        if (Pairs.Length == 0)
            yield break;
        await CountOptions();
        var options = await _api.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{_survey}/scores/q?by={Ways}");
        Asked("API: scores by an option");
        foreach (var group in options.GetProperty("by").EnumerateArray())
            yield return (
                [.. values.Select(_ => (string?)null), Holding(group.GetProperty("group").GetString()!)],
                Part(group)
            );
    }

    string?[] Full(string?[] who) => Pairs.Length == 0 && Waits is null ? who : [.. who, null];

    string Holding(string option) =>
        string.Join('|', Pairs.Where(pair => pair.Contains(option, StringComparison.Ordinal)));

    /// <summary>No count is of fewer than five, nor are those who did not choose it.</summary>
    async Task CountOptions()
    {
        var answer = await _api.GetAsync($"/api/v1/surveys/{_survey}/questions/{Ways}");
        Asked("API: counts of options");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var question = await answer.Content.ReadFromJsonAsync<JsonElement>();
        foreach (var option in question.GetProperty("options").EnumerateArray())
        {
            if (option.GetProperty("count").ValueKind == JsonValueKind.Null)
                continue;
            Counts++;
            var (count, n) = (option.GetProperty("count").GetInt64(), option.GetProperty("n").GetInt64());
            Assert.True(count is 0 or >= 5 && n - count is 0 or >= 5, $"{count} of {n}");
        }
    }

    static string?[] With(string?[] who, int attribute, string value)
    {
        string?[] with = [.. who];
        with[attribute] = value;
        return with;
    }

    static Shown? Whole(JsonElement score)
    {
        if (score.TryGetProperty("because", out _))
            return null;
        var points = score.GetProperty("distribution").EnumerateObject();
        var sum = points.Sum(p => int.Parse(p.Name, CultureInfo.InvariantCulture) * p.Value.GetInt64());
        return new(score.GetProperty("n").GetInt64(), sum);
    }

    static Shown? Part(JsonElement group) =>
        group.TryGetProperty("because", out _)
            ? null
            : new(
                group.GetProperty("n").GetInt64(),
                group.GetProperty("n").GetInt64() * group.GetProperty("value").GetDouble()
            );

    public async IAsyncEnumerable<(int Attribute, string Value, IReadOnlyList<int> Ids)> Words()
    {
        _browser ??= await senders["mine"].Browser();
        yield return (-1, "", await List(""));
        for (var a = 0; a < values.Length; a++)
            foreach (var value in values[a].Append(""))
                yield return (a, value, await List($"is.{Name(a)}={value}"));
        if (_looks++ % LooksAtPages == 0)
            await ReadPages();
        await ReadElsewhere();
    }

    async Task<IReadOnlyList<int>> List(string where)
    {
        List<int> ids = [];
        for (var page = 1; ; page++)
        {
            var html = await _browser!.GetStringAsync($"/listen/surveys/{_survey}/remarks?{where}&page={page}");
            Asked(Remarks);
            var found = Said()
                .Matches(html)
                .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
                .ToList();
            if (found.Count == 0 || ids.Contains(found[0]))
                return ids;
            ids.AddRange(found);
        }
    }

    [GeneratedRegex("remark ([0-9]+) ends")]
    private static partial Regex Said();

    [GeneratedRegex("href=\"(/(?:listen|metrics|journal)[^\"#]*)\"")]
    private static partial Regex Links();

    /// <summary>
    /// The first look and every fourth: they are most of what is asked, and a page that shows a raw column shows it at each.
    /// tools/adversary/run reads them at every look.
    /// </summary>
    static readonly int LooksAtPages = Report.Given("HEED_ADVERSARY_PAGES", 4);

    int _looks;

    /// <summary>Whatever hangs on the survey: the raw column stands nowhere, and words nowhere but where lists have them.</summary>
    async Task ReadPages()
    {
        Queue<string> open = new([
            "/",
            "/listen",
            "/listen/imports",
            "/metrics",
            "/journal",
            $"/listen/surveys/{_survey}",
        ]);
        HashSet<string> seen = [.. open];
        while (open.TryDequeue(out var path) && seen.Count < 120)
        {
            var answer = await _browser!.GetAsync(path);
            Asked(Other);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(Canary, html, StringComparison.OrdinalIgnoreCase);
            foreach (Match link in Links().Matches(html))
                if (WebUtility.HtmlDecode(link.Groups[1].Value) is var next && seen.Count < 120 && seen.Add(next))
                    open.Enqueue(next);
        }
    }

    public void Dispose()
    {
        _api.Dispose();
        _browser?.Dispose();
    }
}

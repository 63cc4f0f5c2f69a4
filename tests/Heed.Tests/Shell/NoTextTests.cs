using System.Net;
using System.Net.Http.Json;
using System.Text;
using Heed.Listen;
using Heed.Shell;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Shell;

/// <summary>NUL and halves of a pair, which no database keeps: refused at the door of every way in, in words.</summary>
public sealed class NoTextTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    static async Task Refused(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(RequestGuards.NoText, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"Ca\u0000fé"}""")]
    [InlineData("""{"name":"Ca\ud83e"}""")]
    [InlineData("""{"name":"\udd50Ca"}""")]
    public async Task A_program_is_refused_and_nothing_is_saved(string json)
    {
        var (world, cast) = await one.Story();
        await Refused(
            await cast.Api().PostAsync("/api/v1/teams", new StringContent(json, Encoding.UTF8, "application/json"))
        );
        await Refused(
            await cast.Api().PostAsync("/api/v1/teams", new StringContent(json, Encoding.Unicode, "application/json"))
        );
        await Refused(
            await cast.Api()
                .SendAsync(
                    new(HttpMethod.Post, "/api/v1/teams")
                    {
                        Content = new StringContent(json, Encoding.UTF8, "application/json"),
                        Headers = { { Idempotency.Header, "one" } },
                    }
                )
        );
        await Refused(await cast.Api().GetAsync("/api/v1/metrics?cursor=a%00b"));
        Assert.Equal(1, await world.As(cast, s => s.GetRequiredService<HeedDb>().Teams.CountAsync()));
    }

    [Fact]
    public async Task A_whole_pair_and_a_written_backslash_are_text()
    {
        var (_, cast) = await one.Story();
        var name = """Café 🥐 \u0000""";
        var answer = await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var team = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.Equal(name, team.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_form_a_search_and_a_page_are_refused()
    {
        var (_, cast) = await one.Story();
        var browser = await cast.Browser();
        await Refused(await browser.PostForm("/customers/new", "group", new() { ["Asked.Name"] = "Regu\0lars" }));
        await Refused(await browser.GetAsync("/find?q=a%00b"));
        await Refused(await browser.GetAsync("/find/part?q=a%00b"));
        await Refused(await browser.GetAsync("/members?q=%00"));
        await Refused(await cast.World.Visitor().GetAsync("/unsubscribe?code=%00"));
        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.PostForm("/customers/new", "group", new() { ["Asked.Name"] = "" })).StatusCode
        );
    }

    [Fact]
    public async Task A_zero_byte_in_one_row_of_a_file_is_that_rows_own()
    {
        var (world, cast) = await one.Story();
        var rows = Enumerable.Range(0, 2011).Select(i => i == 1500 ? "9,bad\0words\n" : $"{i % 11},words {i}\n");
        var import = await world.Take(cast, SampleImports.Csv($"nps,said\n{string.Concat(rows)}"));
        var mapping = new Mapping
        {
            Columns = [new("nps", ColumnUse.Recommend), new("said", ColumnUse.Remark)],
            On = new(2035, 2, 1),
        };
        var findings = SampleImports.Given(await world.Map(cast, import, mapping));
        Assert.Equal((2010, 1), (findings.New, findings.Rejected));
        Assert.Equal("Row 1,502: a zero byte, which is no letter.", Assert.Single(findings.Problems).Says);
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Work();
        var done = await world.As(
            cast,
            s => s.GetRequiredService<HeedDb>().Imports.SingleAsync(i => i.Id == import.Id)
        );
        Assert.Equal((ImportState.Done, 2010L, 1L), (done.State, done.Stored, done.Rejected));
    }

    [Fact]
    public async Task A_zero_byte_in_the_name_of_a_file_or_of_a_column_is_left_out()
    {
        var (world, cast) = await one.Story();
        var browser = await cast.Browser();
        var form = Uploads.Form(await Uploads.Token(browser), "nps\n9\n10\n");
        var file = form.Last();
        file.Headers.Remove("Content-Disposition");
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            "form-data; name=\"file\"; filename*=UTF-8''ans%00wers.csv"
        );
        using var sent = await Uploads.Send(browser, form);
        Assert.StartsWith("/listen/imports/", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "answers.csv",
            await world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.Select(i => i.FileName).SingleAsync())
        );
        var wide = await world.Take(cast, SampleImports.Csv("n\0ps\n9\n10\n", Encoding.Unicode));
        Assert.Equal("nps", FileShape.FromJson(wide.Shape).Columns[0].Name);
    }
}

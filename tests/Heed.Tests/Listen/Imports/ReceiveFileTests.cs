using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Listen.Uploads;

namespace Heed.Tests.Listen;

/// <summary>The upload of a file as browsers send it, and as they should not.</summary>
public sealed class ReceiveFileTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    const string Answers = "nps,region\n9,North\n10,South\n3,South\n";

    static MultipartFormDataContent Form(string? token, string csv = Answers, string? name = "answers.csv") =>
        Uploads.Form(token, csv, name);

    static Task<int> Imports(World world, Cast cast) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.CountAsync());

    [Fact]
    public async Task A_script_is_answered_in_json_and_a_browser_is_sent_on()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var token = await Token(browser);

        var sent = await Send(browser, Form(token));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.StartsWith("/listen/imports/", sent.Headers.Location!.ToString(), StringComparison.Ordinal);

        var told = await Send(browser, Form(token), script: true);
        var answer = JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement;
        Assert.StartsWith("/listen/imports/", answer.GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, await Imports(world, cast));

        var refused = await Send(browser, Form(token, "nps,region\n"), script: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        answer = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("no answers below", answer.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_with_a_token_and_a_file_is_refused_in_words_and_takes_nothing_in()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var token = await Token(browser);
        var unbound = new ByteArrayContent(Encoding.UTF8.GetBytes(Answers));
        unbound.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");
        (HttpContent Content, string Says)[] bad =
        [
            (new StringContent(Answers, Encoding.UTF8, "text/csv"), "The upload arrived broken."),
            (unbound, "The upload arrived broken."),
            (
                new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } },
                "Choose a file first."
            ),
            (Form(token, name: null), "Choose a file first."),
            (Form(null), "This form is too old."),
            (Form("forged"), "This form is too old."),
        ];
        foreach (var (content, says) in bad)
        {
            var answer = await Send(browser, content);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            var page = await browser.Page(answer.Headers.Location!.ToString());
            Assert.Contains(says, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(0, await Imports(world, cast));

        // Nobody puts words into our mouth: what is said was sealed here.
        foreach (var forged in new[] { "You%20were%20hacked", "CfDJ8AAAA", "" })
            Assert.Null((await browser.Page($"/listen/import?because={forged}")).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Who_is_no_administrator_is_told_so_before_a_byte_is_read()
    {
        var (world, cast) = await one.Story();
        var tom = await world.Colleague(cast, "Tom", Role.Contributor);
        using var browser = await tom.Browser();
        var page = await browser.Page("/listen/import");
        Assert.Contains("Imports are for administrators", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[data-upload]"));
        Assert.Null((await browser.Page("/listen")).QuerySelector("a[href='/listen/import']"));

        var answer = await Send(browser, Form(null), script: true);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await Imports(world, cast));
        using var stranger = world.Visitor();
        Assert.Equal("/sign-in", (await Send(stranger, Form(null))).Headers.Location!.AbsolutePath);
    }
}

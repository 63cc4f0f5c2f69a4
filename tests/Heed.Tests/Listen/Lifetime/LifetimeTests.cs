using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Kit;
using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

public sealed class LifetimeTests
{
    static readonly string[] Options =
    [
        "--customer",
        "customer",
        "--date",
        "date",
        "--amount",
        "amount",
        "--unit",
        "week",
        "--ahead",
        "26",
        "--margin",
        "40",
        "--discount",
        "0.2",
    ];

    /// <summary>The page shows and keeps the figures that the command line prints for the same file.</summary>
    static void IsAsThe(JsonElement line, LifetimeRun run, string shown)
    {
        Assert.Equal(line.GetProperty("customers").GetInt32(), run.Customers);
        Assert.Equal(line.GetProperty("sentence").GetString(), run.Sentence);
        foreach (
            var (named, value, low, high) in new[]
            {
                ("expected", run.Expected, run.ExpectedLow, run.ExpectedHigh),
                ("value", run.Value, run.ValueLow, run.ValueHigh),
            }
        )
        {
            var range = line.GetProperty(named);
            if (range.ValueKind is JsonValueKind.Null)
            {
                Assert.Null(value);
                Assert.Contains("cannot be told: ", shown, StringComparison.Ordinal);
                continue;
            }
            Assert.Equal(range.GetProperty("value").GetDouble(), value);
            Assert.Equal((range.GetProperty("low").GetDouble(), range.GetProperty("high").GetDouble()), (low, high));
            Assert.Contains(Format.Ends(low!.Value, high!.Value), shown, StringComparison.Ordinal);
        }
        Assert.Equal(
            line.GetProperty("newCustomer").EnumerateArray().Select(s => s.GetProperty("expected").GetDouble()),
            run.Curve.Select(at => at.Expected)
        );
        foreach (var limit in line.GetProperty("cannotTell").EnumerateArray())
            Assert.Contains(limit.GetString()!, shown, StringComparison.Ordinal);
    }

    static Task<LifetimeRun> Newest(Cast cast) =>
        cast.World.As(
            cast,
            s => s.GetRequiredService<HeedDb>().LifetimeRuns.AsNoTracking().OrderByDescending(r => r.Id).FirstAsync()
        );

    [Fact]
    public async Task The_page_says_what_the_command_line_says_of_the_same_file_and_keeps_nobody()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var text = SamplePurchases.Log();
        using var file = new Csv(text);
        var line = await Typed.Json(["analyze", "lifetime", file.Path, .. Options]);
        var answer = await browser.PostForm("/listen/lifetime", "purchases", SamplePurchases.Fields(text));
        Assert.True(
            answer.StatusCode is HttpStatusCode.Redirect,
            answer.StatusCode is HttpStatusCode.OK ? (await answer.Html()).Body!.Says() : $"{answer.StatusCode}"
        );
        var run = await Newest(maya);
        var page = await browser.Page($"/listen/lifetime/{run.Id}");
        var shown = page.Body!.Says();
        IsAsThe(line, run, shown);
        foreach (
            var said in new[]
            {
                "Survivors only",
                "40 % of a purchase stays",
                "0.2 % a week",
                "26 weeks ahead",
                "BG/NBD",
            }
        )
            Assert.Contains(said, shown, StringComparison.Ordinal);
        // The value stands with the curve that it rests on, and no customer is anywhere.
        Assert.NotNull(page.QuerySelector("main svg"));
        var kept = JsonSerializer.Serialize(run);
        var told = await maya.Api().GetStringAsync($"/api/v1/lifetimes/{run.Id}");
        foreach (var text2 in new[] { kept, told, shown })
            Assert.DoesNotContain(SamplePurchases.Somebody, text2, StringComparison.Ordinal);
        Assert.Contains("pasted rows", (await browser.Page("/listen/lifetime")).Body!.Says(), StringComparison.Ordinal);
    }

    [Fact]
    [OnOneDatabase("what is computed of a file before any of it is stored")]
    public async Task Real_purchases_read_from_a_file_give_the_figures_of_the_command_line()
    {
        var path = SharedFiles.Case("12-retail-log/withid.csv");
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var bytes = await File.ReadAllBytesAsync(path);
        LifetimeRequest asked = new()
        {
            Customer = "CustomerID",
            Date = "InvoiceDate",
            Amount = "Amount",
            Ahead = 26,
            MarginPercent = 40,
            DiscountPercent = 0.2,
        };
        var outcome = await world.As(
            maya,
            s => s.GetRequiredService<LookAtPurchases>().Run(asked, bytes, "withid.csv", default)
        );
        var line = await Typed.Json([
            "analyze",
            "lifetime",
            path,
            "--customer",
            "CustomerID",
            "--date",
            "InvoiceDate",
            "--amount",
            "Amount",
            .. Options[6..],
        ]);
        if (outcome.Refused(out var refusal, out var run))
        {
            Assert.Fail(refusal.Because);
            return;
        }
        IsAsThe(line, run, (await (await maya.Browser()).Page($"/listen/lifetime/{run.Id}")).Body!.Says());
    }

    [Fact]
    public async Task Without_amounts_there_is_a_curve_and_no_value_and_it_is_said_why()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var asked = SamplePurchases.Asked();
        asked.Amount = null;
        var run = await maya.Do<LookAtPurchases, LifetimeRun>(l => l.Run(asked, default));
        Assert.Null(run.Value);
        Assert.Contains(
            "cannot be told: The column of amounts was not named.",
            (await (await maya.Browser()).Page($"/listen/lifetime/{run.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_words_and_nothing_typed_is_lost()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        (Action<LifetimeRequest> With, string Says)[] wrong =
        [
            (a => a.Text = " ", "Choose a file, or paste rows"),
            (a => a.Customer = "who", "who"),
            (a => a.Text = "customer,date,amount\nc1,soon,3\nc2,2026-01-02,4", "date"),
        ];
        foreach (var (with, says) in wrong)
        {
            var asked = SamplePurchases.Asked();
            with(asked);
            var said = await maya.Refused<LookAtPurchases, LifetimeRun>(l => l.Run(asked, default));
            Assert.Contains(says, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetTempPath(), said, StringComparison.Ordinal);
        }
        var browser = await maya.Browser();
        using var again = await browser.PostForm(
            "/listen/lifetime",
            "purchases",
            new()
            {
                ["Asked.Text"] = "a,b\n1,2",
                ["Asked.Customer"] = "buyer",
                ["Asked.Ahead"] = "0",
                ["Asked.MarginPercent"] = "",
            }
        );
        var page = await again.Html();
        Assert.Contains("Look 1 to 1,040", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Contains("Say what stays", page.Body!.Says(), StringComparison.Ordinal);
        Assert.Equal("buyer", page.QuerySelector("[name='Asked.Customer']")!.GetAttribute("value"));

        var viewer = await world.Colleague(maya, "Sam", Role.Viewer);
        Assert.Contains(
            "may read here",
            await viewer.Refused<LookAtPurchases, LifetimeRun>(l => l.Run(SamplePurchases.Asked(), default)),
            StringComparison.Ordinal
        );
        var run = await maya.Do<LookAtPurchases, LifetimeRun>(l => l.Run(SamplePurchases.Asked(), default));
        var rival = await world.Organisation("Tea House", "Noor");
        Assert.Equal(HttpStatusCode.NotFound, (await rival.Api().GetAsync($"/api/v1/lifetimes/{run.Id}")).StatusCode);
    }
}

using Heed.Aim;
using Heed.Customers;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Journal;

/// <summary>How the lines are read, narrowed, folded and led on from.</summary>
public sealed class JournalLinesTests
{
    [Theory]
    [InlineData(nameof(CustomerGroup), "Customer group")]
    [InlineData(nameof(KeyResult), "Key result")]
    [InlineData(nameof(Metric), "Metric")]
    [InlineData("", "")]
    public void A_kind_is_said_in_words(string kind, string name) => Assert.Equal(name, KindLinks.Name(kind));

    [Fact]
    public void A_line_leads_to_its_thing_or_to_all_of_its_kind_or_nowhere()
    {
        var (links, thing) = (new KindLinks(Modules.All), Guid.Parse("0198c0de-0000-7000-8000-000000000001"));
        Assert.Equal("/customers/0198c0de000070008000000000000001", To(nameof(CustomerGroup)));
        Assert.Equal("/aim/cycles", To(nameof(Cycle)));
        Assert.Null(To("Elephant"));
        Assert.Null(new KindLinks([]).Address(Of(nameof(CustomerGroup))));

        string? To(string kind) => links.Address(Of(kind));

        EntryView Of(string kind) => new(Id<Entry>.New(), default, "say", kind, thing, "");
    }

    static Entry Said(
        string sentence,
        DateTimeOffset at,
        string act = "say",
        Guid? about = null,
        Id<Member>? by = null
    ) =>
        new()
        {
            At = at,
            Act = act,
            Kind = nameof(CustomerGroup),
            SubjectId = about ?? Guid.Empty,
            Sentence = sentence,
            MemberId = by,
        };

    static Task<int> Write(Cast cast, params Entry[] lines) =>
        cast.World.As(
            cast,
            s =>
            {
                s.GetRequiredService<HeedDb>().Entries.AddRange(lines);
                return s.GetRequiredService<HeedDb>().SaveChangesAsync();
            }
        );

    static Task<Listed<EntryView>> Read(Cast cast, JournalView view, Id<Entry>? after = null, int size = 9) =>
        cast.World.As(cast, s => s.GetRequiredService<ReadJournal>().After(view, after, size, default));

    [Fact]
    public async Task A_view_leaves_out_an_act_and_goes_on_within_itself()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (now, thing) = (world.Clock.GetUtcNow(), Id<Entry>.Random().Value);
        await Write(
            maya,
            Said("first", now.AddMinutes(1), about: thing, by: maya.Member.Id),
            Said("check", now.AddMinutes(2), "check-in", thing),
            Said("second", now.AddMinutes(3), about: thing),
            Said("elsewhere", now.AddMinutes(4)),
            Said("third", now.AddMinutes(5), about: thing, by: Id<Member>.New())
        );
        var own = new JournalView(nameof(CustomerGroup), thing, Without: "check-in");
        var newest = await Read(maya, own, size: 2);
        Assert.Equal(["third", "second"], newest.Items.Select(e => e.Sentence));
        var rest = await Read(maya, own, Id<Entry>.Parse(newest.Next!, null), 2);
        Assert.Equal("first", Assert.Single(rest.Items).Sentence);
        Assert.Null(rest.Next);
        Assert.Empty((await Read(maya, own with { Kind = nameof(Metric) })).Items);
        Assert.Equal("first", Assert.Single((await Read(maya, new(Mine: true))).Items).Sentence);
        // Of whom nobody knows nothing is theirs: what no member did is not everybody's.
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(maya.Workspace, null);
        var read = scope.ServiceProvider.GetRequiredService<ReadJournal>();
        Assert.Empty((await read.After(new(Mine: true), null, 9, default)).Items);
        Assert.Equal([nameof(CustomerGroup)], await read.Kinds(default));

        scope.ServiceProvider.GetRequiredService<JournalWriter>().Write("open", Id<Cycle>.New(), "Heed did it.");
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        await db.SaveChangesAsync();
        var line = await db.Entries.SingleAsync(e => e.Act == "open");
        Assert.Equal((nameof(Cycle), null, now), (line.Kind, line.MemberId, line.At));
    }

    [Fact]
    public async Task The_page_parts_days_where_the_organisation_is_and_folds_what_was_recorded_in_a_row()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var none = (await browser.Page("/journal?mine=true")).QuerySelector("main")!.Says();
        Assert.Contains("You have done nothing here yet", none, StringComparison.Ordinal);
        Assert.Contains("What everyone did", none, StringComparison.Ordinal);
        var midnight = new DateTimeOffset(2035, 3, 3, 23, 0, 0, TimeSpan.Zero);
        await Write(maya, Said("Alone.", midnight.AddDays(-9)));
        var one = (await browser.Page("/journal")).QuerySelector("main")!.Says();
        Assert.Contains("1 line, 23 February 2035 to 23 February 2035, the first of all", one);

        await Write(
            maya,
            [
                Said("Before midnight.", midnight.AddMinutes(-1)),
                .. Enumerable.Range(0, 3).Select(i => Said($"Recorded {i}.", midnight.AddMinutes(i), "record")),
                Said("In between.", midnight.AddMinutes(3)),
                .. Enumerable.Range(4, 2).Select(i => Said($"Recorded {i}.", midnight.AddMinutes(i), "record")),
            ]
        );
        var main = (await browser.Page("/journal")).QuerySelector("main")!;
        Assert.Equal(
            ["4 March 2035", "3 March 2035", "23 February 2035"],
            main.QuerySelectorAll("section h3").Select(h => h.Says())
        );
        Assert.Equal(
            ["00:05", "00:04", "00:03", "00:02", "23:59", "00:00"],
            main.QuerySelectorAll(".lines time").Select(t => t.Says())
        );
        var folded = Assert.Single(main.QuerySelectorAll("details"));
        Assert.Equal(
            ["Recorded 2.", "Recorded 1.", "Recorded 0."],
            folded.QuerySelectorAll("li").Select(l => l.Says())
        );
        Assert.Contains("8 lines, 23 February 2035 to 4 March 2035, the first of all", main.Says());
        Assert.Equal("Everything", main.QuerySelector("[aria-current=page]")!.Says());
        var narrowed = (await browser.Page("/journal?kind=CustomerGroup&mine=true")).QuerySelector("main")!;
        Assert.Equal("Customer group", narrowed.QuerySelector("[aria-current=page]")!.Says());
    }

    [Fact]
    public async Task A_thing_shows_ten_of_its_lines_and_the_way_to_all()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var group = await world.As(
            maya,
            async s =>
                (
                    await s.GetRequiredService<WriteCustomerGroup>()
                        .Create(new() { Name = "Regulars", Kind = CustomerKind.External }, default)
                ).Refused(out _, out var made)
                    ? throw new InvalidOperationException()
                    : made
        );
        var browser = await maya.Browser();
        var now = world.Clock.GetUtcNow();
        await Write(
            maya,
            [.. Enumerable.Range(1, 9).Select(i => Said($"Line {i}.", now.AddMinutes(i), "record", group.Id.Value))]
        );
        Assert.Empty(await Ways());
        await Write(maya, Said("Line 10.", now.AddMinutes(10), "record", group.Id.Value), Said("Else.", now));
        var way = Assert.Single(await Ways()).GetAttribute("href")!;
        var page = await browser.Page($"/customers/{group.Id}");
        Assert.Equal(10, page.QuerySelectorAll(".lines > li").Length);
        // Of one thing nothing is folded, and no line leads to where one is.
        Assert.Empty(page.QuerySelectorAll(".lines details, .lines a"));
        var all = (await browser.Page(way)).QuerySelector("main")!;
        Assert.Contains("The lines of one thing.", all.Says(), StringComparison.Ordinal);
        Assert.Contains("11 lines", all.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("Else.", all.Says(), StringComparison.Ordinal);

        async Task<IEnumerable<AngleSharp.Dom.IElement>> Ways() =>
            (await browser.Page($"/customers/{group.Id}"))
                .QuerySelectorAll("main a")
                .Where(a => a.Says() == "All of it");
    }
}

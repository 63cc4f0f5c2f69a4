using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Whoever nominates anonymously is kept nowhere: not in a row, not in the journal, not in a key of the call.</summary>
public sealed class AnonymousNominationTests
{
    static Task<T> Rows<T>(Cast who, Func<HeedDb, Task<T>> ask) =>
        who.World.As(who, here => ask(here.GetRequiredService<HeedDb>()));

    [Fact]
    public async Task Neither_page_nor_program_leaves_a_trace_of_who_it_was()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var browser = await cleo.Browser();
        var (keys, lines) = await Rows(
            maya,
            async db => (await db.IdempotencyKeys.CountAsync(), await db.Entries.CountAsync())
        );
        using var said = await browser.PostForm(
            "/waste",
            "nominate",
            new() { ["Asked.What"] = SampleNominations.Twice, ["Anonymous"] = "true" }
        );
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Contains("Nothing says who you are.", (await said.Html()).Body!.Says(), StringComparison.Ordinal);
        using var called = await cleo.Api()
            .PostAsJsonAsync(
                "/api/v1/anonymous-nominations",
                new { what = "The report of Mondays is read by nobody." }
            );
        Assert.Equal(HttpStatusCode.Created, called.StatusCode);

        var kept = await Rows(maya, db => db.Nominations.AsNoTracking().ToListAsync());
        Assert.Equal(2, kept.Count);
        Assert.All(kept, n => Assert.Null(n.AuthorId));
        // A version-7 id is a timestamp.
        Assert.All(kept, n => Assert.Equal(4, n.Id.Value.Version));
        Assert.All(await Rows(maya, db => db.NominationSteps.ToListAsync()), s => Assert.Null(s.By));
        Assert.All(await Rows(maya, db => db.NominationVotes.ToListAsync()), v => Assert.Null(v.MemberId));
        Assert.Equal(lines, await Rows(maya, db => db.Entries.CountAsync()));
        Assert.Equal(keys, await Rows(maya, db => db.IdempotencyKeys.CountAsync()));
    }

    [Fact]
    public void No_row_of_a_nomination_holds_an_hour() =>
        Assert.DoesNotContain(
            new[] { typeof(Nomination), typeof(NominationStep), typeof(NominationVote) }.SelectMany(t =>
                t.GetProperties()
            ),
            p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(DateTimeOffset)
        );

    [Fact]
    public async Task A_key_for_one_call_is_refused_because_it_would_be_kept()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var call = new HttpRequestMessage(HttpMethod.Post, "/api/v1/anonymous-nominations")
        {
            Content = JsonContent.Create(new { what = SampleNominations.Twice }),
        };
        call.Headers.Add("Idempotency-Key", "once");
        using var answer = await maya.Api().SendAsync(call);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await Rows(maya, db => db.IdempotencyKeys.CountAsync()));
        Assert.Equal(0, await Rows(maya, db => db.Nominations.CountAsync()));
    }

    [Fact]
    public async Task Of_a_receipt_only_the_hash_is_kept_and_no_answer_but_the_first_holds_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var call = new HttpRequestMessage(HttpMethod.Post, "/api/v1/nominations")
        {
            Content = JsonContent.Create(new { what = SampleNominations.Twice }),
        };
        call.Headers.Add("Idempotency-Key", "once");
        using var answer = await maya.Api().SendAsync(call);
        var thanks = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var receipt = thanks["receipt"]!.GetValue<string>();
        var kept = await Rows(maya, db => db.Nominations.AsNoTracking().SingleAsync());
        Assert.Equal(ReceiptCode.Hash(receipt), kept.ReceiptHash);
        var key = await Rows(maya, db => db.IdempotencyKeys.AsNoTracking().SingleAsync());
        Assert.Null(key.Body);
        Assert.DoesNotContain(
            kept.ReceiptHash,
            await maya.Api().GetStringAsync($"/api/v1/nominations/{kept.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_member_who_nominates_without_end_is_stopped_in_words_and_what_was_said_stays()
    {
        await using var world = await World.New();
        var maya = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < NominationPace.MostAnHour; i++)
            await maya.Said($"Step {i} serves nobody.", anonymously: true);
        var said = await maya.RefusalOf<Nominate, NominationThanks>(nominate =>
            nominate.Run(new() { What = SampleNominations.Twice }, true, default)
        );
        Assert.Equal(429, said.Status);
        Assert.StartsWith("You have nominated 20 things within an hour.", said.Because, StringComparison.Ordinal);
        Assert.Equal(NominationPace.MostAnHour, await Rows(maya, db => db.Nominations.CountAsync()));
    }
}

using System.Net;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>What a receipt tells to somebody who has not signed in, and what it lets them do.</summary>
public sealed class ReceiptTests
{
    internal static async Task<string> Told(HttpClient stranger, string code) =>
        (await (await Show(stranger, code)).Html()).QuerySelector("main")!.Says();

    static Task<HttpResponseMessage> Show(HttpClient stranger, string code) =>
        stranger.PostForm("/waste/receipt", "receipt", new() { ["Asked.Code"] = code });

    [Fact]
    public async Task Whoever_nominated_follows_it_by_the_receipt_and_says_what_they_think_of_the_reason()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var thanks = await maya.Said(anonymously: true);
        var stranger = world.Visitor();
        Assert.Contains(
            "an answer is due by 7 March 2035",
            await Told(stranger, thanks.Receipt),
            StringComparison.Ordinal
        );
        await maya.Classed(thanks.Nomination, NominationClass.NotUnderstood);
        await maya.Decided(thanks.Nomination, NominationDecision.Keep, "The tax law asks for two.");
        var told = await Told(stranger, thanks.Receipt.ToLowerInvariant());
        Assert.Contains("The tax law asks for two.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Maya", told, StringComparison.Ordinal);

        var lines = await world.As(maya, here => here.GetRequiredService<HeedDb>().Entries.CountAsync());
        using var shown = await Show(stranger, thanks.Receipt);
        var form = Forms.Filled(
            (await shown.Html()).Forms.Single(f =>
                f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "rate"
            )
        );
        form["Rating.Rating"] = "StillStupid";
        using var rated = await stranger.PostAsync("/waste/receipt", new FormUrlEncodedContent(form));
        Assert.Contains(
            "Whoever decided sees what you say.",
            (await rated.Html()).Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.Equal(ReasonRating.StillStupid, (await maya.Seen(thanks.Nomination))!.Rating);
        // When they did is nobody's business.
        Assert.Equal(lines, await world.As(maya, here => here.GetRequiredService<HeedDb>().Entries.CountAsync()));
    }

    [Fact]
    public async Task A_code_that_is_none_and_one_that_opens_nothing_are_answered_alike()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var stranger = world.Visitor();
        var (none, unknown) = ("AAAA", ReceiptCode.New());
        using var one = await Show(stranger, none);
        using var other = await Show(stranger, unknown);
        Assert.Equal(one.StatusCode, other.StatusCode);
        Assert.Equal(
            (await one.Alike()).Replace(none, "", StringComparison.Ordinal),
            (await other.Alike()).Replace(unknown, "", StringComparison.Ordinal)
        );
        Assert.Contains("This code opens nothing here.", await Told(stranger, unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_guesses_codes_is_asked_to_come_back_later()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var guess = await world
            .Visitor()
            .Drawn("/waste/receipt", "receipt", new() { ["Asked.Code"] = ReceiptCode.New() });
        HttpStatusCode last = default;
        for (var i = 0; i <= Heed.Shell.RateLimits.DoorTriesAMinute; i++)
        {
            using var answer = await guess();
            last = answer.StatusCode;
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task An_anonymous_one_is_withdrawn_by_its_receipt_alone()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var thanks = await maya.Said(anonymously: true);
        Assert.StartsWith(
            "Only whoever nominated withdraws it",
            await maya.Refused<WithdrawNomination, Nomination>(w => w.Run(thanks.Nomination, default)),
            StringComparison.Ordinal
        );
        var stranger = world.Visitor();
        using var shown = await Show(stranger, thanks.Receipt);
        var form = Forms.Filled(
            (await shown.Html()).Forms.Single(f =>
                f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "withdrawal"
            )
        );
        using var done = await stranger.PostAsync("/waste/receipt", new FormUrlEncodedContent(form));
        Assert.Contains("It is withdrawn.", (await done.Html()).Body!.Says(), StringComparison.Ordinal);
        Assert.Equal(NominationState.Withdrawn, (await maya.Seen(thanks.Nomination))!.State);
    }

    [Fact]
    public async Task The_receipt_of_a_merged_one_tells_what_becomes_of_the_other()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (one, other) = (await maya.Said(anonymously: true), await maya.Said("Receipts come out twice."));
        await maya.Do<MergeNomination, Nomination>(m =>
            m.Run(one.Nomination, new() { Into = other.Nomination }, default)
        );
        await maya.Classed(other.Nomination);
        await maya.Decided(other.Nomination, NominationDecision.Explain, "One is the guest's.");
        var told = await Told(world.Visitor(), one.Receipt);
        Assert.Contains("Merged into another of the same, which is: decided", told, StringComparison.Ordinal);
        Assert.Contains("One is the guest's.", told, StringComparison.Ordinal);
        // It says nothing of the other's words, and rates no reason twice.
        Assert.DoesNotContain("Receipts come out twice.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Still stupid", told, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Net.Http.Json;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Two nominations that say the same.</summary>
public sealed class MergeNominationTests
{
    [Fact]
    public async Task A_voice_counts_once_a_member_and_goes_along_when_two_are_merged()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var noa = await world.Colleague(maya, "Noa", Role.Contributor);
        var (one, other) = (await cleo.Said(), await maya.Said("Receipts come out twice.", anonymously: true));
        await noa.Do<VoteForNomination, Done>(v => v.Add(one.Nomination, default));
        await noa.Do<VoteForNomination, Done>(v => v.Add(one.Nomination, default));
        await noa.Do<VoteForNomination, Done>(v => v.Add(other.Nomination, default));
        // Whoever said the other one anonymously is not counted until they say “me too” like everybody.
        Assert.Equal((2, 1), ((await maya.Seen(one.Nomination))!.Votes, (await maya.Seen(other.Nomination))!.Votes));
        Assert.StartsWith(
            "You nominated it",
            await cleo.Refused<VoteForNomination, Done>(v => v.Add(one.Nomination, default)),
            StringComparison.Ordinal
        );
        await maya.Do<MergeNomination, Nomination>(m =>
            m.Run(one.Nomination, new() { Into = other.Nomination }, default)
        );
        // Cleo and Noa.
        Assert.Equal(2, (await maya.Seen(other.Nomination))!.Votes);
        Assert.Equal(NominationState.Merged, (await maya.Seen(one.Nomination))!.State);
        await noa.Do<VoteForNomination, Done>(v => v.TakeBack(other.Nomination, default));
        Assert.Equal(1, (await maya.Seen(other.Nomination))!.Votes);
    }

    [Fact]
    public async Task Whoever_answers_is_shown_what_may_say_the_same()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var one = await maya.Said();
        var same = await maya.Said("We print every receipt twice, and one is thrown away.");
        await maya.Said("The report of Mondays is read by nobody.");
        var alike = await world.As(
            maya,
            here => here.GetRequiredService<ReadAlikeNominations>().Of(one.Nomination, default)
        );
        Assert.Equal(same.Nomination, Assert.Single(alike!).Id);
    }

    [Fact]
    public async Task Of_two_that_are_merged_into_each_other_at_once_one_stays()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var api = maya.Api();
        for (var pair = 0; pair < 8; pair++)
        {
            var (one, other) = (
                (await maya.Said($"Receipt {pair} is printed twice.")).Nomination,
                (await maya.Said($"Receipt {pair} is thrown away.")).Nomination
            );
            var answers = await Task.WhenAll(Merge(one, other), Merge(other, one));
            Assert.Single(answers, answer => answer == HttpStatusCode.NoContent);
            Assert.Single(
                [(await maya.Seen(one))!.State, (await maya.Seen(other))!.State],
                state => state == NominationState.Merged
            );
        }

        async Task<HttpStatusCode> Merge(Id<Nomination> from, Id<Nomination> into)
        {
            using var answer = await api.PostAsJsonAsync($"/api/v1/nominations/{from}/merger", new { into });
            return answer.StatusCode;
        }
    }
}

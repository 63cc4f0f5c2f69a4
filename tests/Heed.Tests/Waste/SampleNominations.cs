using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>What the tests nominate.</summary>
static class SampleNominations
{
    public const string Twice = "We print every receipt twice and throw one away.";

    public static Task<NominationThanks> Said(
        this Cast who,
        string what = Twice,
        bool anonymously = false,
        Id<Team>? team = null
    ) =>
        who.Do<Nominate, NominationThanks>(nominate =>
            nominate.Run(new() { What = what, Team = team }, anonymously, default)
        );

    public static Task<Nomination> Classed(
        this Cast who,
        Id<Nomination> id,
        NominationClass found = NominationClass.NeverMeant
    ) => who.Do<AnswerNomination, Nomination>(answer => answer.Class(id, new() { Class = found }, default));

    public static Task<Nomination> Decided(
        this Cast who,
        Id<Nomination> id,
        NominationDecision decision,
        string? because = null
    ) =>
        who.Do<AnswerNomination, Nomination>(answer =>
            answer.Decide(id, new() { Decision = decision, Because = because }, default)
        );

    public static Task<NominationView?> Seen(this Cast who, Id<Nomination> id) =>
        who.World.As(who, here => here.GetRequiredService<ReadNominations>().Of(id, default));

    public static Task<Nomination> Held(this Cast who, Id<Nomination> id) =>
        who.Do<ModerateNomination, Nomination>(moderate =>
            moderate.Hold(id, new() { Because = "It names the cook." }, default)
        );

    /// <summary>A spot that is open, for a walk over the routes.</summary>
    public static async Task<string> Opened(IServiceProvider services, Cast who)
    {
        var spot = new Spot
        {
            Name = "The counter",
            Code = ReceiptCode.Plain(ReceiptCode.New(Spot.CodeLength), Spot.CodeLength)!,
            OpenedAt = who.World.Clock.GetUtcNow(),
            OpenedBy = who.Member.Id,
        };
        var db = services.GetRequiredService<HeedDb>();
        db.Add(spot);
        await db.SaveChangesAsync();
        return spot.Id.ToString();
    }

    /// <summary>One that waits, for a walk over the routes.</summary>
    public static async Task<string> Waiting(IServiceProvider services, Cast who)
    {
        var nomination = new Nomination
        {
            What = $"Sample nomination {Id<Nomination>.Random()}",
            AuthorId = who.Member.Id,
            ReceiptHash = $"{Id<Nomination>.Random()}",
            On = new(2035, 3, 5),
            AnswerDue = new(2035, 3, 7),
        };
        var db = services.GetRequiredService<HeedDb>();
        db.AddRange(nomination, nomination.Begin());
        await db.SaveChangesAsync();
        return nomination.Id.ToString();
    }
}

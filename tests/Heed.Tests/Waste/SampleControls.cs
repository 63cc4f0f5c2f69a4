using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Harbor Coffee's controls: what the tests of this folder say in one line.</summary>
static class SampleControls
{
    public static ControlRequest Asked(Cast cast, string name = "Two signatures for milk", params Requirement[] by) =>
        new()
        {
            Name = name,
            Team = cast.Team.Id,
            Asks = "Two people sign each delivery of milk.",
            Reason = "A crate was missing once.",
            Requirements = [.. by.Select(r => r.Id)],
            WatchedFrom = new(2033, 1, 1),
            Cases = 1000,
        };

    public static Task<Practice> Control(
        this Cast cast,
        string name = "Two signatures for milk",
        params Requirement[] by
    ) => cast.Do<WriteControl, Practice>(write => write.Run(Asked(cast, name, by), default));

    public static Task<Requirement> Requirement(
        this Cast cast,
        Binding binding = Binding.OwnPolicy,
        string name = "Stock rules"
    ) => cast.Do<WriteRequirement, Requirement>(w => w.Run(new() { Name = name, Binding = binding }, default));

    public static async Task Signs(this Cast cast, Cast who) =>
        await cast.Do<NameSigner, MemberView>(n => n.Run(new() { Member = who.Member.Id }, default));

    public static WaiverRequest WaiverAsked(DateOnly from, DateOnly until, double cases = 4) =>
        new()
        {
            Scope = "Deliveries before six",
            Reason = "Only one person is there.",
            Instead = "A photo of the crates",
            Cases = cases,
            From = from,
            Until = until,
        };

    public static Task<Waiver> AsksWaiver(this Cast cast, Practice of, DateOnly until, double cases = 4) =>
        cast.Do<AskWaiver, Waiver>(ask =>
            ask.Run(of.Id, WaiverAsked(cast.Workspace.Today(cast.World.Clock), until, cases), default)
        );

    public static Task<Waiver> Grants(this Cast cast, Waiver waiver) =>
        cast.Do<DecideOnWaiver, Waiver>(d => d.Grant(waiver.Id, new() { Answer = "For the winter." }, default));

    public static Task<ControlCard> Card(this Cast cast, Practice of) =>
        cast.World.As(cast, async s => (await s.GetRequiredService<ReadControls>().Of(of.Id, default))!);

    /// <summary>For addresses that name one: a control, a requirement with a proposal, a waiver that waits.</summary>
    public static async Task<string> OneControl(IServiceProvider services, Cast who) =>
        (await Saved(services, who)).Id.ToString();

    public static async Task<string> OneWaiver(IServiceProvider services, Cast who)
    {
        var practice = await Saved(services, who);
        var db = services.GetRequiredService<HeedDb>();
        var waiver = new Waiver
        {
            PracticeId = practice.Id,
            Scope = "To be walked",
            Reason = "To be walked",
            Instead = "Nothing",
            Cases = 1,
            From = new(2035, 1, 1),
            Until = new(2035, 12, 1),
            // By somebody else, so that whoever walks may grant it.
            AskedBy = Id<Member>.Parse(await Samples.Somebody(services), null),
            AskedAt = DateTimeOffset.UnixEpoch,
        };
        db.Add(waiver);
        await db.SaveChangesAsync();
        return waiver.Id.ToString();
    }

    public static async Task<string> OneRequirement(IServiceProvider services, Cast who)
    {
        var db = services.GetRequiredService<HeedDb>();
        var requirement = new Requirement
        {
            Name = $"Sample requirement {Id<Requirement>.Random()}",
            Binding = Binding.Law,
            CreatedAt = DateTimeOffset.UnixEpoch,
            CreatedBy = who.Member.Id,
        };
        // Proposed by somebody else, so that whoever walks may sign it.
        var change = requirement.Propose(
            Binding.Habit,
            "To be walked",
            Id<Member>.Parse(await Samples.Somebody(services), null),
            DateTimeOffset.UnixEpoch
        );
        Assert.False(change.Refused(out _));
        db.Add(requirement);
        if (!await db.Signers.AnyAsync(s => s.MemberId == who.Member.Id))
            db.Add(
                new Signer
                {
                    MemberId = who.Member.Id,
                    NamedBy = who.Member.Id,
                    NamedAt = DateTimeOffset.UnixEpoch,
                }
            );
        await db.SaveChangesAsync();
        return requirement.Id.ToString();
    }

    static async Task<Practice> Saved(IServiceProvider services, Cast who)
    {
        var practice = new Practice
        {
            TeamId = who.Team.Id,
            Kind = PracticeKind.Control,
            Name = $"Sample control {Id<Practice>.Random()}",
            Reason = "To be walked",
            StateSince = DateTimeOffset.UnixEpoch,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var db = services.GetRequiredService<HeedDb>();
        db.AddRange(practice, new Control { PracticeId = practice.Id, Asks = "To be walked" });
        await db.SaveChangesAsync();
        return practice;
    }
}

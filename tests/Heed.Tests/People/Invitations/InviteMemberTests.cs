using Heed.Mail;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

[Collection(nameof(IdleWorld))]
public sealed class InviteMemberTests(IdleWorld one)
{
    static InviteRequest Whom(string email, params string?[] teams) =>
        new()
        {
            Email = email,
            Role = Role.Contributor,
            TeamIds = [.. teams],
        };

    static async Task<InvitationMade> Invite(Cast by, InviteRequest asked)
    {
        var outcome = await by.World.As(by, s => s.GetRequiredService<InviteMember>().Run(asked, default));
        return outcome.Refused(out var refusal, out var made)
            ? throw new InvalidOperationException(refusal.Because)
            : made;
    }

    static Task<string> Says(Cast by, InviteRequest asked) =>
        by.Says((InviteMember invite) => invite.Run(asked, default));

    [Fact]
    public async Task Whoever_may_not_be_invited_is_told_with_the_reason_and_nothing_is_kept()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var ben = await world.Colleague(maya, "Ben", Role.Viewer);
        var rival = await one.Organisation("Rival Coffee");
        await maya.Says((DeactivateMember act) => act.Run(ben.Member.Id, default));

        Assert.Equal("Only an administrator may invite.", await Says(cleo, Whom("noa@harbor.example")));
        Assert.Equal("Cleo is a member already.", await Says(maya, Whom($" {cleo.Email.ToUpperInvariant()} ")));
        Assert.Equal(
            "Ben was a member with this address. Reactivate the member instead.",
            await Says(maya, Whom(ben.Email))
        );
        foreach (var team in (string[])["checkout", Id<Team>.New().ToString(), rival.Team.Id.ToString()])
            Assert.Equal(
                "There is no such team here. It may have been removed.",
                await Says(maya, Whom("noa@harbor.example", maya.Team.Id.ToString(), team))
            );
        Assert.False(await maya.Db(db => db.Invitations.AnyAsync()));
        Assert.False(await maya.Db(db => db.Jobs.AnyAsync()));
    }

    [Fact]
    public async Task It_lasts_seven_days_names_each_team_once_and_its_line_of_history_names_nobody()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var team = maya.Team.Id.ToString();
        var made = await Invite(maya, Whom(" Noa@Harbor.example ", team, "", null, team));
        Assert.Equal(world.Clock.GetUtcNow().AddDays(7), made.ExpiresAt);
        var kept = await maya.Db(db => db.Invitations.AsNoTracking().SingleAsync());
        Assert.Equal([maya.Team.Id.Value], kept.TeamIds);
        Assert.Equal((maya.Member.Id, Role.Contributor), (kept.InvitedBy, kept.Role));
        Assert.Equal(["Maya invited somebody as Contributor."], await maya.Lines());

        var open = await maya.World.As(maya, s => s.GetRequiredService<ReadInvitations>().Open(default));
        Assert.False(open.Refused(out _, out var shown));
        Assert.Equal("noa@harbor.example", Assert.Single(shown).Email);
        world.Clock.Move(Invitation.Lifetime);
        open = await maya.World.As(maya, s => s.GetRequiredService<ReadInvitations>().Open(default));
        Assert.False(open.Refused(out _, out shown));
        Assert.Empty(shown);
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        Assert.Equal(
            "Only an administrator may see the invitations.",
            await cleo.Says((ReadInvitations read) => read.Open(default))
        );
    }

    [Fact]
    public async Task Where_mail_is_sent_the_link_goes_by_mail_and_is_shown_only_for_an_address_that_declined_it()
    {
        await using var world = await World.Start(
            Worlds.Idle,
            "--Heed:MailHost=localhost",
            "--Heed:MailSecurity=none",
            "--Heed:MailFrom=heed@harbor.example"
        );
        var maya = await world.Organisation("Harbor Coffee");
        var made = await Invite(maya, Whom("noa@harbor.example"));
        Assert.Equal((null, "noa@harbor.example"), (made.Link, made.MailedTo));
        var job = await maya.Db(db => db.Jobs.AsNoTracking().SingleAsync());
        var letter = await world.As(maya, s => Task.FromResult(s.GetRequiredService<Outbox>().Open(job.Payload)));
        Assert.Equal(("noa@harbor.example", false), (letter.To, letter.AskedFor));
        Assert.Contains("/invitations/heed_invitation_", letter.Link, StringComparison.Ordinal);
        Assert.Contains("until 12 March 2035", letter.Paragraphs[1], StringComparison.Ordinal);
        Assert.DoesNotContain("noa@", job.Payload, StringComparison.Ordinal);

        await maya.Db(db =>
        {
            db.Suppressions.Add(
                new()
                {
                    Address = Suppression.Normal("Ida@Harbor.example"),
                    Because = SuppressionReason.Unsubscribed,
                    At = world.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
        made = await Invite(maya, Whom("ida@harbor.example"));
        Assert.Null(made.MailedTo);
        Assert.Contains("/invitations/heed_invitation_", made.Link, StringComparison.Ordinal);
        Assert.Equal(1, await maya.Db(db => db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task Only_one_that_is_not_used_yet_is_revoked_and_once()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var rival = await one.Organisation("Rival Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var open = (await Invite(maya, Whom("noa@harbor.example"))).Id;
        var used = (await Invite(maya, Whom("ida@harbor.example"))).Id;
        var now = world.Clock.GetUtcNow();
        await maya.Db(db =>
            db.Invitations.Where(i => i.Id == used)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, (DateTimeOffset?)now))
        );

        Assert.Equal("Only an administrator may revoke an invitation.", await Revoke(cleo, open));
        Assert.Equal("There is no such invitation here. It may have been removed.", await Revoke(rival, open));
        Assert.Equal("This invitation was used. Deactivate the member instead.", await Revoke(maya, used));
        Assert.Equal("", await Revoke(maya, open));
        world.Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal("", await Revoke(maya, open));
        Assert.Equal(
            now,
            await maya.Db(db => db.Invitations.Where(i => i.Id == open).Select(i => i.RevokedAt).SingleAsync())
        );
        Assert.Single(await maya.Lines(), "Maya revoked an invitation.");

        static Task<string> Revoke(Cast by, Id<Invitation> id) =>
            by.Says((RevokeInvitation act) => act.Run(id, default));
    }
}

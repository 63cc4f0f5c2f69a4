using System.Net.Http.Json;
using Heed.Mail;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Listen;
using Heed.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Mail;

public sealed class SendMailTests
{
    static Task<World> Idle(params string[] settings) => World.Start(Worlds.Idle, settings);

    static async Task Invite(Cast by, string address)
    {
        var answer = await by.Api().PostAsJsonAsync("/api/v1/invitations", new { email = address, role = "Viewer" });
        answer.EnsureSuccessStatusCode();
    }

    static Task<List<Job>> Jobs(World world, Cast cast) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().OrderBy(j => j.Id).ToListAsync());

    [Fact]
    public async Task An_invitation_goes_out_as_one_mail_in_words_with_a_way_to_decline_more()
    {
        await using var sink = MailSink.Open();
        await using var world = await Idle(sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        await Invite(maya, "cleo@harbor.example");
        Assert.Empty(sink.Accepted);
        var owed = (await Jobs(world, maya)).Single();
        // The way in stands in the table as nobody can read it, and is gone when it is sent.
        Assert.DoesNotContain("invitations/", owed.Payload, StringComparison.Ordinal);
        await world.Work();

        var mail = sink.Accepted.Single();
        Assert.Equal("cleo@harbor.example", mail.To.ToString());
        Assert.Equal("You are invited to Harbor Coffee", mail.Subject);
        Assert.StartsWith(owed.Id.ToString(), mail.MessageId, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("/unsubscribe/one-click?code=", mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Contains("/invitations/", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Accept the invitation", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("", (await Jobs(world, maya)).Single().Payload);
    }

    [Fact]
    public async Task What_somebody_typed_is_text_in_a_mail_and_never_markup()
    {
        await using var sink = MailSink.Open();
        await using var world = await Idle(sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Workspaces.ExecuteUpdateAsync(set => set.SetProperty(w => w.Name, "Harbor <b>Coffee</b>"))
        );
        await world.As(
            maya,
            async s =>
            {
                await s.GetRequiredService<Outbox>()
                    .Add(
                        maya.Team.Id,
                        new("cleo@harbor.example", "Hello", ["<script>alert(1)</script>"], "http://x/", "Look", true),
                        default
                    );
                return await s.GetRequiredService<HeedDb>().SaveChangesAsync();
            }
        );
        await world.Work();
        var mail = sink.Accepted.Single();
        Assert.DoesNotContain("<script>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Coffee", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Null(mail.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task A_server_that_is_away_for_an_hour_gets_the_mail_once_when_it_is_back()
    {
        var (settings, back) = MailSink.Away();
        await using var world = await Idle(settings);
        var maya = await world.Organisation("Harbor Coffee");
        await Invite(maya, "cleo@harbor.example");
        for (var minutes = 0; minutes <= 60; minutes += 5)
        {
            await world.Work();
            world.Clock.Move(TimeSpan.FromMinutes(5));
        }
        var job = (await Jobs(world, maya)).Single();
        Assert.Equal(JobState.Waiting, job.State(world.Clock.GetUtcNow()));
        Assert.InRange(job.Tries, 2, Job.MostTries - 1);
        Assert.Contains("cannot be reached", job.LastError, StringComparison.Ordinal);

        await using var sink = back();
        for (var hours = 0; hours < 4; hours++)
        {
            world.Clock.Move(TimeSpan.FromHours(1));
            await world.Work();
        }
        Assert.Single(sink.Accepted);
        Assert.Equal(JobState.Done, (await Jobs(world, maya)).Single().State(world.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task One_address_that_is_refused_fails_in_words_and_the_others_go()
    {
        await using var sink = MailSink.Open(refuses: "nobody@harbor.example");
        await using var world = await Idle(sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        foreach (var name in (string[])["cleo", "nobody", "vera"])
            await Invite(maya, $"{name}@harbor.example");
        await world.Work();
        Assert.Equal(
            ["cleo@harbor.example", "vera@harbor.example"],
            sink.Accepted.Select(m => m.To.ToString()).Order()
        );
        var failed = (await Jobs(world, maya)).Single(j => j.FailedAt is not null);
        Assert.Equal(1, failed.Tries);
        Assert.Contains("refused the address nobody@harbor.example: 550", failed.LastError, StringComparison.Ordinal);

        // The address bounced, so nothing unasked goes there again until somebody says otherwise.
        var browser = await maya.Browser();
        var page = await browser.Page("/mail");
        Assert.Contains("nobody@harbor.example", page.Body!.TextContent, StringComparison.Ordinal);
        var suppressed = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Suppressions.AsNoTracking().SingleAsync()
        );
        Assert.Equal(SuppressionReason.Bounced, suppressed.Because);
        await browser.PostForm("/mail", $"allow-{suppressed.Id}", []);
        Assert.False(await world.As(maya, s => s.GetRequiredService<HeedDb>().Suppressions.AnyAsync()));
    }

    [Fact]
    public async Task A_server_that_hangs_at_one_mail_does_not_hold_up_the_others()
    {
        await using var sink = MailSink.Open(hangsAt: "slow@harbor.example");
        await using var world = await Idle([.. sink.Settings, "--Heed:MailTimeout=3"]);
        var maya = await world.Organisation("Harbor Coffee");
        foreach (var name in (string[])["slow", "cleo", "vera"])
            await Invite(maya, $"{name}@harbor.example");
        await world.Work();
        Assert.Equal(2, sink.Accepted.Count);
        var hung = (await Jobs(world, maya)).Single(j => j.DoneAt is null);
        Assert.Equal(JobState.Waiting, hung.State(world.Clock.GetUtcNow()));
        Assert.Contains("did not answer within 3 seconds", hung.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_tls_is_asked_for_a_server_without_it_gets_nothing()
    {
        await using var sink = MailSink.Open();
        await using var world = await Idle([
            .. sink.Settings.Where(s => !s.Contains("Security", StringComparison.Ordinal)),
            "--Heed:MailSecurity=starttls",
        ]);
        var maya = await world.Organisation("Harbor Coffee");
        await Invite(maya, "cleo@harbor.example");
        await world.Work();
        Assert.Equal(0, sink.Arrived);
        Assert.Contains("cannot be reached", (await Jobs(world, maya)).Single().LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_for_a_new_password_goes_by_mail_even_to_who_declined_the_rest()
    {
        await using var sink = MailSink.Open();
        await using var world = await Idle(sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.Suppressions.Add(
                    new()
                    {
                        Address = cleo.Email,
                        Because = SuppressionReason.Unsubscribed,
                        At = world.Clock.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync();
            }
        );
        var answer = await maya.Api().PostAsync($"/api/v1/members/{cleo.Member.Id}/password-link", null);
        answer.EnsureSuccessStatusCode();
        var made = (await answer.Content.ReadFromJsonAsync<PasswordLinkMade>())!;
        Assert.Equal((null, cleo.Email), (made.Link, made.MailedTo));
        await world.Work();
        var mail = sink.Accepted.Single();
        Assert.Contains("/new-password?code=", mail.TextBody, StringComparison.Ordinal);
        Assert.Null(mail.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task Without_a_server_every_mail_stays_here_where_its_owner_and_administrators_alone_can_read_it()
    {
        await using var world = await Idle();
        var maya = await world.Organisation("Harbor Coffee");
        await Invite(maya, "cleo@harbor.example");
        await world.Work();
        var job = (await Jobs(world, maya)).Single();
        var folder = Path.Combine(world.Services.GetRequiredService<Settings>().Data, "mail");
        var file = Directory.EnumerateFiles(folder, "*.eml", SearchOption.AllDirectories).Single();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var browser = await maya.Browser();
        Assert.Contains(
            "You are invited to Harbor Coffee",
            (await browser.Page("/mail")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "/invitations/",
            (await browser.Page($"/mail/{job.Id}")).Body!.TextContent,
            StringComparison.Ordinal
        );
        var cleo = await (await world.Colleague(maya, "Cleo", Role.Contributor)).Browser();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await cleo.GetAsync($"/mail/{job.Id}")).StatusCode);
    }
}

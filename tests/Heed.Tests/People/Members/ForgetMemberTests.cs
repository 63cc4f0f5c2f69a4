using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.Aim;
using Heed.Kit;
using Heed.Mail;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Heed.Tests.People;

public sealed class ForgetMemberTests
{
    static Task<HttpResponseMessage> Forget(Cast by, Cast whom) =>
        by.Api().PostAsync($"/api/v1/members/{whom.Member.Id}/erasure", null);

    static Task<List<string>> Lines(Cast by) =>
        Lists.All(by.Api(), "/api/v1/journal", 50, e => e["sentence"]!.GetValue<string>());

    [Fact]
    public async Task Name_address_password_and_tokens_go_and_what_was_done_stays()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        await tom.Api().PostAsJsonAsync("/api/v1/customer-groups", new { name = "Regulars", kind = "External" });
        await maya.Api().PostAsJsonAsync($"/api/v1/members/{tom.Member.Id}/password-link", new { });
        await tom.Api().PutAsJsonAsync("/api/v1/me/name", new { name = "Tomás" });
        await tom.Api().PostAsJsonAsync("/api/v1/customer-groups", new { name = "Tomatoes", kind = "External" });

        Assert.Equal(HttpStatusCode.NoContent, (await Forget(maya, tom)).StatusCode);

        Assert.Equal(
            [
                "Maya had a former member forgotten.",
                "A former member named the customer group Tomatoes.",
                "A former member is now called a former member.",
                "Maya made a link with which a former member can set a new password.",
                "A former member named the customer group Regulars.",
            ],
            await Lines(maya)
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await tom.Api().GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await maya.Api().GetAsync($"/api/v1/members/{tom.Member.Id}")).StatusCode
        );
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        Assert.False(await db.Users.AnyAsync(p => p.Email == tom.Email));
        Assert.False(await db.ApiTokens.IgnoreQueryFilters().AnyAsync(t => t.MemberId == tom.Member.Id));
        Assert.Equal(2, await db.CustomerGroups.IgnoreQueryFilters().CountAsync());
    }

    [Fact]
    public async Task What_they_said_is_said_by_a_former_member()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var objective = await world.As(maya, s => SampleAim.Objective(s, maya));
        var said = await tom.Api()
            .PostAsJsonAsync($"/api/v1/objectives/{objective.Id}/comments", new { text = "Is it the door?" });
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);

        await Forget(maya, tom);

        var page = await (await maya.Browser()).Page($"/aim/objectives/{objective.Id}");
        Assert.Equal("A former member", page.QuerySelector(".talk b")!.TextContent);
        Assert.Contains("Is it the door?", page.QuerySelector(".talk")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_to_them_goes_from_the_queue_the_folder_and_the_list_of_those_who_declined()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (tom, ida) = (
            await world.Colleague(maya, "Tom", Role.Contributor),
            await world.Colleague(maya, "Ida", Role.Contributor)
        );
        await world.As(
            maya,
            async s =>
            {
                var (db, outbox) = (s.GetRequiredService<HeedDb>(), s.GetRequiredService<Outbox>());
                foreach (var whom in new[] { tom, ida })
                {
                    db.Suppressions.Add(
                        new()
                        {
                            Address = Suppression.Normal(whom.Email),
                            Because = SuppressionReason.Unsubscribed,
                            At = world.Clock.GetUtcNow(),
                        }
                    );
                    var mail = new OutgoingMail(whom.Email, "A link", ["Here it is."], "/me", "Look", AskedFor: true);
                    Assert.False((await outbox.Add(whom.Member.Id, mail, default)).Refused(out _));
                    var letter = new MimeMessage
                    {
                        Subject = "A link",
                        Body = new TextPart("plain") { Text = "Here." },
                    };
                    letter.To.Add(new MailboxAddress("", whom.Email));
                    await s.GetRequiredService<MailFolder>()
                        .Keep(maya.Member.WorkspaceId, Id<Job>.New(), letter, default);
                }
                return await db.SaveChangesAsync();
            }
        );

        await Forget(maya, tom);

        Assert.Equal(
            [Suppression.Normal(ida.Email)],
            await world.As(maya, s => s.GetRequiredService<HeedDb>().Suppressions.Select(x => x.Address).ToListAsync())
        );
        // A letter that was on its way at that moment is taken back when it arrives.
        List<string> letters = [];
        await Errands.Until(async () => !(letters = await Letters()).Any(IsToms));
        Assert.Contains(letters, to => to.Contains(ida.Email, StringComparison.Ordinal));

        bool IsToms(string to) => to.Contains(tom.Email, StringComparison.Ordinal);

        Task<List<string>> Letters() =>
            world.As(
                maya,
                async s =>
                {
                    var (db, outbox) = (s.GetRequiredService<HeedDb>(), s.GetRequiredService<Outbox>());
                    var waiting = await db.Jobs.Where(j => j.Kind == Outbox.Kind && j.Payload != "").ToListAsync();
                    var kept = s.GetRequiredService<MailFolder>().List(maya.Member.WorkspaceId, 10);
                    return waiting.Select(j => outbox.Open(j.Payload).To).Concat(kept.Select(m => m.To)).ToList();
                }
            );
    }

    [Fact]
    public async Task A_namesake_keeps_the_lines_that_are_not_about_whom_is_forgotten()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var other = await world.Colleague(maya, "Timothy", Role.Contributor);
        await other.Api().PutAsJsonAsync("/api/v1/me/name", new { name = "Tom" });
        await other.Api().PostAsJsonAsync("/api/v1/customer-groups", new { name = "Regulars", kind = "External" });
        await tom.Api().PostAsJsonAsync("/api/v1/customer-groups", new { name = "Guests", kind = "External" });

        await Forget(maya, tom);

        var lines = await Lines(maya);
        Assert.Contains("Tom named the customer group Regulars.", lines);
        Assert.Contains("A former member named the customer group Guests.", lines);
    }

    [Fact]
    public async Task Whoever_belongs_to_another_workspace_too_still_signs_in_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var elsewhere = await world.Organisation("Elsewhere");
        await world.As(
            elsewhere,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.Members.Add(
                    new Member
                    {
                        PersonId = tom.Member.PersonId,
                        Name = "Tom",
                        Role = Role.Viewer,
                        JoinedAt = world.Clock.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync();
            }
        );

        await Forget(maya, tom);

        var page = await (await tom.Browser()).Page("/me");
        Assert.Contains("Elsewhere", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_forgets_themselves_a_stranger_or_without_being_an_administrator()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var elsewhere = await world.Organisation("Elsewhere");

        Assert.Equal(HttpStatusCode.Conflict, (await Forget(maya, maya)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Forget(tom, maya)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Forget(maya, elsewhere)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await tom.Browser()).GetAsync($"/members/{maya.Member.Id}/erasure")).StatusCode
        );
    }

    [Fact]
    public async Task The_page_says_what_goes_and_what_stays_and_does_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var browser = await maya.Browser();
        var way = (await browser.Page($"/members/{tom.Member.Id}")).QuerySelector(
            $"a[href='/members/{tom.Member.Id}/erasure']"
        );
        Assert.Equal("Tom asks to be forgotten", way!.TextContent);

        var answer = await browser.PostForm($"/members/{tom.Member.Id}/erasure", "forget", []);

        Assert.Equal(
            "/members",
            answer.Headers.Location!.OriginalString.Replace(
                world.Address.ToString().TrimEnd('/'),
                "",
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain(
            "Tom",
            (await browser.Page("/members")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using System.Net.Http.Json;
using Heed.Mail;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Mail;

public sealed class UnsubscribeTests
{
    static string Code(World world, Cast cast) =>
        world.Services.GetRequiredService<UnsubscribeLink>().Code(cast.Workspace.Id, "Cleo@Harbor.example");

    static Task<List<Suppression>> Suppressed(World world, Cast cast) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Suppressions.AsNoTracking().ToListAsync());

    [Fact]
    public async Task Looking_at_the_link_changes_nothing_and_its_form_declines_the_mail()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var (visitor, page) = (world.Visitor(), $"/unsubscribe?code={Code(world, maya)}");
        await visitor.GetAsync(page);
        await visitor.SendAsync(new(HttpMethod.Head, page));
        Assert.NotEqual(
            HttpStatusCode.OK,
            (await visitor.GetAsync($"/unsubscribe/one-click?code={Code(world, maya)}")).StatusCode
        );
        Assert.Empty(await Suppressed(world, maya));

        var answer = await (await visitor.PostForm(page, "unsubscribe", [])).Html();
        Assert.Contains("You get no more of this mail", answer.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("cleo@harbor.example", (await Suppressed(world, maya)).Single().Address);
    }

    [Fact]
    public async Task A_mail_program_declines_by_one_post_without_cookies_as_often_as_it_likes()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        for (var i = 0; i < 2; i++)
        {
            using var asked = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            var answer = await world.Visitor().PostAsync($"/unsubscribe/one-click?code={Code(world, maya)}", asked);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Single(await Suppressed(world, maya));

        var invited = await maya.Api()
            .PostAsJsonAsync("/api/v1/invitations", new { email = "cleo@harbor.example", role = "Viewer" });
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        Assert.False(await world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.AnyAsync()));
    }

    [Fact]
    public async Task A_link_that_is_old_altered_or_of_another_purpose_opens_nothing()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var code = Code(world, maya);
        var other = world
            .Services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("Heed.Mail.Outbox")
            .Protect("cleo@harbor.example");
        world.Clock.Move(UnsubscribeLink.Lifetime + TimeSpan.FromSeconds(1));
        foreach (var wrong in (string[])["", "x", code, code[..^5] + "AAAAA", other])
        {
            using var asked = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            var answer = await world.Visitor().PostAsync($"/unsubscribe/one-click?code={wrong}", asked);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("opens nothing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Empty(await Suppressed(world, maya));
    }

    [Fact]
    public async Task The_link_of_one_workspace_declines_nothing_of_another()
    {
        await using var world = await Worlds.WithoutWorker();
        var (maya, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        using var asked = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        await world.Visitor().PostAsync($"/unsubscribe/one-click?code={Code(world, maya)}", asked);
        Assert.Single(await Suppressed(world, maya));
        Assert.Empty(await Suppressed(world, rival));
    }
}

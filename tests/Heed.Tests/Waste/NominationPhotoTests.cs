using System.Net;
using System.Net.Http.Headers;
using Heed.Files;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Heed.Tests.Waste;

public sealed class NominationPhotoTests
{
    static byte[] Picture()
    {
        using var surface = SKSurface.Create(new SKImageInfo(60, 40));
        surface.Canvas.Clear(SKColors.Green);
        return surface.Snapshot().Encode(SKEncodedImageFormat.Png, 80).ToArray();
    }

    static async Task<NominationThanks> Said(Cast cast, bool anonymously = false)
    {
        Assert.False(Photo.Read(new MemoryStream(Picture()), 1000).Refused(out _, out var photo));
        return await cast.Do<Nominate, NominationThanks>(n =>
            n.Run(new() { What = "This form is asked for twice." }, photo, anonymously, null, default)
        );
    }

    static Task<int> Kept(Cast cast) =>
        cast.World.As(cast, s => s.GetRequiredService<HeedDb>().NominationPhotos.CountAsync());

    [Fact]
    public async Task A_picture_is_seen_by_those_who_may_read_the_words_and_by_nobody_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var stranger = await world.Organisation("Elsewhere");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var thanks = await Said(maya);
        var address = $"/waste/nominations/{thanks.Nomination}/photo";
        using var seen = await (await cleo.Browser()).GetAsync(address);
        Assert.Equal("image/jpeg", seen.Content.Headers.ContentType?.MediaType);
        using var drawn = SKBitmap.Decode(await seen.Content.ReadAsByteArrayAsync());
        Assert.Equal((60, 40), (drawn.Width, drawn.Height));
        var page = await (await cleo.Browser()).Page($"/waste/nominations/{thanks.Nomination}");
        Assert.Equal(address, page.QuerySelector("main img")!.GetAttribute("src"));

        Assert.Equal(HttpStatusCode.NotFound, (await (await stranger.Browser()).GetAsync(address)).StatusCode);
        await cleo.Do<ModerateNomination, Nomination>(m =>
            m.Hold(thanks.Nomination, new() { Because = "It shows a person." }, default)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await (await cleo.Browser()).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await maya.Browser()).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_is_withdrawn_takes_its_picture_with_it_signed_in_or_by_the_receipt()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var named = await Said(maya);
        var anonymous = await Said(maya, anonymously: true);
        Assert.Equal(2, await Kept(maya));
        await maya.Do<WithdrawNomination, Nomination>(w => w.Run(named.Nomination, default));
        Assert.Equal(1, await Kept(maya));
        await using (var nobody = world.Services.CreateAsyncScope())
            Assert.False(
                (
                    await nobody
                        .ServiceProvider.GetRequiredService<WithdrawByReceipt>()
                        .Run(new() { Code = anonymous.Receipt }, default)
                ).Refused(out _)
            );
        Assert.Equal(0, await Kept(maya));
    }

    [Fact]
    public async Task A_form_takes_a_picture_and_says_in_words_what_is_none_and_keeps_what_was_typed()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var browser = await maya.Browser();
        var refused = await Sent("%PDF-1.7"u8.ToArray());
        Assert.Contains("This is no picture that can be read here.", refused, StringComparison.Ordinal);
        Assert.Contains("Twice the same form", refused, StringComparison.Ordinal);
        Assert.Equal(0, await Kept(maya));
        Assert.Contains("Thank you", await Sent(Picture()), StringComparison.Ordinal);
        Assert.Equal(1, await Kept(maya));

        async Task<string> Sent(byte[] file)
        {
            var form = await browser.Page("/waste");
            var token = form.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
            using var body = new MultipartFormDataContent
            {
                { new StringContent("nominate"), "_handler" },
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent("Twice the same form"), "Asked.What" },
            };
            var picture = new ByteArrayContent(file);
            picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            body.Add(picture, "Photo", "photo.png");
            using var answer = await browser.PostAsync("/waste", body);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }
}

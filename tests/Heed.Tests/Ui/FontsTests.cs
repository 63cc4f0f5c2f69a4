using System.Net;
using System.Text.RegularExpressions;
using Heed.Ui;

namespace Heed.Tests.Ui;

public sealed partial class FontsTests
{
    [Fact]
    public async Task Every_page_asks_for_its_letters_at_once_and_a_browser_keeps_them_for_good()
    {
        await using var world = await World.Start();
        using var browser = world.Visitor();
        var page = await browser.GetStringAsync(new Uri("/claim", UriKind.Relative));
        Assert.Contains(
            $"""<link rel="preload" href="/{Fonts.OfEveryPage}" as="font" type="font/woff2" crossorigin""",
            page,
            StringComparison.Ordinal
        );
        var style = await browser.GetStringAsync(new Uri("/assets/heed.css", UriKind.Relative));
        var files = File().Matches(style).Select(m => m.Groups[1].Value).ToList();
        Assert.Contains(files, f => Fonts.OfEveryPage.EndsWith(f, StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await browser.GetAsync(new Uri($"/assets/{file}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("font/woff2", answer.Content.Headers.ContentType!.MediaType);
        }
        // What a reader of English waits for: both faces, without what only other alphabets need.
        var bytes = files
            .Where(f => !f.Contains("extended", StringComparison.Ordinal))
            .Sum(f => new FileInfo(Path.Combine(Repository.Root, "src/Heed/wwwroot/assets", f)).Length);
        Assert.InRange(bytes, 1, 120_000);
    }

    [GeneratedRegex(@"url\((fonts/[^)]+)\)")]
    private static partial Regex File();
}

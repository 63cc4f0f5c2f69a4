using Heed.Tests.Listen;
using Heed.Tests.Storage;
using Heed.Tests.Storage.Disks;

namespace Heed.Tests.Attacks;

/// <summary>Rows F5 and F6: what is away, and what is sent to cost much.</summary>
[Collection(AttackWalk.Name)]
public sealed class ServerFaultAttacks(OneAttacked one)
{
    /// <summary>F5.</summary>
    [Fact]
    public async Task Without_its_database_every_page_answers_in_words_and_guarded()
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "SQLite is in the process itself.");
        Cut? cut = null;
        await using var heed = await Attacked.Start(wire: connection =>
        {
            const string Named = "--Heed:Database=";
            cut = Cut.Of([$"{Named}{connection}"], "");
            return cut.Settings[^1][Named.Length..];
        });
        await using var scissors = cut!;
        var holes = new Holes();
        string[] pages =
        [
            "/",
            "/sign-in",
            "/me",
            "/metrics",
            "/listen",
            "/aim",
            "/try",
            "/journal",
            "/teams",
            "/claim",
            "/invitations/nobody",
            "/find?q=a",
        ];
        string[] guards = ["Content-Security-Policy", "X-Content-Type-Options"];
        foreach (var page in pages)
        {
            using var answer = await heed.Maya.Browser.GetAsync(page);
            Assert.True((int)answer.StatusCode < 500, page);
            Assert.All(guards, guard => Assert.True(answer.Headers.Contains(guard), $"{page}: {guard}"));
        }
        scissors.Off();
        foreach (var page in pages)
        {
            using var answer = await heed.Maya.Browser.GetAsync(page);
            var body = await answer.Content.ReadAsStringAsync();
            var bare = guards.Where(guard => !answer.Headers.Contains(guard)).ToList();
            holes.If(
                body.Length == 0 && (int)answer.StatusCode >= 400 || bare.Count > 0,
                $"{page} answers {(int)answer.StatusCode} with {body.Length} characters, without {string.Join(" and ", bare)}."
            );
        }
        holes.None();
    }

    /// <summary>F6.</summary>
    [Fact]
    public async Task A_line_of_nothing_but_commas_is_refused_at_the_cost_of_reading_it()
    {
        var (heed, holes) = (one.Heed, new Holes());
        var browser = heed.Maya.Browser;
        using var taken = await Uploads.Send(
            browser,
            await Uploads.Form(browser, $"nps,said\n{string.Concat(Enumerable.Repeat("9,words\n", 1 << 20))}")
        );
        Assert.StartsWith("/listen/imports/", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
        var form = await Uploads.Form(browser, new string(',', 8 << 20) + "\n");
        var (computed, peak) = (heed.Process.Computed, heed.Process.PeakBytes);
        using var refused = await Uploads.Send(browser, form, script: true);
        var (took, more) = (heed.Process.Computed - computed, heed.Process.PeakBytes - peak);
        holes.If(refused.IsSuccessStatusCode, "It was taken.");
        holes.If(
            took > TimeSpan.FromSeconds(3),
            $"It was refused with {(int)refused.StatusCode} after {took.TotalSeconds:0.0} s of work."
        );
        holes.If(more > 200 << 20, $"It took {more >> 20:#,0} MB.");
        holes.None();
    }
}

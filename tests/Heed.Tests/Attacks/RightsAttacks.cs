using System.Net;
using Heed.Tests.Listen;

namespace Heed.Tests.Attacks;

/// <summary>Rows S5, S6, S8 and S9: what those who are in may not.</summary>
[Collection(AttackWalk.Name)]
public sealed class RightsAttacks(OneAttacked one)
{
    /// <summary>S5.</summary>
    [Fact]
    public async Task A_contributor_of_no_team_does_not_overwrite_the_values_of_a_team()
    {
        var heed = one.Heed;
        var maya = heed.Maya;
        var metric = await maya.Metric("Orders ready in time", heed.Team);
        var path = $"/api/v1/metrics/{metric}/measurements/{Attacked.Day(-7)}";
        var inside = await heed.Colleague("Ines", "Contributor", heed.Team);
        await inside.Do("PUT", path, new { value = 71 });
        var outside = await heed.Colleague("Otto", "Contributor");
        await outside.Do("GET", path);
        var put = await outside.Call("PUT", path, new { value = 3 });
        var stands = (await maya.All($"/api/v1/metrics/{metric}/measurements"))[0].GetProperty("value").GetDouble();
        Assert.True(stands is 71, $"A contributor of no team was answered {put}, and the value is {stands} now.");
        Assert.Equal(403, put.Status);
    }

    /// <summary>S6.</summary>
    [Fact]
    public async Task A_viewer_sees_no_raw_cell_of_a_file()
    {
        const string Csv =
            "nps,name,said\n9,Berta Brandt,the lamp was dark\n8,Carl Coy,it was loud\nnever-seen,Dora Dee,a cold cup\n"
            + "7,Emil Ems,fine\n9,Fay Fox,fine\n10,Gus Gray,fine\n";
        string[] raw = ["Berta", "Dora", "the lamp was", "cold cup", "never-seen"];
        var (heed, holes) = (one.Heed, new Holes());
        var viewer = await heed.Colleague("Vera", "Viewer");
        using var sent = await Uploads.Send(heed.Maya.Browser, await Uploads.Form(heed.Maya.Browser, Csv));
        await Look(sent.Headers.Location!.ToString(), "a waiting import");
        var done = await heed.Import("Raw cells", Csv, "Recommend", "Kept", "Remark");
        Assert.Equal(("Done", 5), (done.State, done.Stored));
        await Look(done.Page, "a receipt");
        using var rejected = await viewer.Browser.GetAsync($"{done.Page}/rejected.csv");
        holes.If(rejected.IsSuccessStatusCode, "A viewer fetched the rejected rows.");
        holes.None();

        async Task Look(string at, string what)
        {
            var admins = (await heed.Maya.Browser.Page(at)).Body!.InnerHtml;
            Assert.Contains(raw, cell => admins.Contains(cell, StringComparison.Ordinal));
            using var answer = await viewer.Browser.GetAsync(at);
            var page = await answer.Content.ReadAsStringAsync();
            var seen = raw.Where(cell => page.Contains(cell, StringComparison.Ordinal)).ToList();
            holes.If(seen.Count > 0, $"A viewer reads on the page of {what}: {string.Join(", ", seen)}");
        }
    }

    /// <summary>S8.</summary>
    [Fact]
    public async Task A_viewer_is_told_that_it_is_not_theirs_before_anybody_reads_what_they_sent()
    {
        var (heed, holes) = (one.Heed, new Holes());
        var viewer = await heed.Colleague("Vera", "Viewer");
        await viewer.Do("GET", "/api/v1/teams");
        foreach (
            var thing in (string[])
                ["teams", "metrics", "cycles", "customer-groups", "invitations", "objectives", "trials"]
        )
        {
            var path = $"/api/v1/{thing}";
            Assert.Equal(400, (await heed.Maya.Call("POST", path, new { })).Status);
            var answer = await viewer.Call("POST", path, new { });
            holes.If(answer.Status != 403, $"POST {path} answers a viewer {answer}");
        }
        holes.None();
    }

    /// <summary>S9.</summary>
    [Fact]
    public async Task Nobody_else_on_the_machine_reads_the_folder_or_the_database()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows hands down the rights of the folder above.");
        var (heed, holes) = (one.Heed, new Holes());
        const UnixFileMode Others =
            UnixFileMode.GroupRead
            | UnixFileMode.GroupWrite
            | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite
            | UnixFileMode.OtherExecute;
        var mine = Path.GetTempFileName() + ".mine";
        await File.WriteAllTextAsync(mine, "");
        Assert.SkipWhen((Mode(mine) & Others) == 0, "Where this runs, nobody else reads anything that is made.");
        File.Delete(mine);
        using var sent = await Uploads.Send(heed.Maya.Browser, await Uploads.Form(heed.Maya.Browser, "nps\n9\n10\n"));
        Assert.StartsWith("/listen/imports/", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        var all = Directory
            .EnumerateFileSystemEntries(heed.Data, "*", SearchOption.AllDirectories)
            .Append(heed.Data)
            .ToList();
        Assert.Contains(all, path => path.EndsWith(".csv", StringComparison.Ordinal));
        if (TestDatabase.Postgres is null)
            Assert.Contains(Path.Combine(heed.Data, "heed.db"), all);
        foreach (var path in all)
            holes.If((Mode(path) & Others) != 0, $"{path[heed.Data.Length..]} of the folder: {Mode(path)}");
        holes.None();

        static UnixFileMode Mode(string path) =>
            OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
    }
}

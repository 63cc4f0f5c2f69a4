using Heed.Commands;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Commands;

/// <summary>A Heed as it stands in the world, looked at by the doctor.</summary>
public sealed class CheckupTests
{
    static async Task<(int Code, List<string> Says)> Examine(params string[] settings)
    {
        await using var to = new StringWriter();
        var code = await DoctorCommand.Examine(settings, json: false, to, default);
        return (code, [.. to.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    static readonly string[] Public = ["--Heed:PublicUrl=https://heed.example.org", "--AllowedHosts=heed.example.org"];

    [Fact]
    public async Task One_that_is_well_is_told_so_until_nobody_leads_it_or_its_database_is_newer()
    {
        var database = await TestDatabase.New(Directory.CreateTempSubdirectory("heed-doctor-").FullName);
        await using var world = await World.On(database);
        await world.Organisation("Harbor Coffee");
        await world.Organisation("Attic");
        world.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a test").Protect("a key is made");
        string[] settings = [.. database, .. Public];
        var (code, says) = await Examine(settings);
        Assert.All(says, line => Assert.StartsWith("well   ", line));
        Assert.Equal(0, code);
        Assert.Contains("well   Public address: https://heed.example.org.", says);
        Assert.Contains("well   Host names: only heed.example.org are answered.", says);
        Assert.Contains("well   Keys: cookies and forms stay valid after a restart.", says);
        Assert.Contains("well   People: every workspace has an administrator.", says);
        Assert.Equal(
            TestDatabase.Postgres is null,
            says.Exists(l => l.StartsWith("well   Disk: ", StringComparison.Ordinal))
        );

        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        await db.Members.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.Contributor));
        await db.KeyRing.ExecuteDeleteAsync();
        (code, says) = await Examine(settings);
        Assert.Equal(1, code);
        Assert.Contains("WRONG  Keys: there are none yet. Start Heed once with “heed serve”.", says);
        var unled = Assert.Single(says, l => l.StartsWith("WRONG  People: ", StringComparison.Ordinal));
        Assert.Contains("no administrator is active in ", unled, StringComparison.Ordinal);
        Assert.Contains("Attic", unled, StringComparison.Ordinal);
        Assert.EndsWith("Restore a backup from before.", unled);

        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231235959_Future', '99.0')"""
        );
        (_, says) = await Examine(settings);
        Assert.StartsWith("WRONG  Database: This database was written by a newer Heed", says[^1]);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" """);
        (_, says) = await Examine(settings);
        Assert.Equal("WRONG  Database: it is of an older version. Back it up, then run “heed migrate”.", says[^1]);
    }

    [Theory]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("https://heed.example.org", true)]
    [InlineData("http://heed.example.org:8080/rooms", false)]
    [InlineData("http://192.0.2.7", false)]
    public void Passwords_travel_sealed_or_not_at_all(string url, bool isWell)
    {
        var found = Checkup.PublicAddress(new() { PublicUrl = url });
        Assert.Equal(isWell, found.IsWell);
        if (!isWell)
            Assert.EndsWith($"set Heed:PublicUrl to https://{new Uri(url).Host}.", found.Says);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("*", false)]
    [InlineData("heed.example.org;localhost", true)]
    public void Only_the_names_of_this_Heed_are_answered(string? hosts, bool isWell) =>
        Assert.Equal(
            isWell,
            Checkup.Hosts(new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts", hosts)]).Build()).IsWell
        );

    [Fact]
    public async Task A_file_that_is_no_database_is_told_with_where_to_look()
    {
        var folder = Directory.CreateTempSubdirectory("heed-doctor-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "heed.db"), new string('x', 5000));
        var (code, says) = await Examine([$"--Heed:Data={folder}", .. Public]);
        Assert.Equal(1, code);
        Assert.StartsWith("WRONG  Database: it does not answer: ", says[^1]);
        Assert.EndsWith("Look at Heed:Database and Heed:Data.", says[^1]);
    }
}

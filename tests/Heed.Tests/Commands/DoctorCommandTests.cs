using System.Text.Json.Nodes;
using Heed.Commands;

namespace Heed.Tests.Commands;

public sealed class DoctorCommandTests
{
    static async Task<(int Code, string Says)> Examine(params string[] settings)
    {
        await using var to = new StringWriter();
        return (await DoctorCommand.Examine(settings, json: false, to, default), to.ToString());
    }

    [Fact]
    public async Task An_empty_folder_and_a_plain_public_address_are_told_with_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("heed-doctor-").FullName;
        var (code, says) = await Examine($"--Heed:Data={folder}", "--Heed:PublicUrl=http://heed.example.org");
        Assert.Equal(1, code);
        Assert.Contains("“heed serve” makes it", says, StringComparison.Ordinal);
        Assert.Contains("set Heed:PublicUrl to https://heed.example.org", says, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "heed.db")), "The doctor made a database.");
    }

    [Fact]
    public async Task Wrong_settings_are_a_finding()
    {
        var (code, says) = await Examine("--Heed:Dat=here");
        Assert.Equal(1, code);
        Assert.Contains("Did you mean Heed:Data?", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heed_that_nobody_has_claimed_is_told_so_also_as_json()
    {
        var folder = Directory.CreateTempSubdirectory("heed-doctor-").FullName;
        var settings = await TestDatabase.New(folder);
        var (code, says) = await Examine(settings);
        Assert.Equal(1, code);
        Assert.Contains("“heed claim-code” prints a code", says, StringComparison.Ordinal);

        await using var to = new StringWriter();
        await DoctorCommand.Examine(settings, json: true, to, default);
        Assert.Contains(
            JsonNode.Parse(to.ToString())!.AsArray(),
            f => f!["of"]!.GetValue<string>() == "People" && !f["isWell"]!.GetValue<bool>()
        );
    }

    [Fact]
    public async Task Missing_models_are_told_and_are_not_wrong_and_a_broken_file_is()
    {
        var folder = Directory.CreateTempSubdirectory("heed-doctor-").FullName;
        var models = Path.Combine(folder, "models.bin");
        var (_, says) = await Examine($"--Heed:Data={folder}", $"--Heed:Models={models}");
        Assert.Contains("well   Models: ", says, StringComparison.Ordinal);
        Assert.Contains("“models/restore” makes it", says, StringComparison.Ordinal);

        await File.WriteAllTextAsync(models, "no models");
        (_, says) = await Examine($"--Heed:Data={folder}", $"--Heed:Models={models}");
        Assert.Contains("WRONG  Models: ", says, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_dotnet_than_heed_was_built_with_is_told()
    {
        var old = Checkup.Runtime(runs: new(10, 0, 5), built: new(10, 0, 12));
        Assert.False(old.IsWell);
        Assert.Contains("Install .NET 10.0.12 or newer", old.Says, StringComparison.Ordinal);
        Assert.True(Checkup.Runtime(runs: new(10, 0, 12), built: new(10, 0, 12)).IsWell);
        Assert.True(Checkup.Runtime(runs: new(10, 1, 0), built: new(10, 0, 12)).IsWell);
    }
}

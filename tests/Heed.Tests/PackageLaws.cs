using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heed.Tests;

/// <summary>What comes with Heed from others: under licences that leave Heed its own, and without known holes.</summary>
public sealed class PackageLaws
{
    /// <summary>Licences that allow to ship a package with software under Apache-2.0, closed or open.</summary>
    static readonly HashSet<string> Allowed =
    [
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "MIT",
        "MS-PL",
        "PostgreSQL",
        "Zlib",
    ];

    /// <summary>Packages that bring a licence as a text: what the text says, read by a person.</summary>
    static readonly Dictionary<string, string> ReadByAPerson = new()
    {
        ["Otp.NET"] = "Permission is hereby granted, free of charge",
        ["SourceGear.sqlite3"] = "SQLite is Public Domain",
    };

    [Fact]
    public void Every_package_that_is_shipped_has_a_licence_that_leaves_heed_its_own()
    {
        var shipped = Shipped().ToList();
        Assert.Contains(shipped, package => package.Name == "Npgsql");
        Assert.Empty(shipped.SelectMany(package => Complaint(package.Name, Folder(package.Name, package.Version))));
    }

    [Theory]
    [InlineData("""<license type="expression">MIT</license>""", true)]
    [InlineData("""<license type="expression">MS-PL OR GPL-3.0-only</license>""", true)]
    [InlineData("""<license type="expression">(MIT AND GPL-3.0-only)</license>""", false)]
    [InlineData("""<license type="expression">GPL-3.0-only</license>""", false)]
    [InlineData("""<license type="file">LICENSE.txt</license>""", false)]
    [InlineData("<licenseUrl>https://example.org/licence</licenseUrl>", false)]
    [InlineData("", false)]
    public void A_licence_that_is_unknown_or_closes_heed_is_named(string licence, bool isWell)
    {
        var folder = Directory.CreateTempSubdirectory("heed-package-").FullName;
        File.WriteAllText(Path.Combine(folder, "LICENSE.txt"), "All rights reserved.");
        File.WriteAllText(
            Path.Combine(folder, "novelty.nuspec"),
            $"<package><metadata><id>Novelty</id>{licence}</metadata></package>"
        );
        var complaints = Complaint("Novelty", folder).ToList();
        if (isWell)
            Assert.Empty(complaints);
        else
            Assert.Contains("Novelty", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_with_a_known_hole_of_high_severity_fails_the_build()
    {
        await using var source = await Source.Start(severity: 2);
        var (code, says) = await source.Restore();
        Assert.NotEqual(0, code);
        Assert.Contains("error NU1903", says, StringComparison.Ordinal);
        Assert.Contains("MathNet.Numerics", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_whose_list_of_known_holes_cannot_be_read_stops_nobody_from_building()
    {
        await using var source = await Source.Start(severity: null);
        var (code, says) = await source.Restore();
        Assert.Contains("warning NU1900", says, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    static IEnumerable<(string Name, string Version)> Shipped() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject())
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => package.Value!["resolved"] is not null)
            .Select(package => (package.Key, package.Value!["resolved"]!.GetValue<string>()))
            .Distinct();

    static string Folder(string name, string version) =>
        Path.Combine(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            name.ToLowerInvariant(),
            version
        );

    static IEnumerable<string> Complaint(string name, string folder)
    {
        var licence = XDocument
            .Load(Directory.EnumerateFiles(folder, "*.nuspec").Single())
            .Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "license");
        var isWell = licence switch
        {
            { Value: var words } when licence.Attribute("type")?.Value == "expression" => words
                .Split(" OR ")
                .Any(choice => choice.Split(" AND ").All(part => Allowed.Contains(part.Trim(' ', '(', ')')))),
            { Value: var file } => ReadByAPerson.TryGetValue(name, out var said)
                && File.ReadAllText(Path.Combine(folder, file)).Contains(said, StringComparison.Ordinal),
            null => false,
        };
        if (!isWell)
            yield return $"{name} has the licence “{licence?.Value ?? "unknown"}”. Read it; if it leaves Heed its own, name it in PackageLaws, or do without the package.";
    }

    /// <summary>A source of packages on loopback that says of one that Heed uses how bad its hole is, or cannot say.</summary>
    sealed class Source(WebApplication app, string folder) : IAsyncDisposable
    {
        public static async Task<Source> Start(int? severity)
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Services.AddRoutingCore();
            var app = builder.Build();
            app.MapGet("/index.json", (HttpContext asked) => Index($"http://{asked.Request.Host}"));
            app.MapGet("/holes/index.json", (HttpContext asked) => Pages($"http://{asked.Request.Host}", severity));
            app.MapGet("/holes/all.json", () => Holes(severity));
            await app.StartAsync();

            var folder = Directory.CreateTempSubdirectory("heed-holes-").FullName;
            foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt"])
                File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder, file));
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            File.WriteAllText(
                Path.Combine(folder, "nuget.config"),
                $"""
                <configuration><packageSources><clear />
                <add key="loopback" value="{address.First()}/index.json" allowInsecureConnections="true" />
                </packageSources></configuration>
                """
            );
            File.WriteAllText(
                Path.Combine(folder, "Novelty.csproj"),
                """
                <Project Sdk="Microsoft.NET.Sdk">
                  <ItemGroup><PackageReference Include="MathNet.Numerics" /></ItemGroup>
                </Project>
                """
            );
            return new(app, folder);
        }

        static string Index(string here) =>
            $$"""
                {"version":"3.0.0","resources":[
                  {"@id":"{{here}}/packages/","@type":"PackageBaseAddress/3.0.0"},
                  {"@id":"{{here}}/holes/index.json","@type":"VulnerabilityInfo/6.7.0"}]}
                """;

        static string Pages(string here, int? severity) =>
            severity is null
                ? "out of order"
                : $$"""[{"@name":"base","@id":"{{here}}/holes/all.json","@updated":"2026-01-01T00:00:00Z","comment":""}]""";

        static string Holes(int? severity) =>
            $$"""
                {"mathnet.numerics":[{"url":"https://example.org/hole","severity":{{severity}},"versions":"(, 999.0.0)"}]}
                """;

        public async Task<(int Code, string Says)> Restore()
        {
            var start = new ProcessStartInfo("dotnet")
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                ArgumentList = { "restore" },
                Environment = { ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(folder, "cache") },
            };
            using var restore = Process.Start(start)!;
            var says = await restore.StandardOutput.ReadToEndAsync();
            await restore.WaitForExitAsync();
            return (restore.ExitCode, says);
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Heed.Demo;
using Heed.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Heed.Browser.Tests.Stage))]

namespace Heed.Browser.Tests;

/// <summary>One real browser and one real Heed with the sample organisation, for all journeys that only look.</summary>
public sealed class Stage : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("heed-stage-").FullName;
    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>Where the sample organisation lives: near midnight its day is not that of Greenwich.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");

    /// <summary>Where Debian keeps it; ./test passes the path it found.</summary>
    static string? Chromium { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("HEED_TEST_BROWSER"),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
        }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
            return;
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A running Heed of its own, empty, with a clock of its own where time has to pass.</summary>
    /// <param name="named">At localhost in place of a number: browsers make passkeys for names.</param>
    public static async Task<Running> Open(string folder, TimeProvider? clock = null, bool named = false)
    {
        var built = Server.Build(
            [$"--Heed:Data={folder}", $"--urls={(named ? $"http://localhost:{FreePort()}" : "http://127.0.0.1:0")}"],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                if (clock is not null)
                    builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            }
        );
        if (built.Refused(out var refusal, out var app) || (await Server.Prepare(app, default)).Refused(out refusal))
            throw new InvalidOperationException(refusal.Because);
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        return new Running(app, address);
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    static readonly Lazy<Task<string>> Sample = new(LaySample);

    static async Task<string> LaySample()
    {
        var folder = Directory.CreateTempSubdirectory("heed-sample-").FullName;
        return (await SampleOrganisation.Lay([$"--Heed:Data={folder}"], default)).Refused(out var refusal)
            ? throw new InvalidOperationException(refusal.Because)
            : folder;
    }

    /// <summary>A Heed of its own with the sample organisation, which is laid in once and copied for each journey.</summary>
    public static async Task<Running> OpenSample(TimeProvider? clock = null, bool named = false)
    {
        var sample = await Sample.Value;
        var folder = Directory.CreateTempSubdirectory("heed-journey-").FullName;
        foreach (var file in Directory.GetFiles(sample))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return await Open(folder, clock, named);
    }

    public async Task<IPage> Page(
        string address,
        int width = 1280,
        int height = 900,
        ColorScheme scheme = ColorScheme.Light,
        bool scripts = true
    )
    {
        Assert.SkipWhen(_browser is null, "Chromium is not here (Debian: apt-get install chromium-headless-shell).");
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
                TimezoneId = Zone.Id,
                AcceptDownloads = true,
            }
        );
        // Long, for machines that do other things beside: how fast a page is, the bench says.
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed record Running(WebApplication App, string Address) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => App.DisposeAsync();
}

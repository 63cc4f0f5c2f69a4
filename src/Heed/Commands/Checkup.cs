using System.Reflection;
using Heed.People;
using Heed.Storage;

namespace Heed.Commands;

/// <summary>One thing that was looked at.</summary>
sealed record Finding(string Of, bool IsWell, string Says);

/// <summary>What the doctor looks at, in the order in which it would fail. Nothing is changed.</summary>
static class Checkup
{
    /// <summary>The .NET that this Heed was built and tried with, from Heed.csproj.</summary>
    static readonly Version Built = Version.Parse(
        typeof(Checkup)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "BuiltWithRuntime")
            .Value!
    );

    public static async Task<IReadOnlyList<Finding>> Of(IServiceProvider services, CancellationToken stop)
    {
        var settings = services.GetRequiredService<Settings>();
        List<Finding> findings =
        [
            new("Settings", true, "they can be read, and no name is unknown."),
            Runtime(Environment.Version, Built),
            PublicAddress(settings),
            Hosts(services.GetRequiredService<IConfiguration>()),
            TextModelsOf(settings),
        ];
        if (Directory.Exists(settings.Data))
            findings.Add(Rights(settings.Data));
        if (settings.UsesOpenId)
            findings.Add(await Provider(settings, stop));
        if (!settings.UsesPostgres)
            findings.Add(Disk(settings));
        var db = services.GetRequiredService<HeedDb>();
        try
        {
            findings.AddRange(await Database(db, settings, stop));
        }
        catch (Exception problem)
            when (problem is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            findings.Add(
                new("Database", false, $"it does not answer: {problem.Message} Look at Heed:Database and Heed:Data.")
            );
        }
        return findings;
    }

    /// <summary>Any patch of .NET 10 starts Heed; an older one than Heed was built with lacks fixes that came between.</summary>
    internal static Finding Runtime(Version runs, Version built) =>
        runs >= built
            ? new("Runtime", true, $".NET {runs}; this Heed was built with {built}.")
            : new(
                "Runtime",
                false,
                $".NET {runs} is older than the {built} this Heed was built with, and lacks what was mended between. Install .NET {built} or newer."
            );

    internal static Finding PublicAddress(Settings settings) =>
        new Uri(settings.PublicUrl) is var address && (settings.UsesHttps || address.IsLoopback)
            ? new("Public address", true, $"{settings.PublicUrl}.")
            : new(
                "Public address",
                false,
                $"{settings.PublicUrl} has no TLS, so passwords travel in the open. Put a proxy with a certificate in front and set Heed:PublicUrl to https://{address.Host}."
            );

    /// <summary>Asked as a sign-in would ask, and no secret is sent.</summary>
    internal static async Task<Finding> Provider(Settings settings, CancellationToken stop)
    {
        string because;
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var answer = await client.GetAsync(settings.OpenIdDiscovery, stop);
            if (answer.IsSuccessStatusCode)
                return new("Sign-in", true, $"the provider at {settings.OpenIdAuthority} answers.");
            because = $"it answers {(int)answer.StatusCode}.";
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            because = problem.Message;
        }
        return new(
            "Sign-in",
            false,
            $"{settings.OpenIdDiscovery} cannot be read: {because} Look at Heed:OpenIdAuthority. Passwords work meanwhile."
        );
    }

    internal static Finding Hosts(IConfiguration configuration) =>
        configuration["AllowedHosts"] is not (null or "" or "*") and { } hosts
            ? new("Host names", true, $"only {hosts.Replace(";", ", ")} are answered.")
            : new("Host names", false, "every name is answered. Set AllowedHosts to the host of Heed:PublicUrl.");

    /// <summary>Without the file Heed works, so that it is missing is said and is not wrong; one that cannot be read is.</summary>
    static Finding TextModelsOf(Settings settings) =>
        new(
            "Models",
            !File.Exists(settings.Models) || ModelsFile.Read(settings.Models).IsGiven,
            ModelsFile.Says(settings.Models)
        );

    /// <summary>A folder that nobody else may enter shuts in all that lies in it, whatever its own rights.</summary>
    internal static Finding Rights(string folder) =>
        Path.GetFullPath(folder) is var path && OwnFolder.IsOpenToOthers(path)
            ? new(
                "Rights",
                false,
                $"other users of this machine may look into {path}, where answers and addresses lie. Shut it with: chmod -R go-rwx '{path}'"
            )
            : new("Rights", true, $"no other user of this machine may look into {path}.");

    static Finding Disk(Settings settings)
    {
        var left = DiskSpace.Left(settings.Data);
        var words = $"{left / 1024 / 1024:#,0} MB are free in {Path.GetFullPath(settings.Data)}";
        return left > DiskSpace.Least
            ? new("Disk", true, $"{words}.")
            : new(
                "Disk",
                false,
                $"{words}, less than {DiskSpace.Least / 1024 / 1024} MB. Make room before the next import."
            );
    }

    /// <summary>That there is none yet is said and is not wrong: on the first day there is nothing to lose.</summary>
    /// <param name="trouble">Why the last try failed.</param>
    internal static Finding Backup(LastBackup? last, string? trouble, Settings settings, DateTimeOffset now)
    {
        var isFresh = last is not null && now - last.MadeAt <= LastBackup.OldBy(settings);
        var words = last is null
            ? "none was made here yet."
            : $"the last one that was found whole is of {last.MadeAt:yyyy-MM-dd HH:mm} UTC: {last.File}.";
        if (trouble is not null)
            return new("Backup", false, $"the last try failed. {trouble} And {words}");
        return isFresh ? new("Backup", true, words)
            : settings.Backups is not null
                ? new("Backup", last is null, $"{words} Heed makes them by itself while it runs: see the page Backups.")
            : new(
                "Backup",
                last is null,
                $"{words} Set Heed:BackupFolder and Heed:BackupEvery, or make one each night: heed backup --to FOLDER --keep 14."
            );
    }

    static async Task<List<Finding>> Database(HeedDb db, Settings settings, CancellationToken stop)
    {
        if (!settings.UsesPostgres && !File.Exists(Path.Combine(settings.Data, "heed.db")))
            return
            [
                new(
                    "Database",
                    false,
                    $"there is none in {Path.GetFullPath(settings.Data)} yet. “heed serve” makes it."
                ),
            ];
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (Schema.Stranger(applied, known) is { } stranger)
            return [new("Database", false, stranger)];
        if (await Schema.IsThere(db, Schema.UnderRestore, stop))
            return
            [
                new(
                    "Database",
                    false,
                    "a backup was being restored here, and that was not finished. Run the same “heed restore” once more."
                ),
            ];
        if (known.Count > applied.Count)
            return [new("Database", false, "it is of an older version. Back it up, then run “heed migrate”.")];

        List<Finding> findings =
        [
            Backup(
                LastBackup.Of(settings),
                await ReadBackups.Trouble(db, stop),
                settings,
                TimeProvider.System.GetUtcNow()
            ),
            new(
                "Database",
                true,
                settings.UsesPostgres
                    ? "PostgreSQL answers and is of this version."
                    : "SQLite answers and is of this version."
            ),
        ];
        findings.Add(
            await db.KeyRing.AnyAsync(stop)
                ? new("Keys", true, "cookies and forms stay valid after a restart.")
                : new("Keys", false, "there are none yet. Start Heed once with “heed serve”.")
        );
        var unled = await db
            .Workspaces.Where(w =>
                !db
                    .Members.IgnoreQueryFilters()
                    .Any(m => m.WorkspaceId == w.Id && m.Role == Role.Admin && m.DeactivatedAt == null)
            )
            .Select(w => w.Name)
            .ToListAsync(stop);
        if (!await db.Workspaces.AnyAsync(stop))
            findings.Add(
                new(
                    "People",
                    false,
                    "nobody has claimed this Heed. “heed claim-code” prints a code for the page /claim."
                )
            );
        else if (unled.Count > 0)
            findings.Add(
                new(
                    "People",
                    false,
                    $"no administrator is active in {string.Join(", ", unled)}. Restore a backup from before."
                )
            );
        else
            findings.Add(new("People", true, "every workspace has an administrator."));
        return findings;
    }
}

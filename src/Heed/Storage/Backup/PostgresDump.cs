using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Npgsql;

namespace Heed.Storage;

/// <summary>
/// PostgreSQL's own dump, beside the rows in a backup and of the same moment: what somebody else's program has read, and
/// brings back without Heed. Where there is no pg_dump as new as the server, the rows are enough.
/// </summary>
sealed partial class PostgresDump(string program)
{
    public const string Name = "postgres.dump";

    /// <summary>What does it; null where nothing does.</summary>
    public static async Task<PostgresDump?> Find(Settings settings, NpgsqlConnection server, CancellationToken stop)
    {
        if (settings.BackupPgDump == Settings.None)
            return null;
        var isNamed = settings.BackupPgDump.Length > 0;
        var found = isNamed ? settings.BackupPgDump : OnPath();
        if (found is null)
            return null;
        var version = await MajorOf(found, stop);
        if (version >= server.PostgreSqlVersion.Major)
            return new(found);
        return isNamed
            ? throw new IOException(
                version == 0
                    ? $"Heed:BackupPgDump is “{found}”, and that is no pg_dump that runs here. Name another, or none."
                    : $"Heed:BackupPgDump is of version {version}, and the server of {server.PostgreSqlVersion.Major}. Name a newer one, or none."
            )
            : null;
    }

    static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pg_dump.exe" : "pg_dump"))
            .FirstOrDefault(File.Exists);

    /// <summary>Zero for what is no pg_dump.</summary>
    static async Task<int> MajorOf(string program, CancellationToken stop)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, ["--version"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var said = await process.StandardOutput.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            return Version().Match(said) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"^pg_dump \(PostgreSQL\) (\d+)")]
    private static partial Regex Version();

    /// <summary>As of the transaction that is open; the hash of what was written.</summary>
    public async Task<string> Write(NpgsqlConnection server, string connection, Stream into, CancellationToken stop)
    {
        await using var export = server.CreateCommand();
        export.CommandText = "SELECT pg_export_snapshot()";
        var snapshot = (string)(await export.ExecuteScalarAsync(stop))!;
        var start = new ProcessStartInfo(
            program,
            ["--format=custom", "--no-owner", "--no-privileges", "--no-password", $"--snapshot={snapshot}"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Whoever lists the processes of this machine sees their words, and so no password.
        foreach (var (name, value) in Surroundings(connection))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var complaint = process.StandardError.ReadToEndAsync(stop);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = new byte[81920];
            for (int read; (read = await process.StandardOutput.BaseStream.ReadAsync(piece, stop)) > 0; )
            {
                hash.AppendData(piece, 0, read);
                await into.WriteAsync(piece.AsMemory(0, read), stop);
            }
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0
                ? Convert.ToHexStringLower(hash.GetHashAndReset())
                : throw new IOException(
                    $"pg_dump said: {Format.Shortened((await complaint).Trim(), 400)} To do without it set Heed:BackupPgDump to none."
                );
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>What a connection string says, in the words of PostgreSQL's own programs.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Surroundings(string connection)
    {
        var said = new NpgsqlConnectionStringBuilder(connection);
        (string Name, string? Value)[] all =
        [
            ("PGHOST", said.Host),
            ("PGPORT", $"{said.Port}"),
            ("PGUSER", said.Username),
            ("PGDATABASE", said.Database ?? said.Username),
            ("PGPASSWORD", said.Password),
            ("PGPASSFILE", said.Passfile),
            ("PGSSLROOTCERT", said.RootCertificate),
            ("PGSSLCERT", said.SslCertificate),
            ("PGSSLKEY", said.SslKey),
            (
                "PGSSLMODE",
                said.SslMode switch
                {
                    SslMode.VerifyCA => "verify-ca",
                    SslMode.VerifyFull => "verify-full",
                    _ => said.SslMode.ToString().ToLowerInvariant(),
                }
            ),
        ];
        return all.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Name, v.Value!));
    }
}

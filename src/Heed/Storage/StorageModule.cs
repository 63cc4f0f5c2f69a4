using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Heed.Storage;

public static class StorageModule
{
    public static Module Room { get; } =
        new("Storage")
        {
            Services = Services,
            Api = Api,
            Tables = Tables,
            Links = [Link.ToAll<Job>("/jobs")],
            Jobs =
            [
                new(
                    BackUp.Kind,
                    "Back up all that Heed keeps",
                    (s, lease, stop) => s.GetRequiredService<BackUp>().Run(lease, stop)
                )
                {
                    IsHere = (s, _) => s.GetRequiredService<Settings>().BackupFolder.Length > 0,
                    Address = _ => "/backups",
                    GivenUp = (s, lease, because, stop) => s.GetRequiredService<BackUp>().GiveUp(lease, because, stop),
                },
            ],
            Settings =
            [
                new(
                    65,
                    "Work in the background",
                    "/jobs",
                    "clock",
                    "What waits, what runs, and what failed and waits for you"
                ),
                new(66, "Backups", "/backups", "upload", "When the last one was made, what there is, and one more")
                {
                    Shown = visit => visit.Member is { IsAdmin: true },
                },
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        if (settings.UsesPostgres)
        {
            services.AddDbContext<PostgresHeedDb>(
                (s, o) => o.UseNpgsql(settings.Database).AddInterceptors(s.GetRequiredService<RingOnCommit>())
            );
            services.AddScoped<HeedDb>(s => s.GetRequiredService<PostgresHeedDb>());
        }
        else
        {
            services.AddDbContext<SqliteHeedDb>(
                (s, o) =>
                    o.UseSqlite(settings.SqliteConnection)
                        .AddInterceptors(new FullSync(), s.GetRequiredService<RingOnCommit>())
            );
            services.AddScoped<HeedDb>(s => s.GetRequiredService<SqliteHeedDb>());
        }

        services.AddSingleton<FaultWords>(Faults.InWords).AddSingleton<Limits>();
        services.AddSingleton<JobWakeUp>().AddSingleton<RingOnCommit>().AddSingleton<JobKinds>().AddSingleton<RunJob>();
        services.AddSingleton<JobWorker>();
        services.AddHostedService(s => s.GetRequiredService<JobWorker>());
        services.AddScoped<JobQueue>().AddScoped<ReadJobs>().AddScoped<RetryJob>().AddScoped<Outbox>();
        services
            .AddSingleton<ReadBackup>()
            .AddScoped<WriteBackup>()
            .AddScoped<RestoreBackup>()
            .AddScoped<CopyBeforeUpgrade>();
        services.AddScoped<KeepBackup>().AddScoped<BackUp>().AddScoped<AskForBackup>().AddScoped<ReadBackups>();
        services.AddSingleton<OweBackups>();
        services.AddHostedService(s => s.GetRequiredService<OweBackups>());
        services.AddDataProtection().SetApplicationName("heed");
        services.AddSingleton<IXmlRepository, KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = s.GetRequiredService<IXmlRepository>()
        ));
    }

    static void Api(IEndpointRouteBuilder api)
    {
        ReadJobs.Map(api);
        RetryJob.Map(api);
    }

    static void Tables(ModelBuilder model)
    {
        StorageTables.Map(model);
        JobsTables.Map(model);
    }

    /// <summary>What is acknowledged survives a power cut: write-ahead log, synced fully at each commit.</summary>
    sealed class FullSync : DbConnectionInterceptor
    {
        const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsReadOnly(connection))
                return;
            LowerAllLetters(connection);
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            if (IsReadOnly(connection))
                return;
            LowerAllLetters(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        /// <summary>SQLite lowers the letters of ASCII alone, and a name with an Ö would never be found.</summary>
        static void LowerAllLetters(DbConnection connection) =>
            ((SqliteConnection)connection).CreateFunction(
                "lower",
                (string? text) => text?.ToLowerInvariant(),
                isDeterministic: true
            );

        /// <summary>EF Core looks whether there is a database without writing; a copy of one may not be in WAL mode yet.</summary>
        static bool IsReadOnly(DbConnection connection) =>
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}

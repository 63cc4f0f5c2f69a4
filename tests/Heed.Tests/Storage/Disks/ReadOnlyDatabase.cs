using System.Data.Common;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Heed.Tests.Storage.Disks;

/// <summary>A database that from a word of the test on may only be read, as when its disk was mounted anew or it is a standby by now.</summary>
sealed class ReadOnlyDatabase : DbConnectionInterceptor
{
    volatile bool _readOnly;

    public void Listen(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteHeedDb>(options => options.AddInterceptors(this));

    public async Task Set(World world, bool readOnly)
    {
        _readOnly = readOnly;
        if (TestDatabase.Postgres is null)
            return;
        await using var scope = world.Services.CreateAsyncScope();
        var here = scope.ServiceProvider.GetRequiredService<HeedDb>().Database.GetConnectionString();
        var name = new NpgsqlConnectionStringBuilder(here).Database;
        await using var server = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(TestDatabase.Postgres) { Pooling = false }.ConnectionString
        );
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"ALTER DATABASE {name} SET default_transaction_read_only = {(readOnly ? "on" : "off")}",
            server
        );
        await command.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearAllPools();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection sqlite)
            return;
        using var command = sqlite.CreateCommand();
        command.CommandText = $"PRAGMA query_only = {(_readOnly ? 1 : 0)}";
        command.ExecuteNonQuery();
    }
}

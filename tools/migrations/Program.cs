using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.WriteLine("This project only serves tools/migrations/add.");

sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteHeedDb>
{
    public SqliteHeedDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHeedDb>().UseSqlite("Data Source=:memory:").Options, new Visit());
}

sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresHeedDb>
{
    public PostgresHeedDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql("Host=none").Options, new Visit());
}

using Heed.Files;
using Heed.Kit;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Heed.Bench;

/// <summary>H6: a survey file of a million rows, from the disk until it is durable and its scores can be asked for.</summary>
static class ImportFile
{
    const int Rows = 1_000_000;
    const int Columns = 20;
    const int Recommend = 5;

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "H6-sqlite",
                "import 1 million rows × 20 columns, durable and queryable, SQLite",
                "≤ 5,000 ms, + ≤ 300 MiB",
                3,
                () => Sides(false)
            ),
            new("H6-postgres", "the same on PostgreSQL", "≤ 1.5 × COPY", 1, () => Sides(true)),
        ];

    static readonly Mapping Meaning = new()
    {
        Columns =
        [
            new("id", ColumnUse.Identity),
            new("date", ColumnUse.Date),
            new("region", ColumnUse.Attribute),
            new("segment", ColumnUse.Attribute),
            new("channel", ColumnUse.Attribute),
            new("recommend", ColumnUse.Recommend),
            new("comment", ColumnUse.Remark),
        ],
    };

    static Sides Sides(bool postgres)
    {
        if (postgres && HeedHere.Postgres is null)
            throw new NotHere("PostgreSQL: set HEED_BENCH_POSTGRES to a connection string.");
        var path = SurveyFile.Path(Rows);
        return new([
            ("Heed: store and first score", () => Import(path, postgres, whole: false).Result),
            ("Heed: upload, dry run, store, first score", () => Import(path, postgres, whole: true).Result),
            postgres
                ? ("COPY from the file, by the server", () => Copy(path).Result)
                : ("prepared inserts of the cells, one transaction", () => Insert(path)),
        ]);
    }

    static async Task<Found> Import(string path, bool postgres, bool whole)
    {
        await using var heed = await HeedHere.Open(postgres);
        var clock = whole ? Clock.Start() : null;
        Import import;
        await using (var file = File.OpenRead(path))
            import = HeedHere.Given(
                await heed.As(s => s.GetRequiredService<TakeFile>().Run(file, "survey.csv", default))
            );
        HeedHere.Given(
            await heed.As(s => s.GetRequiredService<MapImport>().Run(import.Id, "Guests", Meaning, default))
        );
        HeedHere.Given(await heed.As(s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        clock ??= Clock.Start();
        await heed.As(s => s.GetRequiredService<RunJob>().Now(s, StoreImport.Kind, import.Id, default));
        var table = await heed.As(async s =>
        {
            var read = s.GetRequiredService<ReadScores>();
            var survey = await s.GetRequiredService<HeedDb>().Surveys.Select(x => x.Id).SingleAsync();
            return HeedHere.Given(
                await read.Of((await read.Survey(survey, default))!, "recommend", Slice.All, null, null, default)
            );
        });
        var (cost, peak) = clock.Stop();
        var answers = table.Total.Value.Distribution;
        return new(Checksum(Enumerable.Range(0, 11).Select(answers.CountOf), table.TotalMissing), cost, peak);
    }

    static Found Insert(string path)
    {
        var folder = Directory.CreateTempSubdirectory("heed-bench-").FullName;
        try
        {
            using var connection = new SqliteConnection(
                $"Data Source={Path.Combine(folder, "limit.db")};Pooling=False"
            );
            connection.Open();
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            Run(
                connection,
                $"CREATE TABLE answers ({string.Join(", ", Enumerable.Range(0, Columns).Select(i => $"c{i}"))})"
            );
            var clock = Clock.Start();
            Run(connection, "BEGIN");
            raw.sqlite3_prepare_v2(
                connection.Handle!,
                $"INSERT INTO answers VALUES ({string.Join(", ", Enumerable.Range(1, Columns).Select(i => $"?{i}"))})",
                out var insert
            );
            using (insert)
            using (var reader = new RecordReader(File.OpenRead(path), ','))
            {
                reader.Read();
                while (reader.Read())
                {
                    for (var i = 0; i < Columns; i++)
                        raw.sqlite3_bind_text(insert, i + 1, reader[i]);
                    raw.sqlite3_step(insert);
                    raw.sqlite3_reset(insert);
                }
            }
            Run(connection, "COMMIT");
            var (cost, peak) = clock.Stop();
            using var count = connection.CreateCommand();
            count.CommandText = $"SELECT c{Recommend}, count(*) FROM answers GROUP BY 1";
            return new(Counted(count.ExecuteReader()), cost, peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<Found> Copy(string path)
    {
        var database = $"heed_bench_limit_{Environment.ProcessId}";
        await HeedHere.OnServer($"CREATE DATABASE {database}");
        try
        {
            await using var connection = new NpgsqlConnection(HeedHere.Named(database) + ";Pooling=False");
            await connection.OpenAsync();
            await Run(
                connection,
                $"CREATE TABLE answers (id text, date date, region text, segment text, channel text, recommend text, overall int, effort int, weight float8, comment text, {string.Join(", ", Enumerable.Range(1, 10).Select(i => $"q{i} int"))})"
            );
            var clock = Clock.Start();
            await Run(connection, $"COPY answers FROM '{path}' (FORMAT csv, HEADER true)");
            var (cost, peak) = clock.Stop();
            await using var count = new NpgsqlCommand(
                "SELECT coalesce(recommend, ''), count(*) FROM answers GROUP BY 1",
                connection
            );
            return new(Counted(await count.ExecuteReaderAsync()), cost, peak);
        }
        finally
        {
            await HeedHere.OnServer($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    static string Counted(System.Data.Common.DbDataReader reader)
    {
        var counts = new long[12];
        using (reader)
            while (reader.Read())
                counts[reader.GetString(0) is { Length: > 0 } point ? int.Parse(point) : 11] = reader.GetInt64(1);
        return Checksum(counts[..11], counts[11]);
    }

    static string Checksum(IEnumerable<long> counts, long missing) =>
        $"{string.Join(' ', counts)} and {missing} missing";

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

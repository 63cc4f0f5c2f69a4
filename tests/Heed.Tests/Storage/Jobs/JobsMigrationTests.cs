using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Heed.Tests.Storage;

/// <summary>What a database of before the jobs had under way is owed after it.</summary>
public sealed class JobsMigrationTests
{
    static readonly DateTimeOffset At = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    static object Stored(DateTimeOffset at) => TestDatabase.Postgres is null ? at.UtcTicks : at;

    static async Task<Id<Import>> Import(
        HeedDb db,
        Id<Workspace> workspace,
        Id<Survey> survey,
        string state,
        bool isMeasured
    )
    {
        var id = Id<Import>.Random();
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Imports" ("Id", "WorkspaceId", "Number", "SurveyId", "SurveyName", "IsRemembered", "Source",
                "FileName", "FileSize", "FileHash", "Shape", "Mapping", "Findings", "CreatedAt", "State", "Read", "Stored",
                "Known", "Rejected", "MeasuredAt")
            VALUES ({0}, {1}, {2}, {3}, 'Guests', {4}, 'File', 'answers.csv', 1, 'none', '', '', '', {5}, {6}, 0, 0, 0, 0, NULL)
            """,
            id.Value,
            workspace.Value,
            BitConverter.ToInt64(id.Value.ToByteArray()) >>> 30,
            survey.Value,
            false,
            Stored(At),
            state
        );
        if (isMeasured)
            await db.Database.ExecuteSqlRawAsync(
                """UPDATE "Imports" SET "MeasuredAt" = {0} WHERE "Id" = {1}""",
                Stored(At),
                id.Value
            );
        return id;
    }

    [Fact]
    public async Task What_was_under_way_is_owed_as_jobs_and_what_was_done_is_not()
    {
        await using var empty = await EmptyDatabase.New();
        await using var db = empty.Open();
        await db.GetService<IMigrator>().MigrateAsync("First");
        var workspace = Id<Workspace>.Random();
        var surveys = Enumerable.Range(0, 5).Select(_ => Id<Survey>.Random()).ToList();
        foreach (var (i, survey) in surveys.Index())
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "Surveys" ("Id", "WorkspaceId", "Name", "CreatedAt", "Edition") VALUES ({0}, {1}, {2}, {3}, 0)""",
                survey.Value,
                workspace.Value,
                $"Survey {i}",
                Stored(At)
            );
        var running = await Import(db, workspace, surveys[0], "Running", isMeasured: false);
        var checking = await Import(db, workspace, surveys[1], "Checking", isMeasured: false);
        var cancelled = await Import(db, workspace, surveys[2], "Cancelled", isMeasured: false);
        await Import(db, workspace, surveys[3], "Done", isMeasured: false);
        await Import(db, workspace, surveys[3], "Undone", isMeasured: false);
        await Import(db, workspace, surveys[4], "Done", isMeasured: true);
        await db.Database.ExecuteSqlRawAsync(
            """UPDATE "Surveys" SET "TakingIn" = {0} WHERE "Id" = {1}""",
            cancelled.Value,
            surveys[2].Value
        );

        await db.Database.MigrateAsync();
        var owed = await db.Jobs.IgnoreQueryFilters().AsNoTracking().ToListAsync();
        Assert.Equal(
            new[]
            {
                (StoreImport.Kind, running.Value),
                (CheckImport.Kind, checking.Value),
                (CleanImport.Kind, cancelled.Value),
                (MeasureScores.Kind, surveys[3].Value),
            }.Order(),
            owed.Select(j => (j.Kind, j.SubjectId)).Order()
        );
        Assert.All(owed, j => Assert.Equal((workspace, At, JobState.Waiting), (j.WorkspaceId, j.Due, j.State(At))));
        Assert.Equal(6, await db.Imports.IgnoreQueryFilters().CountAsync());
    }
}

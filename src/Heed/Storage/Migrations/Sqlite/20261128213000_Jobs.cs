using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FailedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_Kind_Due",
                table: "Jobs",
                columns: new[] { "Kind", "Due" },
                filter: "\"DoneAt\" IS NULL AND \"FailedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_SubjectId_Kind",
                table: "Jobs",
                columns: new[] { "SubjectId", "Kind" },
                filter: "\"DoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_WorkspaceId_DoneAt",
                table: "Jobs",
                columns: new[] { "WorkspaceId", "DoneAt" });

            // What the columns of imports said was to be done is owed as jobs. Each takes the id of its thing: one of a
            // kind at most is owed for each, and an import is in one state only.
            const string Owe =
                "INSERT INTO \"Jobs\" (\"Id\", \"WorkspaceId\", \"Kind\", \"SubjectId\", \"Payload\", \"CreatedAt\", \"Due\", \"Tries\") ";
            migrationBuilder.Sql(
                Owe
                    + "SELECT i.\"Id\", i.\"WorkspaceId\", 'check-import', i.\"Id\", '', i.\"CreatedAt\", i.\"CreatedAt\", 0 "
                    + "FROM \"Imports\" i WHERE i.\"State\" = 'Checking'");
            migrationBuilder.Sql(
                Owe
                    + "SELECT i.\"Id\", i.\"WorkspaceId\", 'store-import', i.\"Id\", '', i.\"CreatedAt\", i.\"CreatedAt\", 0 "
                    + "FROM \"Imports\" i WHERE i.\"State\" = 'Running'");
            migrationBuilder.Sql(
                Owe
                    + "SELECT i.\"Id\", i.\"WorkspaceId\", 'clean-import', i.\"Id\", '', i.\"CreatedAt\", i.\"CreatedAt\", 0 "
                    + "FROM \"Imports\" i JOIN \"Surveys\" s ON s.\"TakingIn\" = i.\"Id\" "
                    + "WHERE i.\"State\" NOT IN ('Checking', 'Running', 'Done')");
            migrationBuilder.Sql(
                Owe
                    + "SELECT i.\"SurveyId\", i.\"WorkspaceId\", 'measure-survey', i.\"SurveyId\", '', MAX(i.\"CreatedAt\"), MAX(i.\"CreatedAt\"), 0 "
                    + "FROM \"Imports\" i WHERE i.\"State\" IN ('Done', 'Undone') AND i.\"MeasuredAt\" IS NULL AND i.\"SurveyId\" IS NOT NULL "
                    + "GROUP BY i.\"SurveyId\", i.\"WorkspaceId\"");

            // Said in SQL: EF Core would make the table anew, which on SQLite cannot be done in a transaction, so that a
            // process killed in between would leave half of it.
            foreach (var column in new[] { "LeaseOwner", "LeaseUntil", "MeasuredAt" })
                migrationBuilder.Sql($"ALTER TABLE \"Imports\" DROP COLUMN \"{column}\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.AddColumn<Guid>(
                name: "LeaseOwner",
                table: "Imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeaseUntil",
                table: "Imports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MeasuredAt",
                table: "Imports",
                type: "INTEGER",
                nullable: true);
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TrialLock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LockedOn",
                table: "Trials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LockedZone",
                table: "Trials",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Watch",
                table: "Trials",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WatchSince",
                table: "Trials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WrittenAfterwards",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "AtEnd",
                table: "TrialVerdicts",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Breakdown",
                table: "TrialVerdicts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Course",
                table: "TrialVerdicts",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Steady");

            migrationBuilder.AddColumn<int>(
                name: "Engine",
                table: "TrialVerdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "Rejudges",
                table: "TrialVerdicts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondOpinion",
                table: "TrialVerdicts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrialVerdicts_Rejudges",
                table: "TrialVerdicts",
                column: "Rejudges");

            // Ticks of UTC; a trial that started the day before was locked on its start, west of Greenwich.
            migrationBuilder.Sql(
                """
                UPDATE "Trials" SET
                    "LockedZone" = (SELECT w."TimeZone" FROM "Workspaces" w WHERE w."Id" = "Trials"."WorkspaceId"),
                    "LockedOn" = CASE
                        WHEN "Start" = date(("LockedAt" - 621355968000000000) / 10000000, 'unixepoch', '-1 day') THEN "Start"
                        ELSE date(("LockedAt" - 621355968000000000) / 10000000, 'unixepoch') END
                WHERE "LockedAt" IS NOT NULL;
                UPDATE "Trials" SET "WrittenAfterwards" = 1 WHERE "Start" < "LockedOn";
                UPDATE "TrialVerdicts" SET "PredictionPrecededData" = 0
                WHERE "TrialId" IN (SELECT "Id" FROM "Trials" WHERE "WrittenAfterwards" = 1);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TrialVerdicts_Rejudges",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "LockedOn",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "LockedZone",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "Watch",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "WatchSince",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "WrittenAfterwards",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "AtEnd",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "Breakdown",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "Course",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "Engine",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "Rejudges",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "SecondOpinion",
                table: "TrialVerdicts");
        }
    }
}

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

            migrationBuilder.AddColumn<bool>(
                name: "WrittenAfterwards",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "WrittenAfterwards",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "Engine",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "Rejudges",
                table: "TrialVerdicts");
        }
    }
}

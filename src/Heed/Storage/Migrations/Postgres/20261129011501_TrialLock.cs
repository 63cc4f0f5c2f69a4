using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LockedZone",
                table: "Trials",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Watch",
                table: "Trials",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WatchSince",
                table: "Trials",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WrittenAfterwards",
                table: "Trials",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "AtEnd",
                table: "TrialVerdicts",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Breakdown",
                table: "TrialVerdicts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Course",
                table: "TrialVerdicts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Steady");

            migrationBuilder.AddColumn<int>(
                name: "Engine",
                table: "TrialVerdicts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "Rejudges",
                table: "TrialVerdicts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondOpinion",
                table: "TrialVerdicts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrialVerdicts_Rejudges",
                table: "TrialVerdicts",
                column: "Rejudges");

            migrationBuilder.Sql(
                """
                UPDATE "Trials" SET
                    "LockedZone" = w."TimeZone",
                    "LockedOn" = ("LockedAt" AT TIME ZONE w."TimeZone")::date
                FROM "Workspaces" w WHERE w."Id" = "Trials"."WorkspaceId" AND "LockedAt" IS NOT NULL;
                UPDATE "Trials" SET "WrittenAfterwards" = TRUE WHERE "Start" < "LockedOn";
                UPDATE "TrialVerdicts" SET "PredictionPrecededData" = FALSE
                WHERE "TrialId" IN (SELECT "Id" FROM "Trials" WHERE "WrittenAfterwards");
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

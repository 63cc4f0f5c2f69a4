using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountsAndEdits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MadePermanentBecause",
                table: "Waivers",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CountedAmong",
                table: "Trials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "InPercent",
                table: "Trials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "InPercent",
                table: "TrialVerdicts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Opinions",
                table: "TrialVerdicts",
                type: "TEXT",
                maxLength: 2500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedBecause",
                table: "Spots",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandOffId",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HandOffRound",
                table: "Nominations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "JointAuthorId",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CountedAmong",
                table: "Metrics",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCount",
                table: "Metrics",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_HandOffId",
                table: "Nominations",
                column: "HandOffId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Nominations_HandOffId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "MadePermanentBecause",
                table: "Waivers");

            migrationBuilder.DropColumn(
                name: "CountedAmong",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "InPercent",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "InPercent",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "Opinions",
                table: "TrialVerdicts");

            migrationBuilder.DropColumn(
                name: "ClosedBecause",
                table: "Spots");

            migrationBuilder.DropColumn(
                name: "HandOffId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "HandOffRound",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "JointAuthorId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "CountedAmong",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "IsCount",
                table: "Metrics");
        }
    }
}

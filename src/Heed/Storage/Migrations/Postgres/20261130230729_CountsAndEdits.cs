using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
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
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CountedAmong",
                table: "Trials",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "InPercent",
                table: "Trials",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "InPercent",
                table: "TrialVerdicts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Opinions",
                table: "TrialVerdicts",
                type: "character varying(2500)",
                maxLength: 2500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedBecause",
                table: "Spots",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandOffId",
                table: "Nominations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HandOffRound",
                table: "Nominations",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "JointAuthorId",
                table: "Nominations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CountedAmong",
                table: "Metrics",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCount",
                table: "Metrics",
                type: "boolean",
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TryWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Actor",
                table: "Trials",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ArmHorizon",
                table: "Trials",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ArmShare",
                table: "Trials",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ArmTauSquared",
                table: "Trials",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Behaviour",
                table: "Trials",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "BreachValue",
                table: "Trials",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BreachedOn",
                table: "Trials",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Hours",
                table: "Trials",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HoursBy",
                table: "Trials",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HoursOn",
                table: "Trials",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Arms",
                table: "TrialVerdicts",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArmCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TrialId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ControlShown = table.Column<long>(type: "bigint", nullable: false),
                    ControlDid = table.Column<long>(type: "bigint", nullable: false),
                    ChangedShown = table.Column<long>(type: "bigint", nullable: false),
                    ChangedDid = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArmCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArmCounts_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArmCounts_TrialId_On",
                table: "ArmCounts",
                columns: new[] { "TrialId", "On" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArmCounts");

            migrationBuilder.DropColumn(
                name: "Actor",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "ArmHorizon",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "ArmShare",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "ArmTauSquared",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "Behaviour",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "BreachValue",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "BreachedOn",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "Hours",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "HoursBy",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "HoursOn",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "Arms",
                table: "TrialVerdicts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountsAndFamilies : Migration
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

            migrationBuilder.AddColumn<string>(
                name: "NoParentBecause",
                table: "Objectives",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                table: "Objectives",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrongAnswer",
                table: "Objectives",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "WrongAnsweredAt",
                table: "Objectives",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WrongAnsweredBy",
                table: "Objectives",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WrongBy",
                table: "Objectives",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrongIf",
                table: "Objectives",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrongLeftOut",
                table: "Objectives",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrongSeen",
                table: "Objectives",
                type: "character varying(1000)",
                maxLength: 1000,
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

            migrationBuilder.AddColumn<DateOnly>(
                name: "LookedAtOn",
                table: "Metrics",
                type: "date",
                nullable: true);
            // Nobody noted it before: from this day on it is known.
            migrationBuilder.Sql("UPDATE \"Metrics\" SET \"LookedAtOn\" = CURRENT_DATE");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeftAt",
                table: "KeyResults",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Assumptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ObjectiveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Importance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assumptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assumptions_Objectives_ObjectiveId",
                        column: x => x.ObjectiveId,
                        principalTable: "Objectives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Siblings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ObjectiveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    MetricId = table.Column<Guid>(type: "uuid", nullable: true),
                    AtLeast = table.Column<double>(type: "double precision", nullable: true),
                    AtMost = table.Column<double>(type: "double precision", nullable: true),
                    Customer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    WillDo = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Trial = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Moves = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HowKnown = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    WasId = table.Column<Guid>(type: "uuid", nullable: true),
                    BackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Siblings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Siblings_KeyResults_WasId",
                        column: x => x.WasId,
                        principalTable: "KeyResults",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Siblings_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Siblings_Objectives_ObjectiveId",
                        column: x => x.ObjectiveId,
                        principalTable: "Objectives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Strategies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<DateOnly>(type: "date", nullable: false),
                    End = table.Column<DateOnly>(type: "date", nullable: false),
                    Challenge = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Opinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    NotDoing = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Strategies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Objectives_ParentId",
                table: "Objectives",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_HandOffId",
                table: "Nominations",
                column: "HandOffId");

            migrationBuilder.CreateIndex(
                name: "IX_Assumptions_ObjectiveId",
                table: "Assumptions",
                column: "ObjectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_Siblings_MetricId",
                table: "Siblings",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_Siblings_ObjectiveId",
                table: "Siblings",
                column: "ObjectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_Siblings_WasId",
                table: "Siblings",
                column: "WasId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Strategies_WorkspaceId_Start",
                table: "Strategies",
                columns: new[] { "WorkspaceId", "Start" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Assumptions");

            migrationBuilder.DropTable(
                name: "Siblings");

            migrationBuilder.DropTable(
                name: "Strategies");

            migrationBuilder.DropIndex(
                name: "IX_Objectives_ParentId",
                table: "Objectives");

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
                name: "NoParentBecause",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongAnswer",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongAnsweredAt",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongAnsweredBy",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongBy",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongIf",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongLeftOut",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "WrongSeen",
                table: "Objectives");

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

            migrationBuilder.DropColumn(
                name: "LookedAtOn",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "KeyResults");
        }
    }
}

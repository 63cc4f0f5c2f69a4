using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountsFamiliesAndImports : Migration
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

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstSignalOn",
                table: "Terms",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Terms",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Reach");

            migrationBuilder.AddColumn<double>(
                name: "Low",
                table: "Terms",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Plan",
                table: "Terms",
                type: "character varying(1500)",
                maxLength: 1500,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Stretch",
                table: "Terms",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Weight",
                table: "Terms",
                type: "double precision",
                nullable: false,
                defaultValue: 1.0);

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

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstSignalOn",
                table: "KeyResults",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "KeyResults",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Reach");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeftAt",
                table: "KeyResults",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Low",
                table: "KeyResults",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Plan",
                table: "KeyResults",
                type: "character varying(1500)",
                maxLength: 1500,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Stretch",
                table: "KeyResults",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Weight",
                table: "KeyResults",
                type: "double precision",
                nullable: false,
                defaultValue: 1.0);

            migrationBuilder.CreateTable(
                name: "AimImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CycleId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    Objectives = table.Column<int>(type: "integer", nullable: false),
                    KeyResults = table.Column<int>(type: "integer", nullable: false),
                    Known = table.Column<int>(type: "integer", nullable: false),
                    LeftOut = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AimImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AimImports_Cycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "Cycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AimImports_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "FindingDismissals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyResultId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingDismissals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FindingDismissals_KeyResults_KeyResultId",
                        column: x => x.KeyResultId,
                        principalTable: "KeyResults",
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

            migrationBuilder.CreateTable(
                name: "ImportedRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    SourceKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Says = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Raw = table.Column<string>(type: "text", nullable: false),
                    ObjectiveId = table.Column<Guid>(type: "uuid", nullable: true),
                    KeyResultId = table.Column<Guid>(type: "uuid", nullable: true),
                    MetricId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedRows_AimImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "AimImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_AimImports_CycleId",
                table: "AimImports",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_AimImports_TeamId",
                table: "AimImports",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_AimImports_WorkspaceId_At",
                table: "AimImports",
                columns: new[] { "WorkspaceId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Assumptions_ObjectiveId",
                table: "Assumptions",
                column: "ObjectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingDismissals_KeyResultId",
                table: "FindingDismissals",
                column: "KeyResultId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_ImportId_Number",
                table: "ImportedRows",
                columns: new[] { "ImportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_WorkspaceId_SourceKey",
                table: "ImportedRows",
                columns: new[] { "WorkspaceId", "SourceKey" });

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
                name: "FindingDismissals");

            migrationBuilder.DropTable(
                name: "ImportedRows");

            migrationBuilder.DropTable(
                name: "Siblings");

            migrationBuilder.DropTable(
                name: "Strategies");

            migrationBuilder.DropTable(
                name: "AimImports");

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
                name: "FirstSignalOn",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "Low",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "Plan",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "Stretch",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "Terms");

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
                name: "FirstSignalOn",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "Low",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "Plan",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "Stretch",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "KeyResults");
        }
    }
}

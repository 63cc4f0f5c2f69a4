using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TiesAndAgendas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Measurements_WorkspaceId_RecordedAt",
                table: "Measurements");

            migrationBuilder.AddColumn<Guid>(
                name: "CarriedFromId",
                table: "Objectives",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CarriedFromId",
                table: "KeyResults",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DiscardedAs",
                table: "KeyResults",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Agendas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RevealedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevealedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Voted = table.Column<int>(type: "integer", nullable: true),
                    Voters = table.Column<int>(type: "integer", nullable: true),
                    Learned = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Obstacles = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    NextSteps = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Work = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agendas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agendas_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomerOutcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MetricId = table.Column<Guid>(type: "uuid", nullable: false),
                    Value = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    NamedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    NamedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerOutcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomerOutcomes_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CycleDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ObjectiveId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyResultId = table.Column<Guid>(type: "uuid", nullable: true),
                    CycleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AgreedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Learned = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Before = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    After = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CycleDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CycleDecisions_Cycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "Cycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CycleDecisions_KeyResults_KeyResultId",
                        column: x => x.KeyResultId,
                        principalTable: "KeyResults",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CycleDecisions_Objectives_ObjectiveId",
                        column: x => x.ObjectiveId,
                        principalTable: "Objectives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Ties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsSum = table.Column<bool>(type: "boolean", nullable: false),
                    Moves = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FirstLag = table.Column<int>(type: "integer", nullable: false),
                    LastLag = table.Column<int>(type: "integer", nullable: false),
                    PerUnit = table.Column<double>(type: "double precision", nullable: true),
                    Because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ClaimedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClaimedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ties_Metrics_ChildId",
                        column: x => x.ChildId,
                        principalTable: "Metrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Ties_Metrics_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Metrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgendaDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgendaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Who = table.Column<Guid>(type: "uuid", nullable: false),
                    Link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaDecisions_Agendas_AgendaId",
                        column: x => x.AgendaId,
                        principalTable: "Agendas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgendaLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgendaId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyResultId = table.Column<Guid>(type: "uuid", nullable: false),
                    Votes = table.Column<int>(type: "integer", nullable: false),
                    Median = table.Column<double>(type: "double precision", nullable: true),
                    Lowest = table.Column<int>(type: "integer", nullable: true),
                    Highest = table.Column<int>(type: "integer", nullable: true),
                    Says = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Now = table.Column<double>(type: "double precision", nullable: true),
                    Stood = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaLines_Agendas_AgendaId",
                        column: x => x.AgendaId,
                        principalTable: "Agendas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgendaLines_KeyResults_KeyResultId",
                        column: x => x.KeyResultId,
                        principalTable: "KeyResults",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConfidenceVotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgendaId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyResultId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Confidence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConfidenceVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConfidenceVotes_Agendas_AgendaId",
                        column: x => x.AgendaId,
                        principalTable: "Agendas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TieTests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    TieId = table.Column<Guid>(type: "uuid", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sentence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    BeforeClaim = table.Column<int>(type: "integer", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Lag = table.Column<int>(type: "integer", nullable: true),
                    Correlation = table.Column<double>(type: "double precision", nullable: true),
                    Limit = table.Column<double>(type: "double precision", nullable: true),
                    Raw = table.Column<double>(type: "double precision", nullable: true),
                    Differenced = table.Column<double>(type: "double precision", nullable: true),
                    IsDirectionUnclear = table.Column<bool>(type: "boolean", nullable: false),
                    Correlations = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    TrialId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TieTests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TieTests_Ties_TieId",
                        column: x => x.TieId,
                        principalTable: "Ties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Objectives_CarriedFromId",
                table: "Objectives",
                column: "CarriedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_RecordedAt_WorkspaceId",
                table: "Measurements",
                columns: new[] { "RecordedAt", "WorkspaceId" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyResults_CarriedFromId",
                table: "KeyResults",
                column: "CarriedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaDecisions_AgendaId",
                table: "AgendaDecisions",
                column: "AgendaId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaLines_AgendaId_KeyResultId",
                table: "AgendaLines",
                columns: new[] { "AgendaId", "KeyResultId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgendaLines_KeyResultId",
                table: "AgendaLines",
                column: "KeyResultId");

            migrationBuilder.CreateIndex(
                name: "IX_Agendas_TeamId_Month",
                table: "Agendas",
                columns: new[] { "TeamId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConfidenceVotes_AgendaId_KeyResultId_MemberId",
                table: "ConfidenceVotes",
                columns: new[] { "AgendaId", "KeyResultId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CustomerOutcomes_MetricId",
                table: "CustomerOutcomes",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerOutcomes_WorkspaceId_MetricId",
                table: "CustomerOutcomes",
                columns: new[] { "WorkspaceId", "MetricId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CycleDecisions_CycleId",
                table: "CycleDecisions",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_CycleDecisions_KeyResultId",
                table: "CycleDecisions",
                column: "KeyResultId");

            migrationBuilder.CreateIndex(
                name: "IX_CycleDecisions_ObjectiveId",
                table: "CycleDecisions",
                column: "ObjectiveId");

            migrationBuilder.CreateIndex(
                name: "IX_TieTests_TieId_At",
                table: "TieTests",
                columns: new[] { "TieId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Ties_ChildId",
                table: "Ties",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_Ties_ParentId",
                table: "Ties",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Ties_WorkspaceId_WithdrawnAt",
                table: "Ties",
                columns: new[] { "WorkspaceId", "WithdrawnAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaDecisions");

            migrationBuilder.DropTable(
                name: "AgendaLines");

            migrationBuilder.DropTable(
                name: "ConfidenceVotes");

            migrationBuilder.DropTable(
                name: "CustomerOutcomes");

            migrationBuilder.DropTable(
                name: "CycleDecisions");

            migrationBuilder.DropTable(
                name: "TieTests");

            migrationBuilder.DropTable(
                name: "Agendas");

            migrationBuilder.DropTable(
                name: "Ties");

            migrationBuilder.DropIndex(
                name: "IX_Objectives_CarriedFromId",
                table: "Objectives");

            migrationBuilder.DropIndex(
                name: "IX_Measurements_RecordedAt_WorkspaceId",
                table: "Measurements");

            migrationBuilder.DropIndex(
                name: "IX_KeyResults_CarriedFromId",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "CarriedFromId",
                table: "Objectives");

            migrationBuilder.DropColumn(
                name: "CarriedFromId",
                table: "KeyResults");

            migrationBuilder.DropColumn(
                name: "DiscardedAs",
                table: "KeyResults");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_WorkspaceId_RecordedAt",
                table: "Measurements",
                columns: new[] { "WorkspaceId", "RecordedAt" });
        }
    }
}

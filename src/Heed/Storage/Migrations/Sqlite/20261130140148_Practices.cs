using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Practices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Practices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Requirement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StaffHours = table.Column<double>(type: "REAL", nullable: true),
                    CustomerHours = table.Column<double>(type: "REAL", nullable: true),
                    Cash = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Practices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Practices_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BurdenLines",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ledger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    People = table.Column<double>(type: "REAL", nullable: false),
                    Times = table.Column<double>(type: "REAL", nullable: false),
                    Often = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Low = table.Column<double>(type: "REAL", nullable: false),
                    Likely = table.Column<double>(type: "REAL", nullable: false),
                    High = table.Column<double>(type: "REAL", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsCashable = table.Column<bool>(type: "INTEGER", nullable: false),
                    HourCost = table.Column<double>(type: "REAL", nullable: true),
                    MonthLow = table.Column<double>(type: "REAL", nullable: false),
                    MonthLikely = table.Column<double>(type: "REAL", nullable: false),
                    MonthHigh = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BurdenLines", x => new { x.PracticeId, x.Ledger });
                    table.ForeignKey(
                        name: "FK_BurdenLines_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomersTouched",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerGroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomersTouched", x => new { x.PracticeId, x.CustomerGroupId });
                    table.ForeignKey(
                        name: "FK_CustomersTouched_CustomerGroups_CustomerGroupId",
                        column: x => x.CustomerGroupId,
                        principalTable: "CustomerGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CustomersTouched_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PracticeMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PracticeMoves_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Removals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReliedOn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Prevented = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LastCaught = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Undo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MetricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GuardrailMetricId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GuardrailAtLeast = table.Column<double>(type: "REAL", nullable: true),
                    GuardrailAtMost = table.Column<double>(type: "REAL", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Removals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Removals_Metrics_GuardrailMetricId",
                        column: x => x.GuardrailMetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Removals_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Removals_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Removals_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_BurdenLines_WorkspaceId_Ledger",
                table: "BurdenLines",
                columns: new[] { "WorkspaceId", "Ledger" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomersTouched_CustomerGroupId",
                table: "CustomersTouched",
                column: "CustomerGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeMoves_PracticeId_At",
                table: "PracticeMoves",
                columns: new[] { "PracticeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_TeamId",
                table: "Practices",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Practices_WorkspaceId_Cash",
                table: "Practices",
                columns: new[] { "WorkspaceId", "Cash" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_WorkspaceId_CustomerHours",
                table: "Practices",
                columns: new[] { "WorkspaceId", "CustomerHours" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_WorkspaceId_Name",
                table: "Practices",
                columns: new[] { "WorkspaceId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_WorkspaceId_StaffHours",
                table: "Practices",
                columns: new[] { "WorkspaceId", "StaffHours" });

            migrationBuilder.CreateIndex(
                name: "IX_Removals_GuardrailMetricId",
                table: "Removals",
                column: "GuardrailMetricId");

            migrationBuilder.CreateIndex(
                name: "IX_Removals_MetricId",
                table: "Removals",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_Removals_PracticeId_At",
                table: "Removals",
                columns: new[] { "PracticeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Removals_TrialId",
                table: "Removals",
                column: "TrialId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BurdenLines");

            migrationBuilder.DropTable(
                name: "CustomersTouched");

            migrationBuilder.DropTable(
                name: "PracticeMoves");

            migrationBuilder.DropTable(
                name: "Removals");

            migrationBuilder.DropTable(
                name: "Practices");
        }
    }
}

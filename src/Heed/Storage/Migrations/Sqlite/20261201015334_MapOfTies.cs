using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MapOfTies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Measurements_WorkspaceId_RecordedAt",
                table: "Measurements");

            migrationBuilder.CreateTable(
                name: "CustomerOutcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MetricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NamedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    NamedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "Ties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsSum = table.Column<bool>(type: "INTEGER", nullable: false),
                    Moves = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstLag = table.Column<int>(type: "INTEGER", nullable: false),
                    LastLag = table.Column<int>(type: "INTEGER", nullable: false),
                    PerUnit = table.Column<double>(type: "REAL", nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ClaimedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClaimedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true)
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
                name: "TieTests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TieId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeforeClaim = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Lag = table.Column<int>(type: "INTEGER", nullable: true),
                    Correlation = table.Column<double>(type: "REAL", nullable: true),
                    Limit = table.Column<double>(type: "REAL", nullable: true),
                    Raw = table.Column<double>(type: "REAL", nullable: true),
                    Differenced = table.Column<double>(type: "REAL", nullable: true),
                    IsDirectionUnclear = table.Column<bool>(type: "INTEGER", nullable: false),
                    Correlations = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                name: "IX_Measurements_RecordedAt_WorkspaceId",
                table: "Measurements",
                columns: new[] { "RecordedAt", "WorkspaceId" });

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
                name: "CustomerOutcomes");

            migrationBuilder.DropTable(
                name: "TieTests");

            migrationBuilder.DropTable(
                name: "Ties");

            migrationBuilder.DropIndex(
                name: "IX_Measurements_RecordedAt_WorkspaceId",
                table: "Measurements");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_WorkspaceId_RecordedAt",
                table: "Measurements",
                columns: new[] { "WorkspaceId", "RecordedAt" });
        }
    }
}

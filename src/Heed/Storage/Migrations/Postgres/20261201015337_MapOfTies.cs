using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
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

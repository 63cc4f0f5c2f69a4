using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Releases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Release",
                table: "Surveys",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WordsBy",
                table: "Surveys",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WordsToldApartOn",
                table: "Surveys",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Sender",
                table: "Imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReleasedRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleasedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleasedRows_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReleasedRows_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReleasedRows_ImportId",
                table: "ReleasedRows",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleasedRows_SurveyId_Number_ImportId",
                table: "ReleasedRows",
                columns: new[] { "SurveyId", "Number", "ImportId" },
                unique: true);

            // What is here was shown already, all of it together.
            migrationBuilder.Sql(
                """
                INSERT INTO "ReleasedRows" ("Id", "WorkspaceId", "SurveyId", "ImportId", "Number", "First", "Last")
                SELECT "Id", "WorkspaceId", "SurveyId", "Id", 1, 1, "Stored" FROM "Imports"
                WHERE "State" = 'Done' AND "Stored" > 0 AND "SurveyId" IS NOT NULL
                """
            );
            migrationBuilder.Sql(
                """UPDATE "Surveys" SET "Release" = 1 WHERE "Id" IN (SELECT "SurveyId" FROM "ReleasedRows")"""
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReleasedRows");

            migrationBuilder.DropColumn(
                name: "Release",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "WordsBy",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "WordsToldApartOn",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "Sender",
                table: "Imports");
        }
    }
}

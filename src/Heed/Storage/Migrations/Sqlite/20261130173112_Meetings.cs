using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CalendarKeys",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarKeys", x => x.WorkspaceId);
                });

            migrationBuilder.CreateTable(
                name: "Resets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClearUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Resets_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamCalendars",
                columns: table => new
                {
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Seldom = table.Column<int>(type: "INTEGER", nullable: false),
                    Small = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamCalendars", x => x.TeamId);
                    table.ForeignKey(
                        name: "FK_TeamCalendars_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    People = table.Column<double>(type: "REAL", nullable: false),
                    Minutes = table.Column<double>(type: "REAL", nullable: false),
                    TimesAWeek = table.Column<double>(type: "REAL", nullable: false),
                    HoursAWeek = table.Column<double>(type: "REAL", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    ResetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CustomerGroupId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.PracticeId);
                    table.ForeignKey(
                        name: "FK_Meetings_CustomerGroups_CustomerGroupId",
                        column: x => x.CustomerGroupId,
                        principalTable: "CustomerGroups",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Meetings_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Meetings_Resets_ResetId",
                        column: x => x.ResetId,
                        principalTable: "Resets",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MeetingMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingMoves_Meetings_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Meetings",
                        principalColumn: "PracticeId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingRatings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Impact = table.Column<int>(type: "INTEGER", nullable: false),
                    Effort = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingRatings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingRatings_Meetings_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Meetings",
                        principalColumn: "PracticeId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeetingRatings_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingMoves_PracticeId_At",
                table: "MeetingMoves",
                columns: new[] { "PracticeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRatings_MemberId",
                table: "MeetingRatings",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRatings_PracticeId_MemberId",
                table: "MeetingRatings",
                columns: new[] { "PracticeId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_CustomerGroupId",
                table: "Meetings",
                column: "CustomerGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_ResetId",
                table: "Meetings",
                column: "ResetId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_WorkspaceId_SeriesKey",
                table: "Meetings",
                columns: new[] { "WorkspaceId", "SeriesKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Resets_TeamId_BegunAt",
                table: "Resets",
                columns: new[] { "TeamId", "BegunAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarKeys");

            migrationBuilder.DropTable(
                name: "MeetingMoves");

            migrationBuilder.DropTable(
                name: "MeetingRatings");

            migrationBuilder.DropTable(
                name: "TeamCalendars");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Resets");
        }
    }
}

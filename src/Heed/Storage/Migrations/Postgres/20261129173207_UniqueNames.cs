using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UniqueNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Teams_WorkspaceId",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_Metrics_WorkspaceId_Name",
                table: "Metrics");

            migrationBuilder.DropIndex(
                name: "IX_CustomerGroups_WorkspaceId_Name",
                table: "CustomerGroups");

            NamesApart.Bring(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_Teams_WorkspaceId_Name",
                table: "Teams",
                columns: new[] { "WorkspaceId", "Name" },
                unique: true,
                filter: "\"ParentId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_WorkspaceId_ParentId_Name",
                table: "Teams",
                columns: new[] { "WorkspaceId", "ParentId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Metrics_WorkspaceId_Name",
                table: "Metrics",
                columns: new[] { "WorkspaceId", "Name" },
                unique: true,
                filter: "\"RetiredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_WorkspaceId_Email",
                table: "Invitations",
                columns: new[] { "WorkspaceId", "Email" },
                unique: true,
                filter: "\"AcceptedAt\" IS NULL AND \"RevokedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CustomerGroups_WorkspaceId_Name",
                table: "CustomerGroups",
                columns: new[] { "WorkspaceId", "Name" },
                unique: true,
                filter: "\"RemovedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Teams_WorkspaceId_Name",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_Teams_WorkspaceId_ParentId_Name",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_Metrics_WorkspaceId_Name",
                table: "Metrics");

            migrationBuilder.DropIndex(
                name: "IX_Invitations_WorkspaceId_Email",
                table: "Invitations");

            migrationBuilder.DropIndex(
                name: "IX_CustomerGroups_WorkspaceId_Name",
                table: "CustomerGroups");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_WorkspaceId",
                table: "Teams",
                column: "WorkspaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Metrics_WorkspaceId_Name",
                table: "Metrics",
                columns: new[] { "WorkspaceId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomerGroups_WorkspaceId_Name",
                table: "CustomerGroups",
                columns: new[] { "WorkspaceId", "Name" });
        }
    }
}

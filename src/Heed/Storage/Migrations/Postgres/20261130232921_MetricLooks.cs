using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MetricLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LookedAtOn",
                table: "Metrics",
                type: "date",
                nullable: true);
            // Nobody noted it before: from this day on it is known.
            migrationBuilder.Sql("UPDATE \"Metrics\" SET \"LookedAtOn\" = CURRENT_DATE");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LookedAtOn",
                table: "Metrics");
        }
    }
}

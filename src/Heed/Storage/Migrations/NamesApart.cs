using Microsoft.EntityFrameworkCore.Migrations;

namespace Heed.Storage.Migrations;

/// <summary>
/// What was made twice by one double click, before the database held names apart: the later ones get a number. Three
/// rounds, for the numbered name may be there too.
/// </summary>
static class NamesApart
{
    public static void Bring(MigrationBuilder migration)
    {
        for (var round = 0; round < 3; round++)
        {
            Number(migration, "Metrics", "", "\"RetiredAt\" IS NULL");
            Number(migration, "CustomerGroups", "", "\"RemovedAt\" IS NULL");
            Number(migration, "Teams", ", \"ParentId\"", "1 = 1");
        }
        // Of two open invitations for one address the newer one stays.
        migration.Sql(
            """
            UPDATE "Invitations" SET "RevokedAt" = "InvitedAt" WHERE "Id" IN (
              SELECT "Id" FROM (
                SELECT "Id", row_number() OVER (PARTITION BY "WorkspaceId", "Email" ORDER BY "InvitedAt" DESC, "Id") AS nth
                FROM "Invitations" WHERE "AcceptedAt" IS NULL AND "RevokedAt" IS NULL
              ) AS numbered WHERE nth > 1
            )
            """
        );
    }

    static void Number(MigrationBuilder migration, string table, string within, string where) =>
        migration.Sql(
            $"""
            UPDATE "{table}" SET "Name" = substr("Name", 1, 190) || ' (' || numbered.nth || ')'
            FROM (
              SELECT "Id" AS twin, row_number() OVER (PARTITION BY "WorkspaceId"{within}, "Name" ORDER BY "Id") AS nth
              FROM "{table}" WHERE {where}
            ) AS numbered
            WHERE numbered.twin = "{table}"."Id" AND numbered.nth > 1
            """
        );
}

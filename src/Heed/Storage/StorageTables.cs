namespace Heed.Storage;

static class StorageTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<KeyRingEntry>().HasKey(k => k.Name);
        model.Entity<IdempotencyKey>(key =>
        {
            key.Property(k => k.Key).HasMaxLength(200);
            key.HasIndex(k => new
                {
                    k.WorkspaceId,
                    k.MemberId,
                    k.Key,
                })
                .IsUnique();
            key.HasIndex(k => k.ClaimedAt);
        });
    }
}

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heed.Storage;

public static class AppendOnly
{
    /// <summary>What was said stays: once saved, no field of such a row can be changed.</summary>
    public static void Keep<T>(this EntityTypeBuilder<T> kept)
        where T : class
    {
        foreach (var property in kept.Metadata.GetProperties())
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}

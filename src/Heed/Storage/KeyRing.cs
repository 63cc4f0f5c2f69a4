using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Heed.Storage;

/// <summary>One key that signs cookies and forms, as the framework writes it.</summary>
public sealed class KeyRingEntry
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keeps the keys in the database: a restart, a second process and a restored backup all stay signed in.</summary>
sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        return [.. db.KeyRing.AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        db.KeyRing.Add(new KeyRingEntry { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

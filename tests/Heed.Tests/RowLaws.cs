using System.Reflection;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>Laws of what is stored and what goes over the wire.</summary>
public sealed class RowLaws
{
    [Fact]
    public async Task What_goes_over_the_wire_is_no_row_of_the_database()
    {
        await using var world = await World.Start();
        var rows = Rows(world);
        var handlers = world
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
            .Select(e => e.Metadata.GetMetadata<MethodInfo>()!)
            .ToList();
        Assert.NotEmpty(handlers);
        var services = world.Services.GetRequiredService<IServiceProviderIsService>();
        var leaks = handlers.SelectMany(h => Leaks(h, rows, services)).Distinct().ToList();
        Assert.True(leaks.Count == 0, string.Join("\n", leaks));

        var broken = typeof(BrokenHouse.LeakyEndpoint).GetMethod("Take")!;
        Assert.Contains(
            "LeakyEndpoint.Take: Wrapping carries Member, a row of the database.",
            Leaks(broken, rows, services)
        );
        Assert.Contains(
            "LeakyEndpoint.Take: Member carries Member, a row of the database.",
            Leaks(broken, rows, services)
        );
    }

    static IEnumerable<string> Leaks(MethodInfo handler, HashSet<Type> rows, IServiceProviderIsService services) =>
        handler
            .GetParameters()
            .Select(p => p.ParameterType)
            .Where(t => !services.IsService(t))
            .Append(handler.ReturnType)
            .SelectMany(t =>
                Wired(t, [])
                    .Where(rows.Contains)
                    .Select(row =>
                        $"{handler.DeclaringType!.Name}.{handler.Name}: {t.Name} carries {row.Name}, a row of the database."
                    )
            );

    /// <summary>Every type that would be written or read with this one. An Id&lt;T&gt; carries no T.</summary>
    static HashSet<Type> Wired(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) || !seen.Add(type))
            return seen;
        if (type.HasElementType)
            Wired(type.GetElementType()!, seen);
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
            Wired(argument, seen);
        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || type.IsPrimitive)
            return seen;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            Wired(property.PropertyType, seen);
        return seen;
    }

    /// <summary>Rows that belong to no workspace, each with its reason.</summary>
    static readonly Dictionary<string, string> OfNoWorkspace = new()
    {
        ["Workspace"] = "is one",
        ["Person"] = "may be in several",
        ["Session"] = "hangs on a person",
        ["FirstClaim"] = "comes before all",
        ["KeyRingEntry"] = "signs the cookies of all",
        ["IdentityUserClaim`1"] = "hangs on a person",
        ["IdentityUserLogin`1"] = "hangs on a person",
        ["IdentityUserToken`1"] = "hangs on a person",
        ["Response"] = "is found by the number of its import only, which has one",
        ["RejectedRow"] = "is found by the number of its import only, which has one",
        ["Passkey"] = "hangs on a person",
    };

    [Fact]
    public async Task Every_row_belongs_to_a_workspace()
    {
        await using var world = await World.Start();
        Assert.Empty(Homeless(Rows(world)));
        Assert.Equal(["String"], Homeless([typeof(string), typeof(Member)]));
    }

    static IEnumerable<string> Homeless(IEnumerable<Type> rows) =>
        rows.Where(t => !typeof(IInWorkspace).IsAssignableFrom(t) && !OfNoWorkspace.ContainsKey(t.Name))
            .Select(t => t.Name);

    [Fact]
    public async Task Enums_are_stored_as_words()
    {
        await using var world = await World.Start();
        await using var scope = world.Services.CreateAsyncScope();
        var numbers =
            from entity in scope.ServiceProvider.GetRequiredService<HeedDb>().Model.GetEntityTypes()
            from property in entity.GetProperties()
            where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum
            where (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) != typeof(string)
            select $"{entity.ShortName()}.{property.Name}";
        Assert.Empty(numbers);
    }

    static HashSet<Type> Rows(World world)
    {
        using var scope = world.Services.CreateScope();
        return
        [
            .. scope
                .ServiceProvider.GetRequiredService<HeedDb>()
                .Model.GetEntityTypes()
                .Where(e => !e.IsOwned())
                .Select(e => e.ClrType),
        ];
    }
}

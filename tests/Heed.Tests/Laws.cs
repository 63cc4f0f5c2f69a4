using System.Reflection;
using System.Reflection.Emit;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>The laws of the house. Each has a test that sees it fail on BrokenHouse or on a broken input.</summary>
public sealed class Laws
{
    static readonly Assembly[] House = [typeof(Server).Assembly, Assembly.Load("Heed.Analytics")];

    static IEnumerable<Type> Broken =>
        typeof(Laws)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("BrokenHouse", StringComparison.Ordinal) == true);

    [Fact]
    public void Rooms_know_only_whom_they_may()
    {
        var violations = WhoMayKnowWhom.Violations(House.SelectMany(a => a.GetTypes()));
        Assert.True(violations.Count == 0, string.Join("\n", violations));
    }

    [Fact]
    public void Broken_a_room_that_reaches_where_it_may_not_is_named()
    {
        var violations = WhoMayKnowWhom.Violations(Broken, "BrokenHouse");
        Assert.Contains(
            "BrokenHouse.Kit.Reaching knows BrokenHouse.Metrics.Series: Kit may not know Metrics.",
            violations
        );
        Assert.Contains(
            "BrokenHouse.Metrics.Series knows BrokenHouse.Aim.Objective: Metrics may not know Aim.",
            violations
        );
        Assert.Contains(
            "BrokenHouse.Journal.Names knows BrokenHouse.Aim.Objective: Journal may not know Aim.",
            violations
        );
        Assert.DoesNotContain(violations, v => v.StartsWith("BrokenHouse.Journal.Holds", StringComparison.Ordinal));
        Assert.Contains(
            violations,
            v => v.StartsWith("BrokenHouse.Surprise is a room that the law does not know", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(violations, v => v.StartsWith("BrokenHouse.Aim", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pure_library_knows_numerics_and_nothing_else()
    {
        var names = House[1].GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(
            names,
            n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("MathNet.Numerics" or "netstandard")
        );
    }

    /// <summary>It takes arrays and streams; it never opens, asks or prints anything itself.</summary>
    [Fact]
    public void The_pure_library_does_no_input_or_output()
    {
        var violations = InputOutput(House[1].GetTypes());
        Assert.True(violations.Count == 0, string.Join("\n", violations));
        Assert.Equal(
            ["ReadsADisk names File: take a stream or an array."],
            InputOutput([typeof(BrokenHouse.ReadsADisk)])
        );
    }

    static List<string> InputOutput(IEnumerable<Type> types)
    {
        Type[] banned =
        [
            typeof(File),
            typeof(FileInfo),
            typeof(FileStream),
            typeof(Directory),
            typeof(DirectoryInfo),
            typeof(Console),
            typeof(System.Diagnostics.Process),
        ];
        return
        [
            .. from type in types
            from named in Reach.Types(type)
            where banned.Contains(named) || named.Namespace?.StartsWith("System.Net", StringComparison.Ordinal) == true
            select $"{WhoMayKnowWhom.Outer(type).Name} names {named.Name}: take a stream or an array.",
        ];
    }

    [Fact]
    public void A_room_reads_and_writes_only_its_own_tables()
    {
        var violations = OtherTables(House[0].GetTypes());
        Assert.True(violations.Count == 0, string.Join("\n", violations));
    }

    [Fact]
    public void Broken_a_room_at_another_rooms_table_is_named()
    {
        var violations = OtherTables(Broken);
        Assert.Contains(
            "ReachesOver uses HeedDb.Metrics of Metrics. Call a use case or a query of that room.",
            violations
        );
        Assert.Contains(
            "ReachesOver uses Add<Metric> of Metrics. Call a use case or a query of that room.",
            violations
        );
    }

    /// <summary>HeedDb.Metrics, or the row itself, asked for by a type that is not of the room of Metric.</summary>
    static List<string> OtherTables(IEnumerable<Type> types)
    {
        string[] all = ["Shell", "Demo", "Commands", "Storage"];
        var tables = typeof(HeedDb)
            .GetProperties()
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .ToDictionary(
                p => p.GetMethod!.MetadataToken,
                p => (p.Name, Room: WhoMayKnowWhom.Room(p.PropertyType.GetGenericArguments()[0]))
            );
        var uses =
            from type in types
            let room = WhoMayKnowWhom.Room(type)
            where !all.Contains(room)
            from method in type.GetMethods(Reach.All).Cast<MethodBase>().Concat(type.GetConstructors(Reach.All))
            from member in Reach.Members(method)
            select (Type: WhoMayKnowWhom.Outer(type).Name, Room: room, Member: member);
        var sets =
            from use in uses
            where use.Member.DeclaringType == typeof(HeedDb) && tables.ContainsKey(use.Member.MetadataToken)
            let table = tables[use.Member.MetadataToken]
            where table.Room is not null && table.Room != use.Room
            select $"{use.Type} uses HeedDb.{table.Name} of {table.Room}. Call a use case or a query of that room.";
        var rows =
            from use in uses
            let call = use.Member as MethodInfo
            where call is { IsGenericMethod: true } && call.DeclaringType == typeof(DbContext)
            let row = call.GetGenericArguments()[0]
            let other = row.IsGenericParameter ? null : WhoMayKnowWhom.Room(row)
            where other is not null && other != use.Room
            select $"{use.Type} uses {call.Name}<{row.Name}> of {other}. Call a use case or a query of that room.";
        return [.. sets.Concat(rows).Distinct()];
    }

    [Fact]
    public void Kinds_of_work_are_run_by_their_runner_alone()
    {
        Assert.Empty(Runners(House[0].GetTypes()).Except([nameof(RunJob)]));
        Assert.Equal(["RunsByItself"], Runners(Broken));
    }

    static IEnumerable<string> Runners(IEnumerable<Type> types) =>
        (
            from type in types
            where type != typeof(JobKind)
            from method in type.GetMethods((BindingFlags)62).Cast<MethodBase>()
            from member in Reach.Members(method)
            where member.DeclaringType == typeof(JobKind) && member.Name == "get_Run"
            select WhoMayKnowWhom.Outer(type).Name
        ).Distinct();

    [Fact]
    public void Nobody_asks_the_wall_clock()
    {
        var late = Clocks(House.SelectMany(a => a.GetTypes()));
        Assert.True(late.Count == 0, string.Join("\n", late));
        Assert.Contains(Clocks(Broken), v => v.Contains("TellsTheTime", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_page_waits_for_ends_when_its_reader_has_gone()
    {
        var endless = Endless(House[0].GetTypes());
        Assert.True(endless.Count == 0, string.Join("\n", endless));
        Assert.Equal(
            [nameof(BrokenHouse.WaitsForNobody), nameof(BrokenHouse.WaitsWithoutAWord)],
            Endless(Broken).Select(v => v.Split('.')[0]).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A cancellation that never comes, given or left out, anywhere in a component.</summary>
    static List<string> Endless(IEnumerable<Type> types) =>
        [
            .. (
                from type in types
                let component = WhoMayKnowWhom.Outer(type)
                where typeof(IComponent).IsAssignableFrom(component) && component != typeof(Heed.Ui.DrawnWhole)
                from method in type.GetMethods((BindingFlags)62).Cast<MethodBase>()
                where method.DeclaringType == type
                from step in Reach.Steps(method)
                where
                    step.Does == OpCodes.Initobj && Equals(step.With, typeof(CancellationToken))
                    || step.With.DeclaringType == typeof(CancellationToken) && step.With.Name == "get_None"
                select $"{component.Name}.{method.Name} waits for ever: pass Stop."
            ).Distinct(),
        ];

    [Fact]
    public void Every_page_is_a_Page()
    {
        var others = House[0]
            .GetTypes()
            .Where(t => t.IsDefined(typeof(RouteAttribute)))
            .Where(IsNoPage)
            .Select(t => t.FullName);
        Assert.Empty(others);
        Assert.True(IsNoPage(typeof(BrokenHouse.WaitsForNobody)));
    }

    static bool IsNoPage(Type type) => !typeof(Heed.Ui.Page).IsAssignableFrom(type);

    static List<string> Clocks(IEnumerable<Type> types)
    {
        string[] banned = ["get_Now", "get_UtcNow", "get_Today"];
        return
        [
            .. from type in types
            from method in type.GetMethods(Reach.All).Cast<MethodBase>()
            from member in Reach.Members(method)
            where
                (member.DeclaringType == typeof(DateTime) || member.DeclaringType == typeof(DateTimeOffset))
                && banned.Contains(member.Name)
            select $"{WhoMayKnowWhom.Outer(type).FullName}.{method.Name} asks {member.DeclaringType!.Name}: take a TimeProvider.",
        ];
    }
}

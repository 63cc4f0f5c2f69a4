using System.Reflection;
using Heed.Journal;
using Heed.People;
using Heed.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>The one list of rooms: what must be true of it, whoever adds a line.</summary>
public sealed class ModulesTests
{
    static readonly string[] Rooms = [.. Modules.All.Select(m => m.Name)];

    [Fact]
    public void A_room_knows_only_such_as_stand_above_it()
    {
        Assert.Null(OutOfOrder(Modules.All));
        Assert.Equal(
            "Upper knows Lower, which does not stand above it.",
            OutOfOrder([new("Upper") { Knows = ["Lower"] }, new("Lower")])
        );
        Assert.Equal(
            "Alone knows Nobody, which does not stand above it.",
            OutOfOrder([new("Alone") { Knows = ["Nobody"] }])
        );
    }

    /// <summary>Analyze is no room of its own: it has neither address nor rows, and stands below Listen.</summary>
    static string? OutOfOrder(IReadOnlyList<Module> modules)
    {
        List<string> above = ["Analyze"];
        foreach (var module in modules)
        {
            if (module.Knows.FirstOrDefault(k => !above.Contains(k)) is { } missing)
                return $"{module.Name} knows {missing}, which does not stand above it.";
            above.Add(module.Name);
        }
        return null;
    }

    [Fact]
    public void Every_room_of_the_code_stands_in_the_list()
    {
        string[] noRooms = ["Kit", "Files", "Ui", "Analyze", "Commands", "the front door"];
        var inCode = typeof(Server).Assembly.GetTypes().Select(t => WhoMayKnowWhom.Room(t)).OfType<string>().Distinct();
        Assert.Equal(Rooms.Order(StringComparer.Ordinal), inCode.Except(noRooms).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_addresses_and_keys_are_given_once()
    {
        Assert.Equal(Rooms.Distinct(), Rooms);
        var places = Modules.All.SelectMany(m => m.Navigation).ToList();
        Assert.Equal(places.Count, places.DistinctBy(p => p.Key).Count());
        Assert.Equal(places.Count, places.DistinctBy(p => p.Href).Count());
        var lines = Modules.All.SelectMany(m => m.Settings).ToList();
        Assert.Equal(lines.Count, lines.DistinctBy(l => l.Href).Count());
    }

    [Fact]
    public void Every_kind_that_the_journal_writes_of_has_a_link()
    {
        var written = Written(typeof(Server).Assembly.GetTypes());
        Assert.Contains("Objective", written);
        Assert.Empty(written.Except(Linked(Modules.All)));

        var withoutAim = Linked(Modules.All.Where(m => m.Name != "Aim"));
        Assert.Equal(
            ["Agenda", "AimImport", "Cycle", "Dependency", "KeyResult", "Objective", "Strategy"],
            written.Except(withoutAim)
        );
    }

    static IEnumerable<string> Linked(IEnumerable<Module> modules) =>
        modules.SelectMany(m => m.Links).Select(l => l.Kind.Name);

    /// <summary>T of every call of <see cref="JournalWriter.Write{T}"/>, read from the compiled code.</summary>
    static IEnumerable<string> Written(IEnumerable<Type> types) =>
        types
            .SelectMany(t => t.GetMethods(Reach.All))
            .SelectMany(Reach.Members)
            .OfType<MethodInfo>()
            .Where(m =>
                m is { Name: nameof(JournalWriter.Write), IsGenericMethod: true }
                && m.DeclaringType == typeof(JournalWriter)
            )
            .Select(m => m.GetGenericArguments()[0].Name)
            .Distinct()
            .Order(StringComparer.Ordinal);

    [Fact]
    public void A_kind_is_linked_by_one_room_and_each_thing_has_its_address()
    {
        var links = new KindLinks(Modules.All);
        var id = Guid.Parse("0190aaaa-0000-7000-8000-000000000001");
        Assert.Equal("/try/0190aaaa000070008000000000000001", links.Address(Line("Trial", id)));
        Assert.Equal("/aim/cycles", links.Address(Line("Cycle", id)));
        Assert.Null(links.Address(Line("OfARoomThatIsGone", id)));
        Assert.Throws<ArgumentException>(() =>
            new KindLinks([.. Modules.All, new("Twice") { Links = [Link.ToAll<Team>("/x")] }])
        );
    }

    static EntryView Line(string kind, Guid id) => new(default, default, "act", kind, id, "");

    [Fact]
    public void What_contributes_nothing_is_refused_at_the_start()
    {
        var room = new Module("Broken") { Contributions = [typeof(ModulesTests)] };
        var refused = Assert.Throws<InvalidOperationException>(() => room.Add(new ServiceCollection(), null!));
        Assert.Equal("Broken lists ModulesTests, which contributes nothing.", refused.Message);
    }

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/aim/cycles", "Aim")]
    [InlineData("/listen/imports/1", "Listen")]
    [InlineData("/members/1", "Settings")]
    [InlineData("/settings/sample", "Settings")]
    [InlineData("/aimless", null)]
    public void A_page_stands_in_the_room_of_its_address_or_under_settings(string path, string? name) =>
        Assert.Equal(name, new Navigation(Modules.All).Current(path)?.Name);

    [Fact]
    public void The_sample_is_a_line_of_settings_only_where_there_is_one()
    {
        var navigation = new Navigation(Modules.All);
        var visit = new Visit();
        Assert.DoesNotContain(navigation.SettingsFor(visit), l => l.Name == "Sample");
        visit.Enter(
            new Workspace
            {
                Name = "Harbor Coffee",
                TimeZone = "UTC",
                CreatedAt = default,
                SampleSince = default(DateTimeOffset),
            },
            null
        );
        Assert.Contains(navigation.SettingsFor(visit), l => l.Name == "Sample");
    }
}

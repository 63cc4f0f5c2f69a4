using System.Reflection;
using Heed.People;
using Heed.Storage;

namespace Heed;

/// <summary>
/// One room of the house, told by itself in one record: what it serves, what it keeps, where it is found and what it
/// contributes to the pages that speak for all rooms. <see cref="Modules.All"/> is the only list of them.
/// </summary>
public sealed record Module(string Name)
{
    /// <summary>
    /// The rooms whose public use cases and queries this one may call. What they know it may know too; nothing else,
    /// and never the other way round. A test holds it.
    /// </summary>
    public IReadOnlyList<string> Knows { get; init; } = [];

    public Action<IServiceCollection, Settings> Services { get; init; } = (_, _) => { };

    /// <summary>Operations under /api/v1.</summary>
    public Action<IEndpointRouteBuilder> Api { get; init; } = _ => { };

    /// <summary>What a signed-in browser asks for beside the pages: files, pictures, parts of pages.</summary>
    public Action<IEndpointRouteBuilder> Files { get; init; } = _ => { };

    public Action<ModelBuilder> Tables { get; init; } = _ => { };

    public IReadOnlyList<NavigationItem> Navigation { get; init; } = [];

    /// <summary>Every kind of thing that the journal writes of, and where it is looked at.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Lines of the page Settings.</summary>
    public IReadOnlyList<SettingsLine> Settings { get; init; } = [];

    /// <summary>
    /// The classes by which it contributes: <see cref="IHomeSource"/> (sentences), <see cref="ISearchSource"/> (results), <see cref="IAddressSource"/> (what an address leads to),
    /// <see cref="IVerbatimSource"/> (customers' words), <see cref="Metrics.IChangeSource"/> (dated changes), <see cref="Metrics.ITractionSource"/> (whether they move it),
    /// <see cref="IErasureSource"/> (how it forgets a person), <see cref="IExportSource"/> (files to take away). Each is
    /// registered under every interface of the house that it fills.
    /// </summary>
    public IReadOnlyList<Type> Contributions { get; init; } = [];

    /// <summary>What it owes after an upgrade: asked once at each start, when the database is of this version.</summary>
    public Func<IServiceProvider, CancellationToken, Task> AtStart { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Work that is done behind the pages, by its kind.</summary>
    public IReadOnlyList<JobKind> Jobs { get; init; } = [];

    /// <summary>Where its pages and rows are compiled: beside all others, unless a plug-in or a test says otherwise.</summary>
    public Assembly Assembly { get; init; } = typeof(Module).Assembly;

    public void Add(IServiceCollection services, Settings settings)
    {
        Services(services, settings);
        foreach (var contribution in Contributions)
        {
            var kinds = contribution.GetInterfaces().Where(i => i.Assembly == typeof(Module).Assembly).ToList();
            if (kinds.Count == 0)
                throw new InvalidOperationException($"{Name} lists {contribution.Name}, which contributes nothing.");
            foreach (var kind in kinds)
                services.AddScoped(kind, contribution);
        }
        foreach (var kind in Jobs)
            services.AddSingleton(kind);
    }
}

/// <summary>A place of the navigation, the palette and the keys.</summary>
/// <param name="At">Its place among the others, the smallest first; from <see cref="Ground"/> on it stands below the line.</param>
/// <param name="Key">The letter after g.</param>
public sealed record NavigationItem(int At, string Name, string Href, string Icon, string Key, string Says)
{
    public const int Ground = 100;

    /// <summary>What is begun there, for the palette and the page “Begin something”.</summary>
    public IReadOnlyList<Beginning> Begins { get; init; } = [];

    public bool IsGround => At >= Ground;
}

public sealed record Beginning(string Does, string Href, string Says);

/// <summary>A line of the page Settings.</summary>
/// <param name="At">Its place among the others, the smallest first.</param>
public sealed record SettingsLine(int At, string Name, string Href, string Icon, string Says)
{
    /// <summary>For whom and in which workspace it stands there.</summary>
    public Func<Visit, bool> Shown { get; init; } = _ => true;
}

/// <summary>Where a thing of one kind is looked at.</summary>
/// <param name="Kind">The type of the thing; the journal knows it by its name.</param>
public sealed record Link(Type Kind, Func<Guid, string> Address)
{
    /// <summary>Each has a page of its own below the address.</summary>
    public static Link ToEach<T>(string below) => new(typeof(T), id => $"{below}/{id:N}");

    /// <summary>All are looked at on one page.</summary>
    public static Link ToAll<T>(string page) => new(typeof(T), _ => page);
}

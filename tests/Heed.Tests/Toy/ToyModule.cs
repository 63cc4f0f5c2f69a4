using Heed.Aim;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Toy;

/// <summary>A whole room in one file: what an engineer writes who adds one. Toys are lent out, and each knows to whom.</summary>
public static class ToyModule
{
    public static Module Room { get; } =
        new("Toy")
        {
            Knows = ["Aim"],
            Services = (services, _) => services.AddScoped<LendToy>(),
            Api = LendToy.Map,
            Tables = model => model.Entity<Toy>().ToTable("Toys").Property(t => t.Name).HasMaxLength(200),
            Links = [Link.ToEach<Toy>("/toys")],
            Navigation =
            [
                new(80, "Toys", "/toys", "try", "y", "What is lent to whom")
                {
                    Begins = [new("Lend a toy", "/toys/new", "It comes back.")],
                },
            ],
            Settings = [new(45, "Shelves", "/toys/shelves", "map", "Where toys stand")],
            Contributions = [typeof(ToySearch), typeof(ToysAtHome), typeof(ToyErasure), typeof(ToyExport)],
            Assembly = typeof(ToyModule).Assembly,
        };
}

public sealed class Toy : IInWorkspace
{
    public Id<Toy> Id { get; init; } = Id<Toy>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required string Name { get; init; }
    public Id<Objective>? For { get; init; }

    /// <summary>A name copied into a row: what a room must think of when somebody is to be forgotten.</summary>
    public required string LentBy { get; set; }
}

public sealed record ToyRequest(string Name);

public sealed record ToyView(Id<Toy> Id, string Name, string LentBy);

public sealed class LendToy(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<ToyView> Run(ToyRequest asked, CancellationToken stop)
    {
        var toy = new Toy { Name = asked.Name, LentBy = me.Name };
        db.Add(toy);
        journal.Write("lend", toy.Id, $"{me.Name} lent the {toy.Name}.");
        await db.SaveChangesAsync(stop);
        return new(toy.Id, toy.Name, toy.LentBy);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/toys", (ToyRequest asked, LendToy lend, CancellationToken stop) => lend.Run(asked, stop))
            .WithName("LendToy")
            .WithSummary("Lends a toy.");
}

[Route("/toys")]
[Route("/toys/{Id}")]
public sealed class ToyPage : DrawnWhole
{
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    HeedDb Db { get; set; } = null!;

    IReadOnlyList<Toy> _toys = [];

    protected override async Task OnInitializedAsync() => _toys = await Db.Set<Toy>().AsNoTracking().ToListAsync();

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var toy in _toys.Where(t => Id is null || t.Id.ToString() == Id))
            builder.AddMarkupContent(0, $"<h1>{toy.Name}, lent by {toy.LentBy}</h1>");
    }
}

sealed class ToySearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await db.Set<Toy>()
            .Where(t => t.Name.Contains(words))
            .OrderBy(t => t.Name)
            .Take(most)
            .ToListAsync(stop);
        return [.. found.Select(t => new Found("toy", t.Name, $"/toys/{t.Id}"))];
    }
}

sealed class ToysAtHome(HeedDb db) : IHomeSource
{
    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop) =>
        await db.Set<Toy>().CountAsync(stop) is > 0 and var count
            ? [new(HomeColumn.New, $"{count} toys are lent out.", "/toys")]
            : [];
}

sealed class ToyErasure(HeedDb db) : IErasureSource
{
    public Task Erase(ForgottenMember member, CancellationToken stop) =>
        db.Set<Toy>()
            .Where(t => t.LentBy == member.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.LentBy, ForgottenMember.Words), stop);
}

sealed class ToyExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([ExportFile.Rows<Toy>(db, "toys/toys")]);
}

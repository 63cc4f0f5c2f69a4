using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Heed.Journal;
using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Heed.Demo;

public sealed class RemoveSampleRequest
{
    [Required(ErrorMessage = "Give your organisation a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Organisation { get; set; }
}

/// <summary>
/// Takes the sample organisation away, every row of it, and leaves whoever did it as the administrator of an empty
/// workspace. One transaction: all of it goes, or none.
/// </summary>
public sealed class RemoveSample(HeedDb db, Visit visit, Member me, StoredResponses responses, TimeProvider clock)
{
    public async Task<Outcome<Workspace>> Run(RemoveSampleRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator removes the sample organisation.");
        if (visit.Workspace is not { SampleSince: not null } sample)
            return new Refusal("This is your own organisation, not the sample. Nothing was removed.");

        await using var act = await db.Database.BeginTransactionAsync(stop);
        var invented = await db.Members.Where(m => m.Id != me.Id).Select(m => m.PersonId).ToListAsync(stop);
        foreach (var import in await db.Imports.AsNoTracking().ToListAsync(stop))
            await responses.Remove(import, stop);
        foreach (var table in DependentsFirst())
            await (Task)Delete.MakeGenericMethod(table.ClrType).Invoke(this, [stop])!;
        await db
            .Users.Where(p => invented.Contains(p.Id) && !db.Members.IgnoreQueryFilters().Any(m => m.PersonId == p.Id))
            .ExecuteDeleteAsync(stop);
        await db.Workspaces.Where(w => w.Id == sample.Id).ExecuteDeleteAsync(stop);
        db.ChangeTracker.Clear();

        var now = clock.GetUtcNow();
        var own = new Workspace
        {
            Name = asked.Organisation!.Trim(),
            TimeZone = sample.TimeZone,
            CreatedAt = now,
        };
        db.Workspaces.Add(own);
        visit.Enter(own, null);
        var member = new Member
        {
            PersonId = me.PersonId,
            Name = me.Name,
            Role = Role.Admin,
            JoinedAt = now,
        };
        db.Members.Add(member);
        visit.Enter(own, member);
        new JournalWriter(db, clock).Write(
            "begin",
            own.Id,
            $"{me.Name} removed the sample organisation and began {own.Name}."
        );
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return own;
    }

    /// <summary>Every table of a workspace, those that point at others before those that are pointed at.</summary>
    List<IEntityType> DependentsFirst()
    {
        var tables = db
            .Model.GetEntityTypes()
            .Where(t => typeof(IInWorkspace).IsAssignableFrom(t.ClrType) && !t.IsOwned())
            .ToList();
        List<IEntityType> ordered = [];
        void Visit(IEntityType table)
        {
            if (ordered.Contains(table))
                return;
            foreach (
                var dependent in tables.Where(t =>
                    t != table && t.GetForeignKeys().Any(k => k.PrincipalEntityType == table)
                )
            )
                Visit(dependent);
            ordered.Add(table);
        }
        foreach (var table in tables)
            Visit(table);
        return ordered;
    }

    static readonly MethodInfo Delete = typeof(RemoveSample).GetMethod(
        nameof(DeleteAll),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    Task DeleteAll<T>(CancellationToken stop)
        where T : class, IInWorkspace => db.Set<T>().ExecuteDeleteAsync(stop);
}

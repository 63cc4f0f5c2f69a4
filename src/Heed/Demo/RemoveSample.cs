using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Heed.Journal;
using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Heed.Demo;

public sealed class RemoveSampleRequest
{
    [Required(ErrorMessage = "Give your organisation a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Organisation { get; set; }

    [Required(ErrorMessage = "Give your name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give your e-mail address: you sign in with it.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(254, ErrorMessage = "Use at most 254 characters.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Choose a password: the one of the sample is published.")]
    [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
    public string? Password { get; set; }
}

/// <summary>
/// Takes the sample organisation away, every row of it and everybody who could sign in to it, and leaves whoever did it
/// as the administrator of an empty workspace, by an address and a password that nobody has read anywhere. One
/// transaction: all of it goes, or none.
/// </summary>
public sealed class RemoveSample(
    HeedDb db,
    Visit visit,
    Member me,
    UserManager<Person> people,
    FirstDay first,
    StoredResponses responses,
    TimeProvider clock
)
{
    public async Task<Outcome<Person>> Run(RemoveSampleRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator removes the sample organisation.");
        if (visit.Workspace is not { SampleSince: not null } sample)
            return new Refusal("This is your own organisation, not the sample. Nothing was removed.");
        if (string.Equals(asked.Password, SampleOrganisation.Password, StringComparison.OrdinalIgnoreCase))
            return new Refusal("This is the password of the sample, which is published. Choose another.").At(
                nameof(asked.Password)
            );

        await using var act = await db.Database.BeginTransactionAsync(stop);
        var everybody = await db.Members.Select(m => m.PersonId).ToListAsync(stop);
        foreach (var import in await db.Imports.AsNoTracking().ToListAsync(stop))
            await responses.Remove(import, stop);
        foreach (var table in DependentsFirst())
            await (Task)Delete.MakeGenericMethod(table.ClrType).Invoke(this, [stop])!;
        var gone = db.Users.Where(p =>
            everybody.Contains(p.Id) && !db.Members.IgnoreQueryFilters().Any(m => m.PersonId == p.Id)
        );
        await db.Sessions.Where(s => gone.Any(p => p.Id == s.PersonId)).ExecuteDeleteAsync(stop);
        await gone.ExecuteDeleteAsync(stop);
        await db.Workspaces.Where(w => w.Id == sample.Id).ExecuteDeleteAsync(stop);
        db.ChangeTracker.Clear();

        if (PasswordRules.Refusal(asked.Password!, asked.Organisation, asked.Name) is { } refusal)
            return refusal.At(nameof(asked.Password));
        var person = Person.At(asked.Email!.Trim());
        if (await people.CreateAsync(person, asked.Password!) is { Succeeded: false } failed)
            return failed.Refused(nameof(asked.Password));

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
            PersonId = person.Id,
            Name = asked.Name!.Trim(),
            Role = Role.Admin,
            JoinedAt = now,
        };
        db.Members.Add(member);
        visit.Enter(own, member);
        new JournalWriter(db, clock).Write(
            "begin",
            own.Id,
            $"{member.Name} removed the sample organisation and began {own.Name}."
        );
        first.Apply(own, member);
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return person;
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

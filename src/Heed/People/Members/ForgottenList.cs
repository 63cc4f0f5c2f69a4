using Heed.Journal;
using Heed.Storage;

namespace Heed.People;

/// <summary>
/// Who was forgotten, as ids that lead to nobody, in a file of the data folder: an older backup has them still, and they
/// must not come back with it. It is made from the journal, and after every act of forgetting.
/// </summary>
public sealed class ForgottenList(HeedDb db, ReadJournal journal, IServiceScopeFactory scopes, Settings settings)
{
    const string Name = "forgotten.txt";

    /// <summary>The ids in the file that is named, or in the one of this data folder; none where there is none.</summary>
    public static Outcome<List<Id<Member>>> Read(Settings settings, string? named)
    {
        var file = named ?? Path.Combine(settings.Data, Name);
        if (named is null && !File.Exists(file))
            return new List<Id<Member>>();
        try
        {
            var lines = File.ReadAllLines(file).Where(l => l.Trim().Length > 0).ToList();
            var ids = lines.ConvertAll(l => Id<Member>.TryParse(l.Trim(), null, out var id) ? id : default);
            return ids.Contains(default)
                ? new Refusal($"{file} is no list of who was forgotten: “{lines[ids.IndexOf(default)]}” is no id.")
                : ids;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"The list of who was forgotten cannot be read: {problem.Message}");
        }
    }

    public async Task Write(CancellationToken stop)
    {
        var ids = await journal.EverDoneTo(ForgetMember.Act, stop);
        var known = Read(settings, null).Refused(out _, out var before) ? [] : before.Select(id => id.Value);
        if (ids.Count == 0)
            return;
        var file = Path.Combine(settings.Data, Name);
        OwnFolder.Create(settings.Data);
        await using (var part = new StreamWriter(OwnFolder.New(file + ".part")))
        {
            foreach (var id in known.Union(ids))
                await part.WriteLineAsync(id.ToString("N"));
        }
        File.Move(file + ".part", file, overwrite: true);
    }

    /// <summary>Forgets those who are here again; how many there were.</summary>
    public async Task<int> Again(IReadOnlyList<Id<Member>> ids, CancellationToken stop)
    {
        var here = await db
            .Members.IgnoreQueryFilters()
            .Where(m => ids.Contains(m.Id))
            .AsNoTracking()
            .ToListAsync(stop);
        foreach (var member in here)
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var own = services.GetRequiredService<HeedDb>();
            // The rooms forget within a workspace.
            services.GetRequiredService<Visit>().Enter(await EnterWorkspace.Find(own, member.WorkspaceId, stop), null);
            await using var act = await own.Database.BeginTransactionAsync(stop);
            await Erase(own, services.GetServices<IErasureSource>(), member, stop);
            await own.SaveChangesAsync(stop);
            await act.CommitAsync(stop);
        }
        return here.Count;
    }

    internal static async Task Erase(
        HeedDb db,
        IEnumerable<IErasureSource> rooms,
        Member member,
        CancellationToken stop
    )
    {
        var others = await db.Members.Where(m => m.Id != member.Id).Select(m => m.Name).Distinct().ToListAsync(stop);
        var address = await db
            .Users.Where(p => p.Id == member.PersonId)
            .Select(p => p.Email)
            .SingleOrDefaultAsync(stop);
        var forgotten = new ForgottenMember(member.Id, member.Name, address ?? "", others);
        foreach (var room in rooms)
            await room.Erase(forgotten, stop);
    }
}

namespace Heed.People;

/// <summary>The story that moves tell, read alike for everything that has one.</summary>
public static class MoveStory
{
    const int Most = 200;

    /// <summary>The newest first, each with the name of who made it.</summary>
    public static async Task<IReadOnlyList<TView>> Story<TMove, TView>(
        this ReadMembers members,
        IQueryable<TMove> moves,
        Func<TMove, string, TView> view,
        CancellationToken stop
    )
        where TMove : class, IMove<TMove>
    {
        var made = await moves
            .AsNoTracking()
            .OrderByDescending(m => m.At)
            .ThenByDescending(m => m.Id)
            .Take(Most)
            .ToListAsync(stop);
        var names = await members.Names([.. made.Select(m => m.By).Distinct()], stop);
        return [.. made.Select(m => view(m, names[m.By]))];
    }
}

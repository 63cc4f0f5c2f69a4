using System.Linq.Expressions;

namespace Heed.Storage;

/// <summary>A text that people write, in which a name may have slipped in. Whoever is forgotten is “a former member” there.</summary>
/// <param name="Of">The type of its row.</param>
/// <param name="Column">Its name in the row.</param>
public sealed record WrittenText(Type Of, string Column, Func<HeedDb, ForgottenMember, CancellationToken, Task> Erase)
{
    public static IEnumerable<WrittenText> In<T>(
        Func<HeedDb, IQueryable<T>> rows,
        params Expression<Func<T, string?>>[] texts
    )
        where T : class => texts.Select(text => One(rows, text));

    static WrittenText One<T>(Func<HeedDb, IQueryable<T>> rows, Expression<Func<T, string?>> text)
        where T : class
    {
        var column = ((MemberExpression)text.Body).Member.Name;
        return new(
            typeof(T),
            column,
            async (db, member, stop) =>
            {
                var longest = db.Model.FindEntityType(typeof(T))!.FindProperty(column)!.GetMaxLength() ?? int.MaxValue;
                var name = member.Name;
                var naming = await rows(db)
                    .AsNoTracking()
                    .Where(text.Then(said => said!.Contains(name)))
                    .Select(text)
                    .Distinct()
                    .ToListAsync(stop);
                foreach (var before in naming)
                    if (member.Without(before, longest) is { } now && now != before)
                        // Past what keeps such rows from being edited: this is the one reason to edit them.
                        await rows(db)
                            .Where(text.Then(said => said == before))
                            .ExecuteUpdateAsync(set => set.SetProperty(text, now), stop);
            }
        );
    }
}

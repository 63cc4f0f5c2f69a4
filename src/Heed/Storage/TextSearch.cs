using System.Linq.Expressions;

namespace Heed.Storage;

/// <summary>Finds rows by words in their texts; small and capital letters are the same, and the database lowers them.</summary>
static class TextSearch
{
    const int MostWords = 8;

    /// <summary>Those of which one text holds these words as they stand.</summary>
    public static IQueryable<T> Saying<T>(
        this IQueryable<T> rows,
        string words,
        params ReadOnlySpan<Expression<Func<T, string?>>> texts
    )
    {
        var part = words.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where case is the database's.
        // A closure, not a constant: the database is asked the same question whatever is looked for.
        Expression<Func<string, bool>> holds = text => text.ToLower().Contains(part);
#pragma warning restore CA1304, CA1311, CA1862
        var row = Expression.Parameter(typeof(T));
        Expression? any = null;
        foreach (var text in texts)
        {
            var of = new Exchange(text.Parameters[0], row).Visit(text.Body);
            var one = new Exchange(holds.Parameters[0], of).Visit(holds.Body);
            any = any is null ? one : Expression.OrElse(any, one);
        }
        return any is null ? rows : rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
    }

    /// <summary>Those that hold every word somewhere in their texts.</summary>
    public static IQueryable<T> SayingEach<T>(
        this IQueryable<T> rows,
        string? words,
        params ReadOnlySpan<Expression<Func<T, string?>>> texts
    )
    {
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            rows = rows.Saying(word, texts);
        return rows;
    }

    sealed class Exchange(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

using System.Linq.Expressions;

namespace Heed.Storage;

/// <summary>Finds rows by words in their texts; small and capital letters are the same, and the database lowers them.</summary>
public static class TextSearch
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
        Expression<Func<string?, bool>> holds = text => text!.ToLower().Contains(part);
#pragma warning restore CA1304, CA1311, CA1862
        Expression<Func<T, bool>>? any = null;
        foreach (var text in texts)
        {
            var one = text.Then(holds);
            any = any is null
                ? one
                : Expression.Lambda<Func<T, bool>>(
                    Expression.OrElse(any.Body, new Exchange(one.Parameters[0], any.Parameters[0]).Visit(one.Body)),
                    any.Parameters
                );
        }
        return any is null ? rows : rows.Where(any);
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

    /// <summary>What is asked of a text, asked of the row that it stands in.</summary>
    internal static Expression<Func<T, bool>> Then<T>(
        this Expression<Func<T, string?>> text,
        Expression<Func<string?, bool>> asked
    ) =>
        Expression.Lambda<Func<T, bool>>(
            new Exchange(asked.Parameters[0], text.Body).Visit(asked.Body),
            text.Parameters
        );

    sealed class Exchange(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

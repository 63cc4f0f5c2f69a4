namespace Heed.Kit;

/// <summary>One part of a list and the cursor of the next part, which is empty at the end.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Of one row more than was asked for, that row only says that there is more.</summary>
    public static Listed<T> Of(IReadOnlyList<T> oneMore, int take, Func<T, string> cursor) =>
        oneMore.Count > take ? new([.. oneMore.Take(take)], cursor(oneMore[take - 1])) : new(oneMore, null);
}

/// <summary>How many rows a caller may ask for at once.</summary>
public static class Part
{
    public const int Usual = 50;
    public const int Most = 200;

    public static int Size(int? take) => Math.Clamp(take ?? Usual, 1, Most);
}

namespace Heed.Ui;

public sealed record Crumb(string Text, string? Href);

/// <summary>One tab. A tab is a link: the address is the state.</summary>
public sealed record TabLink(string Text, string Href, bool Current = false, long? Count = null);

/// <summary>One word of a filter sentence and the address of the view without it.</summary>
public sealed record FilterPart(string Text, string RemoveHref);

/// <summary>One answer to choose from.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>What is wrong with one field, in words. An empty field name speaks of the whole form.</summary>
public sealed record FieldError(string Field, string Says);

/// <summary>A key and what it does; <paramref name="Keys"/> such as "g h".</summary>
public sealed record Shortcut(string Keys, string Does);

/// <summary>The head of a column: sorted is null when it is not the sort of this view.</summary>
public sealed record ColumnHead(string Text, bool Number = false, string? SortHref = null, SortedBy? Sorted = null);

public enum SortedBy
{
    Ascending,
    Descending,
}

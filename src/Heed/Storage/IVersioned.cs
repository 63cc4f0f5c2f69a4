namespace Heed.Storage;

/// <summary>Something that people edit. Its version counts their changes, so that nobody saves over words never seen.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A column that Heed notes by itself on something that people edit: a change of it alone is no new version.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotedByHeedAttribute : Attribute;

namespace Heed.Analytics.Text.Themes;

/// <summary>What a person set right. All of them are kept and replayed, in order, on every refit.</summary>
public abstract record Correction;

/// <summary>A remark belongs to a theme, whatever the model thinks; it counts for ten and is never moved.</summary>
/// <param name="Remark">The remark.</param>
/// <param name="Theme">The theme.</param>
public sealed record PinRemark(Guid Remark, Guid Theme) : Correction;

/// <summary>The model may place a remark again.</summary>
/// <param name="Remark">The remark.</param>
public sealed record UnpinRemark(Guid Remark) : Correction;

/// <summary>Two themes are one. The older id stays and stands for the other.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
public sealed record MergeThemes(Guid One, Guid Other) : Correction;

/// <summary>A theme is several. It stays as the group of its parts, so that its history goes on.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Parts">Two parts or more.</param>
public sealed record SplitTheme(Guid Theme, IReadOnlyList<ThemePart> Parts) : Correction;

/// <summary>One part of a theme that is split.</summary>
/// <param name="Id">The id of the new theme.</param>
/// <param name="Remarks">Remarks that belong to it, one or more; five make it clear.</param>
public sealed record ThemePart(Guid Id, IReadOnlyList<Guid> Remarks);

/// <summary>Remarks with a word belong to a theme, or do not.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Term">The hash of the word or pair.</param>
/// <param name="Includes">Whether they belong to it.</param>
public sealed record SetKeyword(Guid Theme, ulong Term, bool Includes) : Correction;

/// <summary>A word decides no longer.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Term">The hash of the word or pair.</param>
public sealed record DropKeyword(Guid Theme, ulong Term) : Correction;

/// <summary>Refits leave a theme as it is.</summary>
/// <param name="Theme">The theme.</param>
public sealed record LockTheme(Guid Theme) : Correction;

/// <summary>Refits may change a theme again.</summary>
/// <param name="Theme">The theme.</param>
public sealed record UnlockTheme(Guid Theme) : Correction;

/// <summary>A theme is called otherwise. This changes nothing but what is shown.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Name">The name; empty takes the name away.</param>
public sealed record RenameTheme(Guid Theme, string Name) : Correction;

namespace Heed.Analytics.Text.Themes;

/// <summary>What a group of remarks is about: an id that stays, and what its remarks said.</summary>
/// <param name="Id">Stays the same through every refit; of two merged themes the older one's.</param>
/// <param name="Statistics">What its remarks said.</param>
public sealed record Theme(Guid Id, ThemeStatistics Statistics)
{
    /// <summary>The name that a person gave, for display only; null where none did.</summary>
    public string? Name { get; init; }

    /// <summary>The version of the model in which it first appeared: the lower, the older.</summary>
    public int Since { get; init; } = 1;

    /// <summary>The theme that it was split from, which stays as its group; null for most.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Whether refits leave it as it is.</summary>
    public bool IsLocked { get; init; }
}

namespace Heed.Storage;

/// <summary>
/// How much of a thing one workspace may have. Far above what an enterprise needs: they stop a program that has gone
/// wrong, not people. docs/limits.md lists them beside all others.
/// </summary>
public sealed partial class Settings
{
    /// <summary>Active members.</summary>
    public int MostMembers { get; set; } = 200_000;

    /// <summary>Invitations that are open at the same time.</summary>
    public int MostInvitations { get; set; } = 5_000;

    /// <summary>Tokens of one member that are in force.</summary>
    public int MostTokens { get; set; } = 100;

    public int MostTeams { get; set; } = 20_000;

    /// <summary>Metrics that are not retired.</summary>
    public int MostMetrics { get; set; } = 100_000;

    public int MostSurveys { get; set; } = 5_000;

    /// <summary>Responses that are stored.</summary>
    public int MostResponses { get; set; } = 500_000_000;

    /// <summary>Files of imports that are not over, together, in megabytes.</summary>
    public int MostImportFiles { get; set; } = 6_000;

    IEnumerable<string> LimitProblems() =>
        from limit in new (string Name, int Is)[]
        {
            (nameof(MostMembers), MostMembers),
            (nameof(MostInvitations), MostInvitations),
            (nameof(MostTokens), MostTokens),
            (nameof(MostTeams), MostTeams),
            (nameof(MostMetrics), MostMetrics),
            (nameof(MostSurveys), MostSurveys),
            (nameof(MostResponses), MostResponses),
            (nameof(MostImportFiles), MostImportFiles),
        }
        where limit.Is < 1
        select $"Heed:{limit.Name} is {limit.Is}. Give a whole number from 1 on.";
}

namespace Heed.Storage;

/// <summary>Says no where a workspace has as much of a thing as it may. Two at once may pass a limit by one: it is no lock.</summary>
public sealed class Limits(Settings settings)
{
    const long Megabyte = 1024 * 1024;

    public Refusal? Members(int more) =>
        Over(more, settings.MostMembers, nameof(settings.MostMembers), "active member", "Deactivate somebody");

    public Refusal? Invitations(int more) =>
        Over(more, settings.MostInvitations, nameof(settings.MostInvitations), "open invitation", "Revoke some");

    public Refusal? Tokens(int more) =>
        Over(more, settings.MostTokens, nameof(settings.MostTokens), "token", "Revoke one", "of one member");

    public Refusal? Teams(int more) =>
        Over(more, settings.MostTeams, nameof(settings.MostTeams), "team", "Use one that is there");

    public Refusal? Metrics(int more) =>
        Over(more, settings.MostMetrics, nameof(settings.MostMetrics), "metric", "Retire one", "in use");

    public Refusal? Surveys(int more) =>
        Over(more, settings.MostSurveys, nameof(settings.MostSurveys), "survey", "Import into one that is there");

    public Refusal? Responses(long more) =>
        Over(more, settings.MostResponses, nameof(settings.MostResponses), "response", "Take an import back");

    public Refusal? ImportFiles(long bytes) =>
        Over(
            (bytes + Megabyte - 1) / Megabyte,
            settings.MostImportFiles,
            nameof(settings.MostImportFiles),
            "megabyte",
            "Start or cancel an import that waits",
            "of files under way"
        );

    /// <param name="with">How many there would be.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="which">Which of them are counted.</param>
    static Refusal? Over(long with, int most, string setting, string one, string instead, string which = "") =>
        with <= most
            ? null
            : new(
                $"A workspace may have {$"{Format.Count(most, one)} {which}".TrimEnd()} here, and this would be more. {instead}, or ask whoever runs this server to raise Heed:{setting}."
            );
}

namespace Heed.Storage;

/// <summary>Says no where a workspace has as much of a thing as it may. Two at once may pass a limit by one: it is no lock.</summary>
public sealed class Limits(Settings settings)
{
    const long Megabyte = 1024 * 1024;

    public Refusal? Members(int more) =>
        Over(more, settings.MostMembers, nameof(settings.MostMembers), "active members", "Deactivate somebody");

    public Refusal? Invitations(int more) =>
        Over(more, settings.MostInvitations, nameof(settings.MostInvitations), "open invitations", "Revoke some");

    public Refusal? Tokens(int more) =>
        Over(more, settings.MostTokens, nameof(settings.MostTokens), "tokens of one member", "Revoke one");

    public Refusal? Teams(int more) =>
        Over(more, settings.MostTeams, nameof(settings.MostTeams), "teams", "Use one that is there");

    public Refusal? Metrics(int more) =>
        Over(more, settings.MostMetrics, nameof(settings.MostMetrics), "metrics in use", "Retire one");

    public Refusal? Surveys(int more) =>
        Over(more, settings.MostSurveys, nameof(settings.MostSurveys), "surveys", "Import into one that is there");

    public Refusal? Responses(long more) =>
        Over(more, settings.MostResponses, nameof(settings.MostResponses), "responses", "Take an import back");

    public Refusal? ImportFiles(long bytes) =>
        Over(
            (bytes + Megabyte - 1) / Megabyte,
            settings.MostImportFiles,
            nameof(settings.MostImportFiles),
            "megabytes of files under way",
            "Start or cancel an import that waits"
        );

    /// <param name="with">How many there would be.</param>
    static Refusal? Over(long with, int most, string setting, string what, string instead) =>
        with <= most
            ? null
            : new(
                $"A workspace may have {Format.Count(most)} {what} here, and this would be more. {instead}, or ask whoever runs this server to raise Heed:{setting}."
            );
}

using Heed.Ui;

namespace Heed.People;

/// <summary>The roles as a person chooses them.</summary>
static class RoleWords
{
    public static IReadOnlyList<Choice> Roles { get; } =
    [
        new(nameof(Role.Viewer), "Viewer", "Reads everything that is not private."),
        new(
            nameof(Role.Contributor),
            "Contributor",
            "Also writes: voices, trials, check-ins; objectives of the own teams."
        ),
        new(nameof(Role.Admin), "Admin", "Also members, teams, settings. Not: other teams' objectives."),
    ];

    public static IReadOnlyList<Choice> TeamRoles { get; } =
    [
        new(nameof(TeamRole.Member), "Member"),
        new(nameof(TeamRole.Lead), "Lead", "Also says who is in the team."),
        new(nameof(TeamRole.Coach), "Coach"),
    ];

    /// <summary>A tree in a list of choices: deeper teams are indented.</summary>
    public static IReadOnlyList<Choice> Indented(IEnumerable<TeamView> tree) =>
        [.. tree.Select(t => new Choice(t.Id.ToString(), string.Concat(Enumerable.Repeat("— ", t.Depth)) + t.Name))];
}

using Heed.People;

namespace Heed.Customers;

/// <summary>A team serves a group, which may be a team of ours itself.</summary>
public sealed record Serving(
    Id<Team> Team,
    Id<CustomerGroup> Group,
    string Name,
    CustomerKind Kind,
    Id<Team>? IsTeam = null
);

/// <summary>How far a team is from somebody outside: the groups that are passed, the nearest first (domain-methods 0.2).</summary>
/// <param name="Groups">Empty where a team serves nobody.</param>
/// <param name="Arrives">Whether the last is outside: a customer or a partner.</param>
public sealed record WayToCustomers(IReadOnlyList<Serving> Groups, bool Arrives)
{
    /// <summary>Beyond so many steps nobody sees whom the work is for.</summary>
    public const int MostSteps = 4;

    /// <summary>The shortest way from a team to a group outside. Teams that serve each other are passed once.</summary>
    public static WayToCustomers From(Id<Team> team, IReadOnlyCollection<Serving> servings)
    {
        var by = servings.ToLookup(s => s.Team);
        HashSet<Id<Team>> seen = [team];
        List<IReadOnlyList<Serving>> ways =
        [
            [],
        ];
        IReadOnlyList<Serving> longest = [];
        for (var step = 0; step < MostSteps; step++)
        {
            List<IReadOnlyList<Serving>> next = [];
            foreach (var way in ways)
            {
                foreach (
                    var serving in by[way is [.., var last] ? last.IsTeam!.Value : team]
                        .OrderBy(s => s.Name, StringComparer.Ordinal)
                )
                {
                    IReadOnlyList<Serving> further = [.. way, serving];
                    if (serving.Kind is not CustomerKind.Internal)
                        return new(further, true);
                    if (further.Count > longest.Count)
                        longest = further;
                    if (serving.IsTeam is { } onward && seen.Add(onward))
                        next.Add(further);
                }
            }
            ways = next;
        }
        return new(longest, false);
    }

    /// <summary>“Baristas, who serve Guests in the morning”, or that nobody outside is in sight.</summary>
    public string Sentence(string team) =>
        Groups.Count == 0 ? $"Of {team} nobody has said yet whom it serves."
        : Arrives ? $"{team} serves {string.Join(", who serve ", Groups.Select(g => g.Name))}."
        : $"{team} serves {string.Join(", who serve ", Groups.Select(g => g.Name))}; no customer outside is found within {Format.InWords(MostSteps)} steps.";
}

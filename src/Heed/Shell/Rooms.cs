namespace Heed.Shell;

/// <summary>A place of the navigation. A module that does not exist yet has none.</summary>
/// <param name="Key">The letter after g.</param>
/// <param name="Begin">What is begun there, for the palette and the page “Begin something”.</param>
public sealed record Room(
    string Name,
    string Href,
    string Icon,
    string Key,
    string? Says = null,
    Beginning? Begin = null
);

public sealed record Beginning(string Does, string Href, string Says);

static class Rooms
{
    public static IReadOnlyList<Room> Main { get; } =
    [
        new("Home", "/", "home", "h", "What moved, what is stuck, what needs you"),
        new(
            "Listen",
            "/listen",
            "listen",
            "l",
            "Surveys, scores and remarks",
            new(
                "Import a survey",
                "/listen/import",
                "Answers from a file become scores with their uncertainty, and metrics."
            )
        ),
        new(
            "Aim",
            "/aim",
            "aim",
            "a",
            "Objectives and key results",
            new("Write an objective", "/aim/objectives/new", "A change in what customers do, in your team's own words.")
        ),
        new(
            "Try",
            "/try",
            "try",
            "t",
            "Small changes with a prediction",
            new("Plan a trial", "/try/new", "A dated small change; the prediction is locked before it starts.")
        ),
    ];

    public static IReadOnlyList<Room> Ground { get; } =
    [
        new(
            "Metrics",
            "/metrics",
            "assess",
            "m",
            "Every number with dates",
            new("Define a metric", "/metrics/new", "A number with dates: what every verdict is read from.")
        ),
        new(
            "Customers",
            "/customers",
            "people",
            "c",
            "Who is served, and by which team",
            new("Name a customer group", "/customers/new", "External, internal or partner: everyone has customers.")
        ),
        new("Journal", "/journal", "clock", "j", "What happened, line by line"),
        new("Settings", "/settings", "settings", "s", "Members, teams, tokens, your account"),
    ];

    public static IEnumerable<Room> All => Main.Concat(Ground);

    public static IReadOnlyList<Ui.Shortcut> Keys { get; } =
    [
        .. All.Select(room => new Ui.Shortcut($"g {room.Key}", $"Go to {room.Name}")),
        new("c", "Begin something"),
        new("/", "Find or do anything"),
        new("?", "This list"),
    ];

    public static bool IsIn(this Room room, string path) =>
        room.Href == "/"
            ? path == "/"
            : Within(room.Href, path)
                || (room.Href == "/settings" && Array.Exists(House, place => Within(place, path)));

    /// <summary>Pages about the house itself are reached from Settings.</summary>
    static readonly string[] House = ["/me", "/members", "/teams", "/tokens", "/workspace", "/jobs", "/mail"];

    static bool Within(string place, string path) =>
        path == place || path.StartsWith(place + "/", StringComparison.Ordinal);
}

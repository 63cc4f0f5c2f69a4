using Heed.People;

namespace Heed.Shell;

/// <summary>The places of the house as the rail, the palette and the keys show them. A room that does not exist has none.</summary>
public sealed class Navigation(IReadOnlyList<Module> modules)
{
    const string Settings = "/settings";

    readonly IReadOnlyList<SettingsLine> _lines = [.. modules.SelectMany(m => m.Settings).OrderBy(l => l.At)];

    public IReadOnlyList<NavigationItem> All { get; } = [.. modules.SelectMany(m => m.Navigation).OrderBy(i => i.At)];

    public IEnumerable<NavigationItem> Main => All.Where(i => !i.IsGround);

    /// <summary>As many as a thumb tells apart; the rest stand under More.</summary>
    public IEnumerable<NavigationItem> Thumb => Main.Take(5);

    public IEnumerable<NavigationItem> Ground => All.Where(i => i.IsGround);

    public IReadOnlyList<Ui.Shortcut> Keys =>
        [
            .. All.Select(item => new Ui.Shortcut($"g {item.Key}", $"Go to {item.Name}")),
            new("c", "Begin something"),
            new("/", "Find or do anything"),
            new("?", "This list"),
        ];

    public IEnumerable<SettingsLine> SettingsFor(Visit visit) => _lines.Where(l => l.Shown(visit));

    /// <summary>Where a page stands: in the room of its address, or else under Settings, if a line there leads to it.</summary>
    public NavigationItem? Current(string path) =>
        All.Where(i => Within(i.Href, path)).MaxBy(i => i.Href.Length)
        ?? (_lines.Any(l => Within(l.Href, path)) ? All.FirstOrDefault(i => i.Href == Settings) : null);

    static bool Within(string place, string path) =>
        path == place || (place != "/" && path.StartsWith(place + "/", StringComparison.Ordinal));
}

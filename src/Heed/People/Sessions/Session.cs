namespace Heed.People;

/// <summary>What was shown at the door. A passkey is both steps in one, and so is a provider that says it has asked for both.</summary>
public enum OpenedBy
{
    Password,
    Passkey,
    Provider,

    /// <summary>By the provider, which did not say so.</summary>
    ProviderAlone,
}

/// <summary>A browser in which somebody is signed in. Its cookie names this row, and opens nothing without it.</summary>
public sealed class Session
{
    /// <summary>As long as its cookie lives unused.</summary>
    public static readonly TimeSpan Rests = TimeSpan.FromDays(14);

    /// <summary>However much it is used: then the password is asked for again (ASVS 5.0, 7.3.2).</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public Id<Session> Id { get; init; } = Id<Session>.Random();
    public required Guid PersonId { get; init; }

    /// <summary>“Firefox on Windows”: enough to know one's own by, and no more of the header than that.</summary>
    public required string Device { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Written every few minutes at most: a finer time would be a record of somebody's working hours.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>Also where it was shown later than the password.</summary>
    public OpenedBy OpenedBy { get; private set; }

    public static Session Of(Guid person, string? agent, DateTimeOffset now, OpenedBy by = OpenedBy.Password) =>
        new()
        {
            PersonId = person,
            Device = DeviceOf(agent ?? ""),
            StartedAt = now,
            LastSeenAt = now,
            OpenedBy = by,
        };

    /// <summary>The more special first: each browser also names those that it descends from.</summary>
    internal static string DeviceOf(string agent)
    {
        (string Sign, string Word)[] browsers =
        [
            ("Edg", "Edge"),
            ("OPR/", "Opera"),
            ("SamsungBrowser/", "Samsung Internet"),
            ("Firefox/", "Firefox"),
            ("FxiOS/", "Firefox"),
            ("CriOS/", "Chrome"),
            ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
        ];
        (string Sign, string Word)[] systems =
        [
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Android", "Android"),
            ("Windows", "Windows"),
            ("Mac OS X", "Mac"),
            ("CrOS", "ChromeOS"),
            ("Linux", "Linux"),
        ];
        string? Known((string Sign, string Word)[] words) =>
            words.FirstOrDefault(w => agent.Contains(w.Sign, StringComparison.Ordinal)).Word;
        return (Known(browsers), Known(systems)) switch
        {
            ({ } browser, { } system) => $"{browser} on {system}",
            ({ } browser, null) => browser,
            (null, { } system) => $"A browser on {system}",
            _ => "A browser",
        };
    }
}

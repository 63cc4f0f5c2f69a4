using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

/// <summary>Acts of a member without a browser in between, and the history that they write.</summary>
static class Acts
{
    /// <summary>Lets the member do something in a scope of its own; the refusal in words, empty where it was done.</summary>
    public static async Task<string> Says<TAct, T>(this Cast who, Func<TAct, Task<Outcome<T>>> act)
        where TAct : notnull
        where T : notnull =>
        (await who.World.As(who, s => act(s.GetRequiredService<TAct>()))).Refused(out var refusal)
            ? refusal.Because
            : "";

    /// <summary>The same for nobody who has signed in.</summary>
    public static async Task<string> Says<TAct, T>(this World world, Func<TAct, Task<Outcome<T>>> act)
        where TAct : notnull
        where T : notnull
    {
        await using var scope = world.Services.CreateAsyncScope();
        return (await act(scope.ServiceProvider.GetRequiredService<TAct>())).Refused(out var refusal)
            ? refusal.Because
            : "";
    }

    /// <summary>Every line of the history of a workspace, by its letters.</summary>
    public static async Task<List<string>> Lines(this Cast of) =>
        [.. (await of.Db(db => db.Entries.Select(e => e.Sentence).ToListAsync())).Order(StringComparer.Ordinal)];

    public static Task<T> Db<T>(this Cast of, Func<HeedDb, Task<T>> ask) =>
        of.World.As(of, s => ask(s.GetRequiredService<HeedDb>()));
}

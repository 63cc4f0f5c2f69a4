// A house in miniature that breaks the laws on purpose, so that the tests of the laws can see them fail.
// Its rooms stand under BrokenHouse as the real ones stand under Heed.

namespace BrokenHouse.Kit
{
    /// <summary>Kit knows nothing, but this one reaches a room, and only inside a body and by inference.</summary>
    static class Reaching
    {
        public static int Count()
        {
            var found = Metrics.Series.Find();
            return found.Points;
        }
    }
}

namespace BrokenHouse.Metrics
{
    sealed class Series
    {
        public int Points { get; init; }

        public static Series Find() => new();

        /// <summary>Only a type argument, inside a lambda that the compiler moves elsewhere.</summary>
        public static Func<int> Counter() => () => Array.Empty<Aim.Objective>().Length;
    }
}

namespace BrokenHouse.Aim
{
    /// <summary>This way round it is allowed.</summary>
    sealed class Objective
    {
        public Metrics.Series? Series { get; init; }
    }
}

namespace BrokenHouse.Surprise
{
    sealed class Novelty;
}

namespace BrokenHouse
{
    /// <summary>An endpoint that binds and hands out a row of the database.</summary>
    static class LeakyEndpoint
    {
        public static Heed.People.Member Take(Wrapping body) => body.Inside[0];

        public sealed record Wrapping(IReadOnlyList<Heed.People.Member> Inside);
    }

    static class TellsTheTime
    {
#pragma warning disable RS0030 // Broken on purpose.
        public static DateTime Late() => DateTime.Now;
#pragma warning restore RS0030
    }

    /// <summary>Reads another room's table straight from the database.</summary>
    static class ReachesOver
    {
        public static IQueryable<Heed.Metrics.Metric> Metrics(Heed.Storage.HeedDb db) => db.Metrics;
    }

    /// <summary>As it should be.</summary>
    sealed class SavesOnce(Heed.Storage.HeedDb db)
    {
        public async Task Run()
        {
            await Task.Yield();
            await db.SaveChangesAsync();
        }
    }

    sealed class SavesTwice(Heed.Storage.HeedDb db)
    {
        public async Task Run()
        {
            await db.SaveChangesAsync();
            await db.SaveChangesAsync();
        }
    }

    sealed class SavesAtTheEnd(Heed.Storage.HeedDb db)
    {
        public async Task Finish() => await db.SaveChangesAsync();
    }

    /// <summary>By way of a lambda and another class.</summary>
    sealed class AppliesAndSaves(SavesOnce once)
    {
        public Func<Task> Apply() => async () => await once.Run();
    }

    sealed class CallsAnother(SavesOnce once, Heed.Storage.HeedDb db)
    {
        public async Task Run()
        {
            await once.Run();
            await db.SaveChangesAsync();
        }
    }
}

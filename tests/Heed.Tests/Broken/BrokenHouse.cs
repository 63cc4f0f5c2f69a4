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

namespace BrokenHouse.Journal
{
    /// <summary>The first holds an id only, which it may; the second names the thing.</summary>
    sealed class Holds
    {
        public Heed.Kit.Id<Aim.Objective>? Subject { get; init; }
    }

    sealed class Names
    {
        public Aim.Objective? Subject { get; init; }
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

namespace BrokenHouse.Aim
{
    static class Private
    {
        public static int Secret => 1;
    }
}

namespace BrokenHouse.Try
{
    static class Intruding
    {
        public static int Read() => Aim.Private.Secret;
    }
}

namespace BrokenHouse.Surprise
{
    sealed class Novelty;
}

namespace BrokenHouse
{
    /// <summary>A component whose reading goes on when nobody waits for it any more.</summary>
    sealed class WaitsForNobody : Heed.Ui.DrawnWhole
    {
        protected override Task OnInitializedAsync() => Task.Delay(1, CancellationToken.None);
    }

    /// <summary>The same, where the word is left out.</summary>
    sealed class WaitsWithoutAWord : Heed.Ui.DrawnWhole
    {
        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            await Read();
        }

        static Task Read(CancellationToken stop = default) => Task.Delay(1, stop);
    }

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

    /// <summary>Runs a kind of work beside its runner: without a lease, and whatever comes of it.</summary>
    static class RunsByItself
    {
        public static Task<Heed.Storage.JobEnd> Now(Heed.Storage.JobKind kind, IServiceProvider services) =>
            kind.Run(services, null!, default);
    }

    /// <summary>Reads another room's table straight from the database.</summary>
    static class ReachesOver
    {
        public static IQueryable<Heed.Metrics.Metric> Metrics(Heed.Storage.HeedDb db) => db.Metrics;

        public static void Add(Heed.Storage.HeedDb db, Heed.Metrics.Metric metric) => db.Add(metric);
    }

    /// <summary>Opens a file by itself, as the pure library never may.</summary>
    static class ReadsADisk
    {
        public static string Read() => File.ReadAllText("survey.csv");
    }

    /// <summary>Half a question, which another room would finish in SQL.</summary>
    public static class Half
    {
        public static Task<IQueryable<int>> Query(Heed.Storage.HeedDb db) => Task.FromResult(db.Metrics.Select(m => 1));
    }

    /// <summary>Past the sets, past the filter, past the language of queries, and at the accounts.</summary>
    static class PastTheLaw
    {
        public static async Task<int> Reach(Heed.Storage.HeedDb db)
        {
            var metrics = await db.Set<Heed.Metrics.Metric>().IgnoreQueryFilters().CountAsync();
            return metrics + await db.Users.CountAsync() + await db.Database.ExecuteSqlRawAsync("SELECT 1");
        }
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

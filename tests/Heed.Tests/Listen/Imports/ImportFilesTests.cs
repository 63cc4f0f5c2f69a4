using System.Text;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Files under way: whole or not at all, and none that nobody comes back for.</summary>
public sealed class ImportFilesTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    readonly string _folder = Directory.CreateTempSubdirectory("heed-files-").FullName;

    ImportFiles Files => new(new Settings { Data = _folder, LargestImport = 1 });

    string[] Names => [.. Directory.EnumerateFiles(Path.Combine(_folder, "imports")).Select(Path.GetFileName).Order()!];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_has_its_name_only_once_it_is_whole()
    {
        var id = Id<Import>.New();
        var content = new Watched(() => Names);
        SampleImports.Given(await Files.Keep(id, content, default));
        Assert.Equal([$"{id}.csv.part"], content.Seen);
        Assert.Equal([$"{id}.csv"], Names);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_finds_no_room_is_refused_and_leaves_nothing()
    {
        var tooLarge = new MemoryStream(new byte[(1 << 20) + 1]);
        Assert.True((await Files.Keep(Id<Import>.New(), tooLarge, default)).Refused(out var refusal));
        Assert.Equal(413, refusal.Status);
        var full = new Watched(() => throw new IOException("No space left on device", 28));
        Assert.True((await Files.Keep(Id<Import>.New(), full, default)).Refused(out refusal));
        Assert.Equal(Faults.DiskFull, refusal);
        var gone = new Watched(() => throw new IOException("The browser went away."));
        await Assert.ThrowsAsync<IOException>(() => Files.Keep(Id<Import>.New(), gone, default));
        Assert.Empty(Names);
    }

    [Fact]
    public void Only_what_is_older_than_a_day_and_waited_for_by_nobody_is_removed()
    {
        var (waits, over) = (Id<Import>.New(), Id<Import>.New());
        Directory.CreateDirectory(Path.Combine(_folder, "imports"));
        string[] old = [$"{waits}.csv", $"{over}.csv", $"{Id<Import>.New()}.csv.part", "notes.csv", "notes.txt"];
        string[] fresh = [$"{Id<Import>.New()}.csv", $"{Id<Import>.New()}.csv.part"];
        foreach (var name in old)
            Write(name, Now.AddHours(-25));
        foreach (var name in fresh)
            Write(name, Now.AddHours(-23));
        Files.Sweep(Now, waits.Equals);
        // What is none of ours stays too.
        Assert.Equal([.. fresh.Append($"{waits}.csv").Append("notes.csv").Append("notes.txt").Order()], Names);
    }

    [Fact]
    public async Task A_start_removes_the_half_of_a_file_whose_process_was_killed_and_keeps_those_that_wait()
    {
        // Where nobody cleans up after the cancelled one meanwhile.
        await using var world = await Worlds.WithoutWorker();
        var cast = await world.Organisation("Harbor Coffee");
        var waiting = await world.Take(cast, SampleImports.Csv("nps\n9\n10\n"));
        var cancelled = await world.Take(cast, SampleImports.Csv("nps\n9\n10\n"));
        await world.As(cast, s => s.GetRequiredService<StopImport>().Cancel(cancelled.Id, default));
        var files = world.Services.GetRequiredService<ImportFiles>();
        var (half, left) = (files.PathOf(Id<Import>.New()) + ".part", files.PathOf(cancelled.Id));
        await File.WriteAllTextAsync(half, "nps\n9");
        await File.WriteAllTextAsync(left, "nps\n9");
        foreach (var path in new[] { half, left, files.PathOf(waiting.Id) })
            Age(path, world.Clock.GetUtcNow().AddDays(-2));
        await using var scope = world.Services.CreateAsyncScope();
        await ListenModule.Room.AtStart(scope.ServiceProvider, default);
        Assert.Equal((false, false), (File.Exists(half), File.Exists(left)));
        Assert.True(files.Has(waiting.Id));
    }

    static void Age(string path, DateTimeOffset at) =>
        File.SetLastWriteTimeUtc(path, new DateTime(at.UtcTicks, DateTimeKind.Utc));

    void Write(string name, DateTimeOffset at)
    {
        var path = Path.Combine(_folder, "imports", name);
        File.WriteAllText(path, "nps\n9\n");
        Age(path, at);
    }

    /// <summary>A file under way: at its end it looks at what is on the disk by then.</summary>
    sealed class Watched(Func<string[]> look) : MemoryStream(Encoding.UTF8.GetBytes("nps\n9\n"))
    {
        public string[] Seen { get; private set; } = [];

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0)
                Seen = look();
            return read;
        }
    }
}

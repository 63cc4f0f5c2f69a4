using Heed.Commands;
using Heed.Listen;
using Heed.Mail;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using static System.IO.UnixFileMode;

namespace Heed.Tests.Storage;

/// <summary>Folders and files of Heed are for the owner of its process alone.</summary>
public sealed class OwnFolderTests : IDisposable
{
    const UnixFileMode OfAFile = UserRead | UserWrite;
    const UnixFileMode OfAFolder = OfAFile | UserExecute;

    readonly string _above = Directory.CreateTempSubdirectory("heed-rights-").FullName;

    string Data => Path.Combine(_above, "srv", "heed");

    public void Dispose() => Directory.Delete(_above, recursive: true);

    static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    static void NotOnWindows() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows hands down the rights of the folder above.");

    [Fact]
    public async Task All_that_a_new_heed_writes_is_for_its_owner_alone()
    {
        NotOnWindows();
        Assert.False(
            Server.Build([$"--Heed:Data={Data}", "--urls=http://127.0.0.1:0"]).Refused(out var no, out var app),
            no?.Because
        );
        await using var running = app!;
        Assert.False((await Server.Prepare(app!, default)).Refused(out var refusal), refusal?.Because);
        await using var scope = app!.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        // Held, so that its log and its index are there.
        await db.Database.OpenConnectionAsync();
        await db.Workspaces.AnyAsync();
        var files = scope.ServiceProvider.GetRequiredService<ImportFiles>();
        SampleImports.Given(await files.Keep(Id<Import>.New(), SampleImports.Csv("nps\n9\n"), default));
        await scope
            .ServiceProvider.GetRequiredService<MailFolder>()
            .Keep(Id<Workspace>.New(), Id<Job>.New(), new MimeMessage(), default);
        var all = Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories).Append(Data).ToList();
        foreach (var name in (string[])["heed.db", "heed.db-wal", "heed.db-shm", "heed.db.upgrade", "imports", "mail"])
            Assert.Contains(Path.Combine(Data, name), all);
        Assert.Equal(
            2 + 4,
            all.Count(path =>
                path.EndsWith(".csv", StringComparison.Ordinal)
                || path.EndsWith(".eml", StringComparison.Ordinal)
                || Path.GetFileName(path).StartsWith("heed.db", StringComparison.Ordinal)
            )
        );
        Assert.All(all, path => Assert.Equal(Directory.Exists(path) ? OfAFolder : OfAFile, ModeOf(path)));
        Assert.True(Checkup.Rights(Data).IsWell);
    }

    [Fact]
    public async Task What_is_there_keeps_its_rights_and_the_doctor_says_what_to_type()
    {
        NotOnWindows();
        Directory.CreateDirectory(Data);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Data, OfAFolder | GroupRead | GroupExecute | OtherRead | OtherExecute);
        var before = ModeOf(Data);
        Assert.False(
            Server.Build([$"--Heed:Data={Data}", "--urls=http://127.0.0.1:0"]).Refused(out var no, out var app),
            no?.Because
        );
        await using var running = app!;
        Assert.False((await Server.Prepare(app!, default)).Refused(out var refusal));
        Assert.Equal(before, ModeOf(Data));
        Assert.Equal(OfAFile, ModeOf(Path.Combine(Data, "heed.db")));
        var found = Checkup.Rights(Data);
        Assert.False(found.IsWell);
        Assert.EndsWith($"Shut it with: chmod -R go-rwx '{Data}'", found.Says);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Data, OfAFolder);
        Assert.True(Checkup.Rights(Data).IsWell);
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using Heed.Tests.Commands.Analyze;

namespace Heed.Tests;

/// <summary>The README is true: every command in it runs, and what it prints is what comes out.</summary>
[OnOneDatabase("commands of the README start a Heed of their own, on SQLite")]
public sealed partial class ReadmeTests
{
    static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    /// <summary>On PostgreSQL those alone that ask for it: the others go by SQLite, whatever the suite runs on.</summary>
    public static TheoryData<string> Commands =>
        [
            .. Blocks("sh")
                .SelectMany(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(line => line.Trim())
                .Where(line => TestDatabase.Postgres is null || OnPostgres(line)),
        ];

    static bool OnPostgres(string command) => command.Contains("heed serve", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Every_command_of_the_README_works(string command) =>
        command switch
        {
            "./test" => TheFileIsThereAndMayBeRun("test"),
            _ when command.StartsWith("./run", StringComparison.Ordinal) => RunStartsHeed(command),
            _ when command.StartsWith("alias heed=", StringComparison.Ordinal) => TheAliasNamesWhatRunBuilds(command),
            _ when command.StartsWith("heed analyze ", StringComparison.Ordinal) => TheOutputIsAsPrinted(command),
            _ when OnPostgres(command) => ServesOnPostgres(command),
            "heed doctor" => TheDoctorAnswers(),
            _ => throw new Xunit.Sdk.XunitException(
                $"The README says “{command}”, and no test knows how to run it. Teach ReadmeTests."
            ),
        };

    [Fact]
    public void Every_local_link_and_picture_of_the_README_is_there()
    {
        var targets = Link()
            .Matches(Readme)
            .Select(m => m.Groups["to"].Value)
            .Where(to => !to.Contains("://"))
            .ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, to => Assert.True(Path.Exists(Path.Combine(Repository.Root, to)), $"{to} is not there."));
    }

    /// <summary>What runs this test was called by it.</summary>
    static Task TheFileIsThereAndMayBeRun(string name)
    {
        var path = Path.Combine(Repository.Root, name);
        Assert.True(File.Exists(path), $"{path} is not there.");
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), $"{path} may not be run.");
        return Task.CompletedTask;
    }

    /// <summary>The script itself, with a <c>dotnet</c> before the real one that builds nothing, and moves port and folder.</summary>
    static async Task RunStartsHeed(string command)
    {
        var empty = command.Contains("--empty", StringComparison.Ordinal);
        var port = Port().Match(command) is { Success: true } said ? said.Groups["port"].Value : "5000";
        await using var heed = StartedHeed.ByScript(command);
        await heed.IsReady();
        Assert.Contains(heed.Output, line => line == $"Heed is ready at {heed.Address}");
        Assert.Contains(
            heed.Output,
            line =>
                empty
                    ? line.Contains("/claim?code=heed_claim_", StringComparison.Ordinal)
                    : line.Contains("Sign in as maya@harbor.example", StringComparison.Ordinal)
        );
        Assert.Equal(
            empty ? $"serve --port {port} --data data/empty" : $"demo --or-serve --port {port} --data data",
            heed.AskedOfTheBinary
        );
    }

    static Task TheAliasNamesWhatRunBuilds(string command)
    {
        var binary = Quoted().Match(command).Groups["what"].Value.Replace("dotnet $PWD/", "", StringComparison.Ordinal);
        Assert.Contains(
            $"dotnet {binary}",
            File.ReadAllText(Path.Combine(Repository.Root, "run")),
            StringComparison.Ordinal
        );
        return Task.CompletedTask;
    }

    /// <summary>On the very rows that the README prints; each text block until the next command is in the output.</summary>
    static async Task TheOutputIsAsPrinted(string command)
    {
        var words = command.Split(' ')[1..];
        var name = Assert.Single(words, w => w.EndsWith(".csv", StringComparison.Ordinal));
        var (_, rows, _) = Assert.Single(Blocks("csv"), b => b.Name == name);
        using var file = new Csv(rows, name: name);
        var said = await Typed.Heed([.. words.Select(w => w == name ? file.Path : w)]);
        Assert.Equal("", said.Errors);
        Assert.Equal(0, said.Code);

        var at = Readme.IndexOf(command, StringComparison.Ordinal);
        var next = Blocks("sh").Select(b => b.At).Where(begin => begin > at).DefaultIfEmpty(Readme.Length).Min();
        var printed = Blocks("text").Where(b => b.At > at && b.At < next).ToList();
        Assert.NotEmpty(printed);
        Assert.All(printed, block => Assert.Contains(block.Text.TrimEnd(), said.Output, StringComparison.Ordinal));
    }

    static async Task ServesOnPostgres(string command)
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "HEED_TEST_POSTGRES names no PostgreSQL.");
        Assert.Contains("Host=localhost;Database=heed;Username=heed", command, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("heed-readme-").FullName;
        var database = (await TestDatabase.New(folder)).Single(s =>
            s.StartsWith("--Heed:Database=", StringComparison.Ordinal)
        )["--Heed:Database=".Length..];
        var byVariable = command.StartsWith("HEED_DATABASE=", StringComparison.Ordinal);
        await using var heed = StartedHeed.ByBinary(
            byVariable ? ["serve"] : ["serve", "--database", database],
            byVariable ? database : null,
            folder
        );
        await heed.IsReady();
        Assert.False(File.Exists(Path.Combine(folder, "heed.db")), "It went on with SQLite.");
    }

    static async Task TheDoctorAnswers()
    {
        var folder = Directory.CreateTempSubdirectory("heed-readme-").FullName;
        await using var to = new StringWriter();
        await Heed.Commands.DoctorCommand.Examine([$"--Heed:Data={folder}"], json: false, to, default);
        Assert.Contains("well   Settings:", to.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Fenced blocks of a language; the word after the language names a file.</summary>
    static IEnumerable<(string Name, string Text, int At)> Blocks(string language) =>
        Fence()
            .Matches(Readme)
            .Where(m => m.Groups["language"].Value == language)
            .Select(m => (m.Groups["name"].Value.Trim(), m.Groups["text"].Value, m.Index));

    [GeneratedRegex(
        @"^```(?<language>\w+)(?<name>[^\n]*)\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<to>[^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"--port (?<port>\d+)")]
    private static partial Regex Port();

    [GeneratedRegex("\"(?<what>[^\"]+)\"")]
    private static partial Regex Quoted();
}

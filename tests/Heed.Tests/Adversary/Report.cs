using System.Globalization;

namespace Heed.Tests.Adversary;

/// <summary>
/// What the adversary tried and what it found, in the output of the test and in the file that HEED_ADVERSARY_REPORT names:
/// tools/adversary/run makes the tables of it.
/// </summary>
sealed class Report(string data)
{
    static readonly Lock One = new();
    static readonly string? File = Environment.GetEnvironmentVariable("HEED_ADVERSARY_REPORT");

    readonly List<string> _found = [];
    int _asked;
    int _told;
    int _used;
    int _wentFor;

    public IReadOnlyList<string> Found => _found;

    public static int Given(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given)
            ? given
            : otherwise;

    /// <param name="where">Before each thing that it found.</param>
    public void Add(Adversary played, string where = "")
    {
        _found.AddRange(played.Found().Select(f => where + f));
        (_asked, _told) = (_asked + played.Asked, _told + played.Told);
        (_used, _wentFor) = (_used + played.Used, _wentFor + played.WentFor);
    }

    public void Tell(ITestOutputHelper output)
    {
        output.WriteLine(
            $"{data}: {_asked:#,0} questions, {_told:#,0} answers, {_used:#,0} used, {_wentFor:#,0} groups gone for, {_found.Count:#,0} found: {string.Join("; ", _found.Take(3))}"
        );
        Write(
            "game",
            data,
            $"{_asked}",
            $"{_told}",
            $"{_used}",
            $"{_wentFor}",
            $"{_found.Count}",
            _found.FirstOrDefault() ?? "nothing"
        );
    }

    /// <summary>Of a running Heed, where it may find nothing.</summary>
    public static void Tell(ITestOutputHelper output, string data, Adversary played, HeedHouse house)
    {
        var report = new Report($"{data}, {TestDatabase.Name}");
        report.Add(played);
        report.Tell(output);
        foreach (var (surface, answers) in house.Surfaces)
        {
            output.WriteLine($"  {surface}: {answers:#,0}");
            Write("surface", surface, $"{answers}");
        }
        Assert.Empty(report.Found);
    }

    static void Write(params string[] cells)
    {
        if (File is not { Length: > 0 })
            return;
        lock (One)
            System.IO.File.AppendAllText(File, string.Join('\t', cells) + "\n");
    }
}

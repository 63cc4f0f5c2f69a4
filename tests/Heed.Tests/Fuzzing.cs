using System.Globalization;

namespace Heed.Tests;

/// <summary>Where chance begins: the same every day in ./test, elsewhere at each turn of tools/fuzz.</summary>
static class Fuzzing
{
    public static int From { get; } = Asked("HEED_FUZZ_SEED") ?? 1;

    /// <summary>How many calls the API gets.</summary>
    public static int? Calls { get; } = Asked("HEED_FUZZ_CALLS");

    public static IEnumerable<int> Seeds(int many) => Enumerable.Range(From, many);

    static int? Asked(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : null;
}

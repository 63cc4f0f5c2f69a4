using Heed.People;
using Heed.Tests.Listen;

namespace Heed.Tests.Adversary;

/// <summary>
/// The adversary against the running Heed, which gives it nothing, and against Heed with one rule switched off, which does:
/// so it is not for want of asking that it finds nothing.
/// </summary>
public sealed class AdversaryTests(IdleWorld one, ITestOutputHelper output) : IClassFixture<IdleWorld>
{
    /// <summary>On both databases everything is asked once, by the random survey.</summary>
    const string Counted = "what is counted of the columns in memory, whatever they were read from";

    internal static readonly string[][] Values =
    [
        ["harbor", "market", "station", "online"],
        ["de", "en", "it"],
        ["old", "young"],
    ];

    /// <summary>After each everything is asked over HTTP, so a test makes eight; tools/adversary/run makes all twelve.</summary>
    static readonly int ActsOnHeed = Report.Given("HEED_ADVERSARY_ACTS", 8);

    /// <summary>Some of each act: a file, then files, and answers of programs, of a colleague and of the adversary itself.</summary>
    internal static List<Act> Acts(int seed, string[][] values, int first = 48)
    {
        var (random, id) = (new Random(seed), 0);
        string Value(int attribute)
        {
            // The later values are rare.
            var of = values[attribute];
            return of[Math.Min(of.Length - 1, (int)(of.Length * Math.Pow(random.NextDouble(), 2.2)))];
        }
        // Nobody says the same as the next one, so that no release says the same throughout.
        Person One(bool mine = false, string[]? those = null) =>
            new(
                ++id,
                those ?? [.. values.Select((_, a) => Value(a))],
                id % 2 == 0 ? 1 + 2 * random.Next(3) : 2 + 2 * random.Next(2),
                random.Next(3) > 0,
                mine
            );
        List<Person> Some(int n, bool mine, string[]? those) =>
            [.. Enumerable.Range(0, n).Select(_ => One(mine, those))];

        return Spread(random, values, first, Some);
    }

    /// <param name="first">How many the first file holds.</param>
    /// <param name="some">The next so many; its own, of one group, when asked for.</param>
    static List<Act> Spread(Random random, string[][] values, int first, Func<int, bool, string[]?, List<Person>> some)
    {
        List<Act> acts = [new(some(first, false, null), IsFile: true)];
        for (var i = 0; i < 11; i++)
            acts.Add(
                random.Next(6) switch
                {
                    0 => new(some(1 + random.Next(3), false, null), IsFile: true),
                    1 => new(some(8 + random.Next(30), false, null), IsFile: true),
                    2 => new(some(1 + random.Next(6), false, null), "other"),
                    // Nine of its own, in a group that is small.
                    3 => new(some(9, true, [.. values.Select(of => of[^1])]), "mine"),
                    _ => new(some(1 + random.Next(8), false, null)),
                }
            );
        return acts;
    }

    /// <summary>The people of a file, in its order: most by a first file, the others bit by bit, the adversary's among them.</summary>
    static (List<Act> Acts, string[][] Values) From(IReadOnlyList<(string[] Is, int Answer, bool Words)> rows)
    {
        string[][] values =
        [
            .. rows[0]
                .Is.Select(
                    (_, a) =>
                        rows.Select(r => r.Is[a])
                            .CountBy(v => v)
                            .OrderByDescending(v => v.Value)
                            .Select(v => v.Key)
                            .ToArray()
                ),
        ];
        var (id, next) = (0, 0);
        List<Person> Some(int n, bool mine, string[]? those) =>
            [
                .. Enumerable
                    .Range(0, n)
                    .Select(_ =>
                        mine
                            ? new Person(++id, those!, 1 + id % 5, id % 2 == 0, true)
                            : new Person(++id, rows[next].Is, rows[next].Answer, rows[next++].Words)
                    ),
            ];
        return (Spread(new(7), values, rows.Count - 250, Some), values);
    }

    async Task FindsNothing(string name, IReadOnlyList<(string[] Is, int Answer, bool Words)> rows)
    {
        var (world, cast) = await one.Story();
        var (acts, values) = From(rows);
        using var house = new HeedHouse(world, cast, await Senders(world, cast), values);
        var adversary = await Plays(house, acts.Take(ActsOnHeed), values);
        Report.Tell(output, name, adversary, house);
        Assert.True(adversary.Told > 50);
    }

    static async Task<Dictionary<string, Cast>> Senders(World world, Cast cast) =>
        new()
        {
            ["mine"] = await world.Colleague(cast, "Ada", Role.Contributor),
            ["other"] = await world.Colleague(cast, "Cleo", Role.Contributor),
        };

    [Fact]
    [OnOneDatabase(Counted)]
    public Task It_finds_nothing_in_the_answers_of_the_sample() =>
        FindsNothing(
            "the sample",
            [
                .. Heed
                    .Demo.SampleSurvey.Csv(new(2035, 3, 5))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Skip(1)
                    .Select(line => line.Split(',', 6))
                    .Where(cells => cells[3].Length > 0)
                    .Select(cells => ((string[])[cells[1]], cells[3][0] - '0', cells[5][1] != '"')),
            ]
        );

    [Fact]
    [OnOneDatabase(Counted)]
    public Task It_finds_nothing_in_the_answers_of_an_airport()
    {
        using var reader = new StreamReader(SharedFiles.Data("airport-survey/sfo_customer_survey_2017.csv"));
        var heads = reader.ReadLine()!.Split(',').Select(h => h.Trim('"', '\uFEFF')).ToList();
        var (lang, area, all) = (heads.IndexOf("LANG"), heads.IndexOf("BAREA"), heads.IndexOf("Q7ALL"));
        List<(string[], int, bool)> rows = [];
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells.Length == heads.Count && cells[all] is ['1' or '2' or '3' or '4' or '5'])
                rows.Add(([Given(cells[lang]), Given(cells[area])], cells[all][0] - '0', rows.Count % 3 == 0));
        }
        return FindsNothing("the airport", rows);

        static string Given(string cell) => cell.Trim() is { Length: > 0 } given ? given : "none";
    }

    internal static async Task<Adversary> Plays(IHouse house, IEnumerable<Act> acts, string[][] values)
    {
        var adversary = new Adversary(values);
        foreach (var act in acts)
            await adversary.See(house, act);
        return adversary;
    }

    /// <summary>Everybody chooses two of three options, which each attribute beside them could give away.</summary>
    [Fact]
    [OnOneDatabase(Counted)]
    public async Task It_finds_nothing_in_options_that_overlap()
    {
        string[][] values =
        [
            ["harbor", "market", "station"],
            ["old", "young"],
            ["ab", "ac", "bc"],
        ];
        var (world, cast) = await one.Story();
        using var house = new HeedHouse(world, cast, await Senders(world, cast), values[..2]) { Pairs = values[2] };
        var adversary = await Plays(house, Acts(5, values).Take(ActsOnHeed), values);
        Report.Tell(output, "options that overlap", adversary, house);
        Assert.True(adversary.Told > 100 && house.Counts > 10);
    }

    /// <summary>Bands, their mean and scores by them, over files, answers of programs and its own.</summary>
    [Fact]
    [OnOneDatabase(Counted)]
    public async Task It_finds_nothing_in_numbers()
    {
        var bands = Analytics.Columns.Bands.Parse("2, 5, 20").Value;
        string[][] values = [Values[0], Values[2], [.. bands.Names]];
        var (world, cast) = await one.Story();
        using var house = new HeedHouse(world, cast, await Senders(world, cast), values[..2]) { Waits = bands };
        var adversary = await Plays(house, Acts(9, values).Take(ActsOnHeed), values);
        Report.Tell(output, "numbers in bands", adversary, house);
        Assert.True(adversary.Told > 100 && house.Figures > 30);
    }

    /// <summary>HEED_ADVERSARY_SEEDS for more than a look.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Report.Given("HEED_ADVERSARY_SEEDS", 1))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task It_finds_nothing_in_the_running_Heed(int seed)
    {
        var (world, cast) = await one.Story();
        using var house = new HeedHouse(world, cast, await Senders(world, cast), Values);
        var adversary = await Plays(house, Acts(seed, Values).Take(ActsOnHeed), Values);
        Report.Tell(output, $"random survey {seed}", adversary, house);
        Assert.True(adversary.Told > 200 && adversary.Asked > 1000 && house.Pages > 100);
        Assert.All(house.Surfaces, surface => Assert.True(surface.Value > 0, surface.Key));
    }
}

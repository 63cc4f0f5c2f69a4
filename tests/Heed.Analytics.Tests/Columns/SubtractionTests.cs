using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Columns;

/// <summary>
/// Plays the one who asks everything, writes each shown figure down as an equation over the smallest groups, and solves.
/// </summary>
public class SubtractionTests
{
    static readonly string[] Regions = ["A", "B", "C", "D"];
    static readonly string[] Channels = ["web", "desk", "post"];

    [Fact]
    public void No_set_of_queries_gives_a_small_group_away()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var months = random.Next(1, 4);
            var minimum = MinimumGroup.Of(random.Next(3, 7)).Value;
            var survey = Small.Survey(minimum);
            var n = new int[Regions.Length, Channels.Length, months];
            foreach (var (r, c, m) in Places(months))
            {
                n[r, c, m] = random.Next(3) == 0 ? 0 : random.Next(random.Next(2) == 0 ? 6 : 14);
                survey.With(Regions[r], n[r, c, m], m + 1, Channels[c]);
            }
            if (survey.Count == 0)
                continue;
            var known = new Knowledge(n.Length);
            AskEverything(survey, n, known, random, months);
            foreach (var group in SmallGroups(n, minimum.Size))
                Assert.False(known.Determines(group), $"seed {seed}: {Describe(group, n)}");
        }
    }

    [Fact]
    public void Knowing_that_nobody_is_less_than_none_does_not_help_either()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            int[] n = [.. Enumerable.Range(0, 4).Select(_ => random.Next(2) == 0 ? random.Next(5) : random.Next(13))];
            var survey = Small.Survey().With("A", n[0], 1).With("A", n[1], 2).With("B", n[2], 1).With("B", n[3], 2);
            var cut = survey.Ask(new("liked") { By = "region", Every = Cadence.Month }).Value;
            if (cut.Groups.Count < 2 || cut.Periods.Count < 2)
                continue;
            Func<int[], long>[] sums =
            [
                t => t[0],
                t => t[1],
                t => t[2],
                t => t[3],
                t => t[0] + t[1],
                t => t[2] + t[3],
                t => t[0] + t[2],
                t => t[1] + t[3],
                t => t.Sum(),
            ];
            Cell[] cells = [cut[0, 0], cut[1, 0], cut[0, 1], cut[1, 1], .. cut.ByGroup, .. cut.ByPeriod, cut.Total];
            var shown = Enumerable.Range(0, sums.Length).Where(i => cells[i].State != CellState.Hidden).ToArray();
            var possible = Tables(16).Where(t => shown.All(i => sums[i](t) == cells[i].Distribution!.N)).ToArray();
            Assert.NotEmpty(possible);
            foreach (var sum in sums)
                if (sum(n) is > 0 and < 5)
                    Assert.True(possible.Select(sum).Distinct().Count() > 1, $"seed {seed}: {string.Join(',', n)}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // within one of two channels, so that a table of three axes stands behind it
    public void A_small_group_that_joins_two_hidden_blocks_cannot_be_solved_for(bool filtered)
    {
        // Every line hides two groups or more, yet rows A and B minus January and February would leave B in March alone.
        int[,] n =
        {
            { 3, 3, 20, 20 },
            { 3, 3, 3, 20 },
            { 20, 20, 3, 3 },
            { 20, 20, 3, 3 },
        };
        var survey = Small.Survey();
        for (var r = 0; r < 4; r++)
        for (var m = 0; m < 4; m++)
        {
            survey.With(Regions[r], n[r, m], m + 1);
            survey.With(Regions[r], filtered ? 30 : 0, m + 1, "desk");
        }
        var where = new Dictionary<string, IReadOnlyCollection<string>>();
        if (filtered)
            where["channel"] = ["web"];
        var cut = survey
            .Ask(
                new("liked")
                {
                    By = "region",
                    Every = Cadence.Month,
                    Where = where,
                }
            )
            .Value;
        var known = new Knowledge(16);
        for (var i = 0; i < 4; i++)
        {
            known.Add(Enumerable.Range(0, 4).Select(j => i * 4 + j));
            known.Add(Enumerable.Range(0, 4).Select(j => j * 4 + i));
            for (var m = 0; m < 4; m++)
                if (cut[m, i].State == CellState.Shown)
                    known.Add([i * 4 + m]);
        }
        Assert.All(cut.ByGroup.Concat(cut.ByPeriod), cell => Assert.Equal(CellState.Shown, cell.State));
        Assert.False(known.Determines([6]));
        Assert.Equal(CellState.Shown, cut[0, 3].State);
    }

    [Fact]
    public void Where_every_group_is_large_nothing_is_hidden()
    {
        var survey = Small.Survey();
        foreach (var (r, c, m) in Places(3))
            survey.With(Regions[r], 5 + r + c + m, m + 1, Channels[c]);
        foreach (var by in new[] { "region", "channel" })
        {
            var cut = survey.Ask(new("liked") { By = by, Every = Cadence.Month }).Value;
            Assert.All(cut.ByGroup.Concat(cut.ByPeriod), cell => Assert.Equal(CellState.Shown, cell.State));
            Assert.Equal(CellState.Shown, cut[2, 2].State);
        }
    }

    static IEnumerable<int[]> Tables(int end)
    {
        for (var a = 0; a < end; a++)
        for (var b = 0; b < end; b++)
        for (var c = 0; c < end; c++)
        for (var d = 0; d < end; d++)
            yield return [a, b, c, d];
    }

    static void AskEverything(SurveyColumns survey, int[,,] n, Knowledge known, Random random, int months)
    {
        for (var round = 0; round < 60; round++)
        {
            var regions = Regions.Where(_ => random.Next(3) > 0).ToArray();
            var channels = Channels.Where(_ => random.Next(3) > 0).ToArray();
            var (from, to) = (random.Next(0, months), random.Next(0, months));
            var where = new Dictionary<string, IReadOnlyCollection<string>>();
            if (random.Next(2) == 0)
                where["region"] = regions;
            else
                regions = Regions;
            if (random.Next(2) == 0)
                where["channel"] = channels;
            else
                channels = Channels;
            var ranged = random.Next(2) == 0 && from <= to;
            var answer = survey.Ask(
                new("liked")
                {
                    By = random.Next(3) switch
                    {
                        0 => "region",
                        1 => "channel",
                        _ => null,
                    },
                    Every = random.Next(2) == 0 ? Cadence.Month : null,
                    Where = where,
                    From = ranged ? new DateOnly(2026, from + 1, 1) : null,
                    To = ranged ? new DateOnly(2026, to + 1, 1).AddMonths(1).AddDays(-1) : null,
                }
            );
            var cut = answer.Value;
            bool Asked(int r, int c, int m) =>
                regions.Contains(Regions[r]) && channels.Contains(Channels[c]) && (!ranged || m >= from && m <= to);
            void Note(Cell cell, Func<int, int, int, bool> here)
            {
                if (cell.State == CellState.Hidden)
                    return;
                var cells = Places(months).Where(at => Asked(at.R, at.C, at.M) && here(at.R, at.C, at.M)).ToArray();
                Assert.Equal(cells.Sum(at => n[at.R, at.C, at.M]), cell.Distribution!.N);
                known.Add(cells.Select(at => Index(at.R, at.C, at.M, months)));
            }
            bool InGroup(int g, int r, int c) => cut.Groups[g] == (cut.Query.By == "region" ? Regions[r] : Channels[c]);
            bool InPeriod(int p, int m) => cut.Periods[p] == new DateOnly(2026, m + 1, 1);
            Note(cut.Total, (_, _, _) => true);
            for (var g = 0; g < cut.Groups.Count; g++)
                Note(cut.ByGroup[g], (r, c, _) => InGroup(g, r, c));
            for (var p = 0; p < cut.Periods.Count; p++)
            {
                Note(cut.ByPeriod[p], (_, _, m) => InPeriod(p, m));
                for (var g = 0; g < cut.Groups.Count; g++)
                    Note(cut[p, g], (r, c, m) => InGroup(g, r, c) && InPeriod(p, m));
            }
        }
    }

    // Every group by any selection of region, channel and month that has answers, but too few.
    static IEnumerable<int[]> SmallGroups(int[,,] n, int minimum)
    {
        var months = n.GetLength(2);
        foreach (var r in Enumerable.Range(-1, Regions.Length + 1))
        foreach (var c in Enumerable.Range(-1, Channels.Length + 1))
        foreach (var m in Enumerable.Range(-1, months + 1))
        {
            var cells = Places(months)
                .Where(at => (r < 0 || at.R == r) && (c < 0 || at.C == c) && (m < 0 || at.M == m));
            var size = cells.Sum(at => n[at.R, at.C, at.M]);
            if (size > 0 && size < minimum)
                yield return [.. cells.Select(at => Index(at.R, at.C, at.M, months))];
        }
    }

    static IEnumerable<(int R, int C, int M)> Places(int months) =>
        from r in Enumerable.Range(0, Regions.Length)
        from c in Enumerable.Range(0, Channels.Length)
        from m in Enumerable.Range(0, months)
        select (r, c, m);

    static int Index(int r, int c, int m, int months) => (r * Channels.Length + c) * months + m;

    static string Describe(int[] group, int[,,] n) =>
        $"the group of {group.Sum(at => n.Cast<int>().ElementAt(at))} at {string.Join(',', group)} can be worked out";
}

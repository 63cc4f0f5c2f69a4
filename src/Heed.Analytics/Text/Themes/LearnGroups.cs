namespace Heed.Analytics.Text.Themes;

/// <summary>From remarks to groups: several runs, each with a start and a seed of its own, and their consensus.</summary>
static class LearnGroups
{
    const int LatentWidth = 64;
    const int Drafts = 3;

    /// <summary>The group of each remark, 0 to themes - 1.</summary>
    /// <param name="remarks">The remarks, five a theme or more.</param>
    /// <param name="asked">The settings; without vectors kappa counts as 0.</param>
    /// <param name="given">What people decided about single remarks.</param>
    public static int[] Run(RemarkTerms remarks, MixtureSettings asked, Fixed? given = null)
    {
        var settings = remarks.Width == 0 ? asked with { Kappa = 0 } : asked;
        var held = given ?? Fixed.Nothing;
        var vectors =
            remarks.Width > 0 ? Vectors(remarks) : LatentSemantics.Vectors(remarks, LatentWidth, settings.Seed);
        var width = vectors.Length / remarks.Count;
        var runs = new (int[] Groups, double Fit)[settings.Runs];
        Parallel.For(
            0,
            settings.Runs,
            run =>
            {
                var seed = settings.Seed * 1000 + (ulong)run;
                var groups =
                    width == 0 ? Alone(remarks) : new SphericalKMeans(vectors, width).Run(settings.Themes, seed);
                runs[run] = Sweep(remarks, settings, groups, held, seed, settings.Sweeps, settings.Greedy);
            }
        );
        return runs.Length == 1 ? runs[0].Groups : Agreed(remarks, settings, runs, held);
    }

    static int[] Agreed(RemarkTerms remarks, MixtureSettings settings, (int[] Groups, double Fit)[] runs, Fixed held)
    {
        var consensus = new Consensus([.. runs.Select(run => run.Groups)], settings.Themes);
        var drafts = runs.OrderByDescending(run => run.Fit).Take(Drafts).ToArray();
        var agreed = new (int[] Groups, double Fit)[drafts.Length];
        Parallel.For(
            0,
            drafts.Length,
            i =>
                agreed[i] = Sweep(
                    remarks,
                    settings,
                    consensus.From(drafts[i].Groups),
                    held,
                    settings.Seed,
                    settings.Greedy,
                    settings.Greedy
                )
        );
        return agreed.MaxBy(one => one.Fit).Groups;
    }

    /// <summary>Sweeps from a start; the last <paramref name="greedy"/> of them take the best theme.</summary>
    public static (int[] Groups, double Fit) Sweep(
        RemarkTerms remarks,
        MixtureSettings settings,
        int[] start,
        Fixed held,
        ulong seed,
        int sweeps,
        int greedy
    )
    {
        var (mixture, groups) = (new Mixture(remarks, settings), (int[])start.Clone());
        foreach (var (remark, group) in held.Places)
            groups[remark] = group;
        for (var remark = 0; remark < groups.Length; remark++)
            if (groups[remark] >= 0)
                mixture.Add(remark, groups[remark], held.Places.ContainsKey(remark) ? Fixed.Weight : 1);
        var draw = new Sweeps(remarks, mixture, seed);
        for (var sweep = 0; sweep < sweeps; sweep++)
            if (draw.Once(groups, sweep >= sweeps - greedy, held) == 0)
                break;
        return (groups, mixture.Fit(groups));
    }

    static int[] Alone(RemarkTerms remarks) => [.. Enumerable.Repeat(-1, remarks.Count)];

    static float[] Vectors(RemarkTerms remarks)
    {
        var vectors = new float[remarks.Count * remarks.Width];
        for (var i = 0; i < remarks.Count; i++)
            remarks.Vector(i).CopyTo(vectors.AsSpan(i * remarks.Width));
        return vectors;
    }
}

/// <summary>What people decided about single remarks.</summary>
/// <param name="Places">Remarks that stand fast, with their group; each counts for ten.</param>
/// <param name="Barred">Remarks that a group is closed to, with those groups; null for none.</param>
sealed record Fixed(IReadOnlyDictionary<int, int> Places, IReadOnlyDictionary<int, List<int>>? Barred = null)
{
    public const int Weight = 10;

    public static readonly Fixed Nothing = new(new Dictionary<int, int>());
}

namespace Heed.Analytics.Text.Themes;

/// <summary>
/// Looks for themes that are missing, in the pool of remarks that fit none. Single remarks tell too little (a remark that
/// fits nothing is new in two of three cases at best), so only groups count, and only when two refits see them.
/// </summary>
static class NewThemeSearch
{
    /// <summary>Fewer remarks than this, or than a hundredth of all, are no theme.</summary>
    public const int Fewest = 20;
    const double LeastShare = 0.01;

    /// <summary>This share of a group says one of its own five words.</summary>
    const double LeastCohesion = 0.6;
    const int OwnWords = 5;

    /// <summary>So alike (cosine of term counts) are groups of two refits that they are one.</summary>
    const double LeastLikeness = 0.6;
    const int MostGroups = 20;

    public static IReadOnlyList<(Theme Theme, bool Again)> Among(RemarkTerms remarks, int[] themes, ThemeModel model)
    {
        int[] pool = [.. Enumerable.Range(0, remarks.Count).Where(i => themes[i] < 0 && remarks.Row(i).Length > 0)];
        var fewest = Math.Max(Fewest, (int)Math.Ceiling(LeastShare * remarks.Count));
        if (pool.Length < fewest)
            return [];
        var own = remarks.Only(pool);
        var count = Math.Clamp(2 * pool.Length / fewest, 2, MostGroups);
        var groups = LearnGroups.Run(own, model.Settings with { Themes = count });
        var found = ThemeStatistics.Of(own, groups, count, new HashSet<int>());
        var said = new long[remarks.TermCount];
        for (var i = 0; i < remarks.Count; i++)
            foreach (var term in remarks.Row(i))
                said[term]++;
        List<(Theme, bool)> seen = [];
        for (var group = 0; group < count; group++)
        {
            if (found[group].Remarks < fewest || Cohesion(own, groups, group, said) < LeastCohesion)
                continue;
            var before = model.Candidates.FirstOrDefault(theme =>
                theme.Statistics.Likeness(found[group]) >= LeastLikeness
                && !seen.Exists(one => one.Item1.Id == theme.Id)
            );
            var id = before?.Id ?? found[group].Fingerprint(model.Settings.Seed);
            seen.Add((new Theme(id, found[group]) { Since = model.Version }, before is not null));
        }
        return seen;
    }

    // The share of the group's remarks with one of the words that are the most its own: count in the group times the log of
    // its share of all their use.
    static double Cohesion(RemarkTerms remarks, int[] groups, int group, long[] said)
    {
        var inside = new long[said.Length];
        var members = 0;
        for (var i = 0; i < groups.Length; i++)
            if (groups[i] == group)
            {
                members++;
                foreach (var term in remarks.Row(i))
                    inside[term]++;
            }
        var (all, within) = ((double)said.Sum(), (double)inside.Sum());
        var own = Enumerable
            .Range(0, inside.Length)
            .Where(term => inside[term] > 1)
            .OrderByDescending(term => inside[term] * Math.Log(inside[term] / within / (said[term] / all)))
            .ThenBy(term => term)
            .Take(OwnWords)
            .ToHashSet();
        var saying = 0;
        for (var i = 0; i < groups.Length; i++)
            if (groups[i] == group && remarks.Row(i).ToArray().Any(own.Contains))
                saying++;
        return members == 0 ? 0 : (double)saying / members;
    }
}

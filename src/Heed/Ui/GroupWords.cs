using Heed.Analytics.Scores;

namespace Heed.Ui;

/// <summary>Which groups differ, in words: the same on the page of a score and on the command line.</summary>
public static class GroupWords
{
    const int MostNamed = 3;

    /// <summary>The pairs that can be told apart with what lies between them; or the farthest two, and that they cannot.</summary>
    /// <param name="size">A difference with its unit.</param>
    /// <param name="plain">A difference without its unit.</param>
    public static string Pairs(GroupComparison found, Func<double, string> size, Func<double, string> plain)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Pairs.Count == 0)
            return "the groups cannot be told apart: too few answers. Do not rank them.";
        var allowing = found.PairsTested > 1 ? $", allowing for {Format.Count(found.PairsTested)} pairs" : "";
        if (found.Told.Count == 0)
            return $"the groups cannot be told apart. The two farthest, {Two(found.Pairs[0])}, differ by {Gap(found.Pairs[0])}, which holds zero{allowing}. Do not rank them.";
        var named = string.Join(
            "; ",
            found.Told.Take(MostNamed).Select(pair => $"{Two(pair)} can be told apart, by {Gap(pair)}")
        );
        var more =
            found.Told.Count > MostNamed ? $"; and {Format.Count(found.Told.Count - MostNamed, "other pair")}" : "";
        var rest = found.PairsTested - found.Told.Count;
        return $"{named}{more}{allowing}.{(rest == 0 ? "" : Format.Plural(rest, " The other pair cannot.", " The other pairs cannot."))}";

        string Two(GroupPair pair) => $"{Name(found, pair.Higher)} and {Name(found, pair.Lower)}";
        string Gap(GroupPair pair) =>
            $"{size(pair.Difference.Value)} ({plain(pair.Difference.Low)} to {plain(pair.Difference.High)})";
    }

    /// <summary>Which groups differ from all who are not in them: “of 7 groups, only “Vienna” (higher) differs from the rest”.</summary>
    public static string Rest(GroupComparison found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var of = $"of {Format.Count(found.Groups.Count, "group")}";
        return found.Apart.Count switch
        {
            0 => $"{of}, none can be told from the rest",
            <= 4 =>
                $"{of}, {Format.Some([.. found.Apart.Select(group => $"“{Named(group.Name)}” ({(group.FromRest!.Value > 0 ? "higher" : "lower")})")])} {Format.Plural(found.Apart.Count, "differs", "differ")} from the rest",
            var many => $"{of}, {many} differ from the rest",
        };
    }

    /// <summary>The ranks that a group could have: “2 to 5”, or “1” where only one is left.</summary>
    public static string Ranks(ComparedGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.BestRank == group.WorstRank ? $"{group.BestRank}" : $"{group.BestRank} to {group.WorstRank}";
    }

    static string Name(GroupComparison found, int group) => Named(found.Groups[group].Name);

    static string Named(string name) => name.Length == 0 ? "(not known)" : name;
}

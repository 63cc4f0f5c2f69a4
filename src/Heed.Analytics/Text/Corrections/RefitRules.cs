namespace Heed.Analytics.Text.Themes;

/// <summary>What pins and keywords decide in a refit, in the places of the remarks and themes that take part in it.</summary>
static class RefitRules
{
    public static Fixed Of(
        ThemeModel model,
        RemarkTerms remarks,
        Corrected corrected,
        int[] active,
        Dictionary<Guid, int> themes,
        Dictionary<int, int> placeOf
    )
    {
        var (held, barred) = (new Dictionary<int, int>(), new Dictionary<int, List<int>>());
        var rules = new List<(int Term, int Theme, bool Includes)>();
        foreach (var rule in model.Keywords)
            if (
                remarks.Vocabulary.BinarySearch(rule.Term) is >= 0 and var term
                && themes.TryGetValue(rule.Theme, out var theme)
                && placeOf.TryGetValue(theme, out var free)
            )
                rules.Add((term, free, rule.Includes));
        for (var i = 0; i < active.Length; i++)
        {
            if (corrected.Pins.TryGetValue(remarks.Ids[active[i]], out var pin))
            {
                held[i] = placeOf[themes[pin]];
                continue;
            }
            foreach (var (term, theme, includes) in rules)
            {
                if (remarks.Row(active[i]).BinarySearch(term) < 0)
                    continue;
                if (!includes)
                    (barred.TryGetValue(i, out var list) ? list : barred[i] = []).Add(theme);
                else if (!held.ContainsKey(i))
                    held[i] = theme;
            }
            if (barred.TryGetValue(i, out var closed) && held.TryGetValue(i, out var kept) && closed.Contains(kept))
                held.Remove(i);
        }
        return new(held, barred);
    }
}

using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>
/// The order that the words of a column seem to stand in, to be shown with their counts and confirmed by a person: nothing
/// is counted by it before that.
/// </summary>
/// <param name="Of">What is asked.</param>
/// <param name="Points">Each way that the answers are written, and its point.</param>
/// <param name="Missing">Words beside them that say that there is no answer.</param>
sealed partial record AnswerLadder(
    LadderOf Of,
    int Low,
    int High,
    IReadOnlyDictionary<string, int> Points,
    IReadOnlyList<string> Missing
)
{
    /// <summary>So many answers without one in the middle, and none was offered there.</summary>
    const int NobodyInTheMiddle = 60;

    /// <summary>Where more people than this say that they have no answer, the words are no ladder with a few beside it.</summary>
    const double MostMissing = 0.6;

    /// <summary>Yes and no of every language: what is a no in one is a yes in none.</summary>
    public static readonly Dictionary<string, int> YesAndNo = LadderLines
        .NoYes.SelectMany(line => line.Ranks)
        .DistinctBy(word => word.Key)
        .ToDictionary(StringComparer.Ordinal);

    public string Scale => $"{Low}-{High}";

    /// <summary>The ladder of these answers and their counts; null where their order is not known.</summary>
    public static AnswerLadder? Find(IEnumerable<KeyValuePair<string, int>> answers)
    {
        Dictionary<string, List<string>> written = new(StringComparer.Ordinal);
        List<string> missing = [];
        var (said, silent) = (0, 0);
        foreach (var (answer, count) in answers)
        {
            var folded = Folded(answer);
            if (IsNoOpinion(answer))
            {
                missing.Add(answer);
                silent += count;
                continue;
            }
            said += count;
            if (!written.TryGetValue(folded, out var ways))
                written[folded] = ways = [];
            ways.Add(answer);
            // No ladder has so many steps.
            if (written.Count > 24)
                return null;
        }
        if (written.Count < 2 || silent > MostMissing * (said + silent))
            return null;
        var found =
            NoYes(written.Keys)
            ?? Amount(written.Keys)
            ?? OneSided(written.Keys)
            ?? TwoSided(written.Keys, said)
            ?? Codes(written.Keys);
        if (found is not { } ladder)
            return null;
        var points = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (folded, point) in ladder.Points)
        foreach (var way in written[folded])
            points[way] = point;
        return new(ladder.Of, ladder.Low, ladder.High, points, missing);
    }

    public static bool IsNoOpinion(string answer) =>
        FoldedText.Of(answer) is var folded
        && (
            Array.IndexOf(LadderWords.NoOpinion, folded) >= 0
            || NoAnswerWords.Hold(System.Text.Encoding.UTF8.GetBytes(folded))
        );

    /// <summary>Whether the answer is a step of any ladder, or carries its point: then it never means that nobody answered.</summary>
    public static bool MayBeAStep(string answer) =>
        LabelNumber.TryRead(answer, LabelNumber.AnyScale, out _) || Steps.Contains(Folded(answer));

    static readonly HashSet<string> Steps = LadderLines
        .TwoSided.Concat(LadderLines.OneSided)
        .Concat(LadderLines.NoYes)
        .SelectMany(line => line.Ranks.Keys)
        .Where(word => !IsNoOpinion(word))
        .ToHashSet(StringComparer.Ordinal);

    readonly record struct Found(LadderOf Of, int Low, int High, List<(string Folded, int Point)> Points);

    static Found? NoYes(IReadOnlyCollection<string> answers)
    {
        foreach (var (_, _, line) in LadderLines.NoYes)
            if (
                answers.Count == 2
                && answers.All(line.ContainsKey)
                && answers.Select(a => line[a]).Distinct().Count() == 2
            )
                return new(LadderOf.YesNo, 0, 1, [.. answers.Select(a => (a, line[a]))]);
        return null;
    }

    /// <summary>
    /// Whoever is offered “very satisfied” is offered “very dissatisfied” too, so steps that nobody chose are known from
    /// their opposites. Whether there was a middle that nobody chose can only be guessed by how many answered.
    /// </summary>
    static Found? TwoSided(IReadOnlyCollection<string> answers, int said)
    {
        foreach (var (of, _, line) in LadderLines.TwoSided)
        {
            if (!answers.All(line.ContainsKey))
                continue;
            HashSet<int> away = [.. answers.Select(a => Math.Abs(line[a])).Where(r => r != 0)];
            var sides = answers.Select(a => Math.Sign(line[a])).Where(s => s != 0).Distinct().Count();
            var middle = answers.Any(a => line[a] == 0);
            if (away.Count < 2 && (sides < 2 || !middle))
                continue;
            middle |= said < NobodyInTheMiddle;
            List<int> ranks = [.. away.Select(r => -r).Concat(away).Concat(middle ? [0] : []).Order()];
            return new(of, 1, ranks.Count, [.. answers.Select(a => (a, ranks.IndexOf(line[a]) + 1))]);
        }
        return null;
    }

    static Found? OneSided(IReadOnlyCollection<string> answers)
    {
        Found? best = null;
        foreach (var (of, steps, line) in LadderLines.OneSided)
            if (
                answers.Count >= 3
                && answers.All(line.ContainsKey)
                && answers.Select(a => line[a]).Distinct().Count() == answers.Count
                && (best is null || steps < best.Value.High)
            )
                best = new(of, 1, steps, [.. answers.Select(a => (a, line[a] + 1))]);
        return best;
    }

    static Found? Amount(IReadOnlyCollection<string> answers)
    {
        Found? best = null;
        foreach (var (_, many, line) in LadderLines.Amounts)
        {
            List<(string Answer, int Rank, string Of)> read = [];
            foreach (var answer in answers)
                if (line.Keys.Where(w => StartsWith(answer, w)).MaxBy(w => w.Length) is { } word)
                    read.Add((answer, line[word], answer[word.Length..].Trim()));
            if (
                read.Count != answers.Count
                || read.Count < 3
                || read.Select(r => r.Rank).Distinct().Count() < read.Count
                || read.Select(r => r.Of).Distinct().Count() > 1
                || (best is { } known && known.High <= many)
            )
                continue;
            best = new(About(read[0].Of), 1, many, [.. read.Select(r => (r.Answer, r.Rank + 1))]);
        }
        return best;

        static bool StartsWith(string answer, string word) =>
            answer == word || answer.StartsWith(word + " ", StringComparison.Ordinal);
    }

    /// <summary>A1 to A5, as LimeSurvey writes the codes of answers; “Level 3”.</summary>
    static Found? Codes(IReadOnlyCollection<string> answers)
    {
        var codes = answers.Select(a => (Answer: a, Code: Coded().Match(a))).ToList();
        if (
            answers.Count < 3
            || !codes.TrueForAll(c => c.Code.Success)
            || codes.Select(c => c.Code.Groups[1].Value.Trim()).Distinct().Count() > 1
        )
            return null;
        List<(string Folded, int Point)> points =
        [
            .. codes.Select(c =>
                (c.Answer, int.Parse(c.Code.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))
            ),
        ];
        var (low, high) = (points.Min(p => p.Point), points.Max(p => p.Point));
        (low, high) = (low > 1 ? 1 : low, Math.Max(high, low <= 1 && high is 4 or 3 ? 5 : high));
        return high is 5 or 7 or 10 && low is 0 or 1 ? new(LadderOf.Amount, low, high, points) : null;
    }

    static LadderOf About(string thing) =>
        LadderWords.About.FirstOrDefault(a => a.Starts.Any(s => thing.StartsWith(s, StringComparison.Ordinal)))
            is { Starts: not null } about
            ? about.Ladder
            : LadderOf.Amount;

    /// <summary>“Satisfait(e)”, “satisfait·e” and “zadowolony/a” are one word; “teils/teils” and “teils teils” too.</summary>
    static string Folded(string answer) => Ending().Replace(FoldedText.Of(answer), "").Replace('/', ' ').Trim();

    [GeneratedRegex(@"\((e|s|es|a|o|as|os|in|n)\)|(?<=\p{L}{3})(·e|/e|/a|/o|/in|/na)\b")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(\p{L}{1,8}[ _-]?)(\d{1,2})$")]
    private static partial Regex Coded();
}

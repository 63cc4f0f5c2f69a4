using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>Scores in words, each kind in its own unit.</summary>
static class ScoreWords
{
    public static string Name(ScoreKind kind) =>
        kind switch
        {
            ScoreKind.Recommend => "recommend score",
            ScoreKind.Satisfaction => "share of satisfied answers",
            ScoreKind.Effort => "effort score",
            ScoreKind.Share => "share",
            _ => "mean",
        };

    public static string Unit(ScoreKind kind, Scale scale) =>
        kind switch
        {
            ScoreKind.Recommend => "points, −100 to 100",
            ScoreKind.Satisfaction => $"percent at the two best points of {scale}",
            ScoreKind.Share => "percent of the answers",
            _ => $"points of the scale {scale}",
        };

    /// <summary>A value in the score's own precision, without its unit.</summary>
    public static string Plain(Score score, double value) => Plain(score.Kind, value);

    public static string Plain(ScoreKind kind, double value) => Format.Number(value, kind.IsMean() ? 2 : 1);

    /// <summary>A difference between two values, with its unit.</summary>
    public static string Size(Score score, double value) =>
        Plain(score, value) + (score.Kind.IsShare() ? " percentage points" : " points");

    public static string Value(Score score, double value) => Value(score.Kind, value);

    public static string Value(ScoreKind kind, double value) => Plain(kind, value) + (kind.IsShare() ? " %" : "");

    public static string Group(string name) => name.Length == 0 ? "(not known)" : name;
}

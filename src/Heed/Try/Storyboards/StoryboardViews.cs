using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

public sealed record StoryboardView(
    Id<Storyboard> Id,
    Id<Team> Team,
    string Challenge,
    string Current,
    Id<Metric>? Metric,
    DateOnly? WindowFrom,
    DateOnly? WindowTo,
    int Version
)
{
    internal static StoryboardView Of(Storyboard board) =>
        new(
            board.Id,
            board.TeamId,
            board.Challenge,
            board.Current,
            board.MetricId,
            board.WindowFrom,
            board.WindowTo,
            board.Version
        );
}

public sealed record TargetView(
    Id<TargetCondition> Id,
    Id<Storyboard> Storyboard,
    int Number,
    string Outcome,
    Id<Metric>? Metric,
    double? AtLeast,
    double? AtMost,
    string Pattern,
    DateOnly SetOn,
    DateOnly AchieveBy,
    TargetState State,
    DateTimeOffset StateSince,
    int Version
)
{
    internal static TargetView Of(TargetCondition target) =>
        new(
            target.Id,
            target.StoryboardId,
            target.Number,
            target.Outcome,
            target.MetricId,
            target.AtLeast,
            target.AtMost,
            target.Pattern,
            target.SetOn,
            target.AchieveBy,
            target.State,
            target.StateSince,
            target.Version
        );
}

/// <summary>One of the five questions of coaching (Rother, 2009), answered from what stands on the board.</summary>
/// <param name="Back">The look back at the last step, on the back of the card: asked with the second question (Rother, <i>Toyota Kata</i>).</param>
public sealed record CoachAnswer(string Question, IReadOnlyList<string> Answers, CoachAnswer? Back = null);

using Heed.Analytics.Columns;
using Heed.Analytics.Scores;
using Heed.People;

namespace Heed.Listen;

/// <summary>What is asked, of whom it was asked, and the settings of its questions.</summary>
public sealed class Survey : IInWorkspace
{
    public const int LongestName = 200;

    public Id<Survey> Id { get; init; } = Id<Survey>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required string Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Id<Member>? CreatedBy { get; init; }

    /// <summary>A new value whenever what was loaded from the store is no longer a beginning of it, as after an undo.</summary>
    public int Edition { get; set; }

    /// <summary>The one import that is being stored; a second one waits, so that the same rows are never stored twice.</summary>
    public Id<Import>? TakingIn { get; set; }

    /// <summary>The number of the newest release of its answers; 0 while nothing is shown.</summary>
    public int Release { get; set; }

    /// <summary>The one attribute that its remarks may be told apart by: an administrator's choice, or the first that was asked for.</summary>
    public string? WordsBy { get; set; }

    /// <summary>When remarks were first shown told apart. From then on no other attribute may be chosen.</summary>
    public DateOnly? WordsToldApartOn { get; set; }

    public List<Question> Questions { get; } = [];
    public List<RespondentAttribute> Attributes { get; } = [];

    /// <summary>What puts each answer set into one group: attributes, and questions of which one option is chosen.</summary>
    internal IEnumerable<string> ToldApartBy =>
        Attributes.Select(a => a.Name).Concat(Questions.Where(q => q.Kind == QuestionKind.Choice).Select(q => q.Name));
}

public enum QuestionKind
{
    Recommend,
    Satisfaction,
    Effort,
    Mean,
    Share,

    /// <summary>Where one thing was put among others; 1 is the first place.</summary>
    Ranking,

    /// <summary>Free words.</summary>
    Remark,

    /// <summary>One option of several.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    Choices,

    /// <summary>A number that is no point of a scale.</summary>
    Number,
}

/// <summary>One question with its scale. Its name is the column's name unless the mapping gave another.</summary>
public sealed class Question : IInWorkspace
{
    /// <summary>Of a question and an attribute. PostgreSQL keeps no more than 2,704 bytes of it in the index of names.</summary>
    public const int LongestName = 600;

    public Id<Question> Id { get; init; } = Id<Question>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Survey> SurveyId { get; init; }
    public required string Name { get; init; }

    /// <summary>What was asked, where the file says it.</summary>
    public string Text { get; set; } = "";
    public required QuestionKind Kind { get; init; }

    /// <summary>
    /// Worst and best point: “1-5”, or “5-1” where 1 is best. Of a number the edges of its bands, which stay: a band that moved
    /// between two looks would tell single answers. Empty for a remark and a choice.
    /// </summary>
    public string Scale { get; init; } = "";

    public bool IsScored => !IsRemark && !IsChoice && !IsNumber;

    public bool IsRemark => Kind is QuestionKind.Remark;

    /// <summary>Its options are counted.</summary>
    public bool IsChoice => Kind is QuestionKind.Choice or QuestionKind.Choices;

    public bool IsNumber => Kind is QuestionKind.Number;

    /// <summary>How many chose each option or lie in each band is what its page shows.</summary>
    public bool IsCounted => IsChoice || IsNumber;

    public Bands Bands => Bands.Parse(Scale).Value;

    public Scale Points => Analytics.Scores.Scale.Parse(Scale).Value;

    public ScoreKind Score =>
        Kind switch
        {
            QuestionKind.Recommend => ScoreKind.Recommend,
            QuestionKind.Satisfaction => ScoreKind.Satisfaction,
            QuestionKind.Effort => ScoreKind.Effort,
            QuestionKind.Mean or QuestionKind.Ranking => ScoreKind.Mean,
            QuestionKind.Share => ScoreKind.Share,
            _ => throw new InvalidOperationException("A remark, a choice or a number has no score."),
        };
}

/// <summary>What respondents can be told apart by, such as language or region.</summary>
#pragma warning disable CA1711 // The word of the field; nobody takes it for one in square brackets.
public sealed class RespondentAttribute : IInWorkspace
#pragma warning restore CA1711
{
    public Id<RespondentAttribute> Id { get; init; } = Id<RespondentAttribute>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<Survey> SurveyId { get; init; }
    public required string Name { get; init; }
}

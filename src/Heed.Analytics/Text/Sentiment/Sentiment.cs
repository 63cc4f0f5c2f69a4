namespace Heed.Analytics.Text;

/// <summary>Whether a remark is content, discontent or neither.</summary>
public enum Sentiment
{
    /// <summary>Discontent.</summary>
    Negative,

    /// <summary>Neither, both, or not to be told.</summary>
    Neutral,

    /// <summary>Content.</summary>
    Positive,
}

/// <summary>The sentiment of a remark by a lexicon.</summary>
/// <param name="Sentiment">The class.</param>
/// <param name="Score">From -1, most negative, to 1, friction taken off.</param>
/// <param name="Friction">The groups of friction that the remark has a sign of.</param>
public readonly record struct SentimentScore(Sentiment Sentiment, double Score, Friction Friction);

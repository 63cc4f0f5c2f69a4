namespace Heed.Analytics.Evidence;

/// <summary>Whether an effect is told as a difference or as a ratio.</summary>
public enum EffectScale
{
    /// <summary>In the metric's unit; 0 means no effect.</summary>
    Difference,

    /// <summary>A ratio of rates; 1 means no effect, 0.9 means a tenth fewer.</summary>
    Ratio,
}

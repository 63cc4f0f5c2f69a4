namespace Heed.Analytics.Evidence;

/// <summary>What an effect did after it came: the interval of its growth says so, or it is called steady.</summary>
public enum EffectCourse
{
    /// <summary>Neither growing nor fading can be told from the points.</summary>
    Steady,

    /// <summary>The whole interval of the growth lies on the side of the effect.</summary>
    Growing,

    /// <summary>The whole interval of the growth lies against the effect: it was larger at first.</summary>
    Fading,
}

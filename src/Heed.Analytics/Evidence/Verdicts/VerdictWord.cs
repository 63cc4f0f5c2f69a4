namespace Heed.Analytics.Evidence;

/// <summary>The closed set of answers to "did it work?". "We cannot tell" and "not measured" are answers too.</summary>
public enum VerdictWord
{
    /// <summary>The whole interval of the effect lies on the wanted side of no effect.</summary>
    Improved,

    /// <summary>The whole interval lies on the unwanted side.</summary>
    Worsened,

    /// <summary>The interval holds no effect and excludes the prediction: what was promised did not happen.</summary>
    NoChange,

    /// <summary>The points cannot tell, or it is too early, or there was no prediction to exclude.</summary>
    CannotTell,

    /// <summary>There is no point after the change (or none at all).</summary>
    NotMeasured,
}

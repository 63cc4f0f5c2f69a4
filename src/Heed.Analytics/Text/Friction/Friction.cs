namespace Heed.Analytics.Text;

/// <summary>What costs people time and trust: the groups of signs that Heed looks for in remarks, and can hold together.</summary>
[Flags]
public enum Friction
{
    /// <summary>No sign was found. That is no proof that nothing was wrong.</summary>
    None = 0,

    /// <summary>Waiting: on hold, in a queue, late, delayed.</summary>
    Waiting = 1,

    /// <summary>Doing it again: called three times, had to explain once more.</summary>
    Rework = 2,

    /// <summary>It is broken: crashes, error, does not work.</summary>
    Defect = 4,

    /// <summary>Sent from one to another, or nobody there.</summary>
    Handoff = 8,

    /// <summary>Not told, not clear, nowhere to be found.</summary>
    MissingInformation = 16,

    /// <summary>Promised and not kept: cancelled, never came.</summary>
    BrokenPromise = 32,

    /// <summary>Wants money back, or was charged wrongly.</summary>
    MoneyBack = 64,

    /// <summary>Hard work for the customer: complicated, too many steps.</summary>
    Effort = 128,
}

/// <summary>A sign of friction where it stands in a remark.</summary>
/// <param name="Group">What kind it is.</param>
/// <param name="FirstWord">The number of its first word, from 0.</param>
/// <param name="Words">How many words it has.</param>
public readonly record struct FrictionSign(Friction Group, int FirstWord, int Words);

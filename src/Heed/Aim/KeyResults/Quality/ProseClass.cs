namespace Heed.Aim;

/// <summary>What a sentence that is offered as a key result turns out to be.</summary>
public enum ProseClass
{
    /// <summary>A change in what people do, or in what it leads to.</summary>
    Outcome,

    /// <summary>Something that the team makes or does.</summary>
    Work,

    /// <summary>A direction without a measure.</summary>
    Vague,

    /// <summary>A level to keep: a health metric.</summary>
    Health,

    /// <summary>Going on as before.</summary>
    BusinessAsUsual,

    /// <summary>Attention that costs people nothing and says little about what they do.</summary>
    Vanity,

    /// <summary>Done or not done, with nothing in between.</summary>
    Binary,

    /// <summary>An outcome that does not say from where.</summary>
    NoBaseline,

    /// <summary>A target that hardly asks for a change.</summary>
    Sandbagged,

    /// <summary>Several key results in one.</summary>
    Compound,
}

/// <summary>What a sentence was read as, and by which of its words.</summary>
public readonly record struct ProseReading(ProseClass Is, string Words, string Rule, string Question);

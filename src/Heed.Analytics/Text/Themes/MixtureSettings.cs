namespace Heed.Analytics.Text.Themes;

/// <summary>How themes are learnt. The defaults were chosen on four public sets (docs/methods/themes.md).</summary>
/// <param name="Themes">How many themes, 2 to 200; 20 to 60 to begin with.</param>
public readonly record struct MixtureSettings(int Themes)
{
    /// <summary>What nearness in meaning weighs against words: nats for a cosine of 1.</summary>
    public float Kappa { get; init; } = 10;

    /// <summary>The count that every term has in every theme before anything is seen (Dirichlet prior).</summary>
    public float Beta { get; init; } = 0.05f;

    /// <summary>The remarks that every theme has before anything is seen (Dirichlet prior).</summary>
    public float Alpha { get; init; } = 0.1f;

    /// <summary>How often all remarks are drawn anew, the greedy times included.</summary>
    public int Sweeps { get; init; } = 15;

    /// <summary>How many of the last sweeps take the best theme instead of drawing one.</summary>
    public int Greedy { get; init; } = 3;

    /// <summary>How many runs with seeds of their own vote on the outcome; 1 for no vote.</summary>
    public int Runs { get; init; } = 8;

    /// <summary>The same seed gives the same themes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The default settings for a number of themes.</summary>
    public MixtureSettings()
        : this(30) { }

    internal string? WhyNot(int remarks) =>
        Themes is < 2 or > 200 ? $"{Themes} themes were asked for; 2 to 200 can be learnt."
        : !(Kappa >= 0 && float.IsFinite(Kappa)) ? $"Kappa is {Kappa}; it must be 0 or more."
        : !(Beta > 0 && float.IsFinite(Beta)) || !(Alpha > 0 && float.IsFinite(Alpha))
            ? $"Beta is {Beta} and alpha {Alpha}; both must be above 0."
        : Sweeps < 1 || Greedy < 0 || Greedy > Sweeps
            ? $"{Sweeps} sweeps of which {Greedy} are greedy: at least 1 sweep, and no more greedy ones than sweeps."
        : Runs is < 1 or > 100 ? $"{Runs} runs were asked for; 1 to 100 can vote."
        : remarks < Themes * FewestAThemeNeeds
            ? $"{Themes} themes need {Themes * FewestAThemeNeeds} remarks or more ({FewestAThemeNeeds} a theme); there are {remarks}."
        : null;

    /// <summary>Remarks a theme needs on average; with fewer the themes are single remarks.</summary>
    internal const int FewestAThemeNeeds = 5;
}

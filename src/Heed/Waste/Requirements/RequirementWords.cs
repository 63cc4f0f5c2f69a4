using Heed.Ui;

namespace Heed.Waste;

/// <summary>Requirements, bindings and asks as pages say them.</summary>
static class RequirementWords
{
    public static string Word(this Binding binding) => binding == Binding.OwnPolicy ? "Own policy" : binding.ToString();

    /// <summary>In a sentence: “held by a law”.</summary>
    public static string Lower(this Binding binding) =>
        binding switch
        {
            Binding.Law => "a law",
            Binding.Contract => "a contract",
            Binding.Standard => "a standard",
            Binding.OwnPolicy => "own policy",
            _ => "habit",
        };

    public static string Lower(this RuleAskStep step) => Format.Lower(step.ToString());

    /// <summary>“Allergens at hand · Regulation (EU) 1169/2011, article 44”.</summary>
    public static string? Place(this Requirement requirement) =>
        (requirement.Source, requirement.Clause) switch
        {
            (null, null) => null,
            ({ } source, null) => source,
            (null, { } clause) => clause,
            ({ } source, { } clause) => $"{source}, {clause}",
        };

    /// <summary>The same where many stand below each other: titles of standards run over three lines.</summary>
    public static string? ShortPlace(this Requirement requirement) =>
        requirement is { Source: { } source, Clause: { } clause }
            ? $"{clause}, {Format.Shortened(source)}"
            : requirement.Place();

    public static IReadOnlyList<Choice> Bindings { get; } =
    [
        new(nameof(Binding.Law), "A law", "Only whoever made it can change it. How you follow it is yours."),
        new(nameof(Binding.Contract), "A contract", "Agreed with somebody, who can be asked."),
        new(nameof(Binding.Standard), "A standard", "One that you chose to follow."),
        new(nameof(Binding.OwnPolicy), "Own policy", "You wrote it, and you can change it."),
        new(nameof(Binding.Habit), "Habit", "It was always done so."),
    ];
}

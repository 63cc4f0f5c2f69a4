using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Text.Themes;

/// <summary>What made-up guests of a made-up coffee house say: five subjects, each in many words.</summary>
static class Guests
{
    static readonly (string[] Subjects, string[] Sayings)[] Themes =
    [
        (
            ["the queue", "the waiting line", "the queue at the counter"],
            ["took twenty minutes", "moved slowly", "was endless before work"]
        ),
        (
            ["the parking lot", "parking", "the car park"],
            ["was full of cars", "has too few spaces for cars", "costs more than the cars deserve"]
        ),
        (
            ["the oat milk", "the milk foam", "the milk"],
            ["tasted sour in my cappuccino", "was cold in the cappuccino", "spoiled my cappuccino"]
        ),
        (
            ["the wifi", "the wifi password", "the internet"],
            ["dropped on my laptop", "never reached my laptop", "was slow on my laptop"]
        ),
        (
            ["the toilet", "the toilet door", "the washroom"],
            ["was dirty and smelled", "smelled again", "had no soap and smelled"]
        ),
    ];

    static readonly string[] Begins =
    [
        "Honestly,",
        "Yesterday",
        "On Monday",
        "Sadly",
        "Again",
        "This time",
        "As ever",
        "For me",
    ];

    public static (List<string> Remarks, List<int> Truth) Say(int each, ulong seed = 5)
    {
        var (remarks, truth, draws) = (new List<string>(), new List<int>(), new Draws(seed));
        for (var i = 0; i < each * Themes.Length; i++)
        {
            remarks.Add(Sentence(i % Themes.Length, draws));
            truth.Add(i % Themes.Length);
        }
        return (remarks, truth);
    }

    public static string Sentence(int theme, Draws draws)
    {
        string Any(string[] of) => of[draws.Below(of.Length)];
        return $"{Any(Begins)} {Any(Themes[theme].Subjects)} {Any(Themes[theme].Sayings)}.";
    }
}

namespace Heed.Try;

/// <summary>The words for the kinds of action; the list itself is the evidence library's.</summary>
public static class Levers
{
    /// <summary>What pulling it means, in plain words.</summary>
    public static string InWords(this Lever lever) =>
        lever switch
        {
            Lever.Education => "let people know or understand something",
            Lever.Persuasion => "make it feel worth doing",
            Lever.Incentive => "make it pay",
            Lever.Coercion => "make not doing it cost something",
            Lever.Training => "practise a skill",
            Lever.Restriction => "set a rule against something",
            Lever.Environment => "change the place, the form or the tool",
            Lever.Modelling => "show someone doing it",
            Lever.Enablement => "give time, means or permission",
            _ => "take something away that is in the way",
        };
}

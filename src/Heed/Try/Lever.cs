namespace Heed.Try;

/// <summary>The kind of action: the nine intervention functions of the Behaviour Change Wheel (Michie 2011), and taking something away.</summary>
public enum Lever
{
    Education,
    Persuasion,
    Incentive,
    Coercion,
    Training,
    Restriction,
    Environment,
    Modelling,
    Enablement,
    Remove,
}

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

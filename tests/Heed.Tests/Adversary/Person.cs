namespace Heed.Tests.Adversary;

/// <summary>Somebody who answered, as the one who plays the adversary knows all people: all but what they said.</summary>
/// <param name="Id">No two are alike.</param>
/// <param name="Is">A value for each attribute.</param>
/// <param name="Answer">From 1 to 5; null where the question was left blank.</param>
/// <param name="Words">Whether they wrote something.</param>
/// <param name="IsMine">Made up by the adversary, who so knows the answer.</param>
sealed record Person(int Id, string[] Is, int? Answer, bool Words, bool IsMine = false)
{
    public string Wrote => $"remark {Id} ends";
}

/// <summary>Some answers that come at once: by a file, or sent.</summary>
/// <param name="Sender">Empty for administrators.</param>
sealed record Act(IReadOnlyList<Person> People, string Sender = "", bool IsFile = false);

/// <summary>What is shown of the answers of some people: how many, and the sum of their answers.</summary>
readonly record struct Shown(long N, double Sum);

/// <summary>What the adversary may ask of. It is the running Heed, or one with a rule switched off.</summary>
interface IHouse
{
    Task Take(Act act);

    /// <summary>The answers of people with these values, null standing for any; nothing where that is hidden.</summary>
    IAsyncEnumerable<(string?[] Who, Shown? Cell)> Scores();

    /// <summary>The ids of those whose words are listed: all, and by each value of each attribute.</summary>
    IAsyncEnumerable<(int Attribute, string Value, IReadOnlyList<int> Ids)> Words();
}

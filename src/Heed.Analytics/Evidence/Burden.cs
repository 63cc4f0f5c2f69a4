namespace Heed.Analytics.Evidence;

/// <summary>
/// What a practice costs, in three ledgers that are never added up: hours of staff, hours of customers, cash. The Standard
/// Cost Model (EU Better Regulation toolbox; International SCM Network): tariff × time × population × frequency.
/// </summary>
/// <param name="StaffHours">Hours of the people who work here.</param>
/// <param name="CustomerHours">Hours of the people who are served.</param>
/// <param name="Cash">Money that is really paid.</param>
public readonly record struct Burden(LikelyRange StaffHours, LikelyRange CustomerHours, LikelyRange Cash)
{
    /// <summary>Hours from how long it takes each time, how many people do it and how often.</summary>
    /// <param name="each">How long it takes one person once, in hours; 0 or more.</param>
    /// <param name="people">How many people; 0 or more.</param>
    /// <param name="times">How often each of them does it in the period; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below zero.</exception>
    public static LikelyRange Hours(LikelyRange each, LikelyRange people, LikelyRange times)
    {
        foreach (var part in (ReadOnlySpan<LikelyRange>)[each, people, times])
            ArgumentOutOfRangeException.ThrowIfNegative(part.Low);
        return each * people * times;
    }

    /// <summary>Hours as money, for hours that someone really stops paying for.</summary>
    /// <param name="hours">The hours.</param>
    /// <param name="tariff">What an hour costs; 0 or more.</param>
    /// <param name="isCashable">Whether saving them saves money: a contract, overtime, a post that is not filled.</param>
    /// <returns>The money; or a sentence when the hours are not cashable.</returns>
    public static Answer<LikelyRange> InCash(LikelyRange hours, LikelyRange tariff, bool isCashable)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tariff.Low);
        return isCashable
            ? hours * tariff
            : new NoAnswer("Hours become money only when someone stops paying for them; show them as hours.");
    }

    /// <summary>Two burdens, ledger by ledger.</summary>
    public static Burden operator +(Burden left, Burden right) =>
        new(left.StaffHours + right.StaffHours, left.CustomerHours + right.CustomerHours, left.Cash + right.Cash);
}

namespace Heed.People;

/// <summary>The door for the very first administrator. There is one row, and it is claimed once.</summary>
public sealed class FirstClaim
{
    public int Id { get; init; } = 1;
    public required string CodeHash { get; set; }
    public DateTimeOffset? ClaimedAt { get; set; }
}

namespace Heed.Aim;

/// <summary>The three things without which an objective does not go live; whatever else is missing is said and never blocks.</summary>
public readonly record struct Readiness(bool HasCustomer, bool HasBehaviour, bool HasParent)
{
    /// <param name="underStrategy">It is the organisation's and hangs under a strategy: that is its parent.</param>
    public static Readiness Of(Objective objective, IReadOnlyCollection<KeyResult> keyResults, bool underStrategy) =>
        new(
            keyResults.Count > 0 && keyResults.All(k => !string.IsNullOrWhiteSpace(k.Who)),
            keyResults.Count > 0 && keyResults.All(k => !string.IsNullOrWhiteSpace(k.DoesWhat)),
            objective.HasSaidItsParent || underStrategy
        );

    public Refusal? Lacks =>
        (HasCustomer, HasBehaviour, HasParent) switch
        {
            (false, false, _) => new Refusal(
                "This objective has no key result. Say who will do what by how much, then go live."
            ).At(nameof(KeyResultRequest.Who)),
            (false, _, _) => new Refusal(
                "A key result does not say whose behaviour is to change. Name the customers, then go live."
            ).At(nameof(KeyResultRequest.Who)),
            (_, false, _) => new Refusal(
                "A key result does not say what they will do. Name the behaviour, then go live."
            ).At(nameof(KeyResultRequest.DoesWhat)),
            (_, _, false) => new Refusal(
                "Nobody has said which objective this one serves. Name it, or say why it serves none, then go live."
            ).At(nameof(FamilyRequest.Parent)),
            _ => null,
        };
}

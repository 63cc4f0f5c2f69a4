namespace Heed.Aim;

/// <summary>What of a limit, a stretch or a plan does not fit the rest of the terms.</summary>
static class TermsFault
{
    public static Refusal? Of(Terms terms) =>
        terms.Kind == TargetKind.Between ? Range(terms)
        : terms.Low is not null
            ? new Refusal("Only a range has a lowest value. Choose “stay between”, or leave it empty.").At(
                nameof(TermsRequest.Low)
            )
        : OfWeight(terms) ?? (terms.Kind == TargetKind.Reach ? Way(terms) : Limit(terms));

    static Refusal? Range(Terms terms) =>
        terms.Low is not { } low
            ? new Refusal("A range needs its lowest value beside the highest.").At(nameof(TermsRequest.Low))
        : !double.IsFinite(low) || low >= terms.Target
            ? new Refusal(
                $"The lowest value, {Format.Number(low)}, must lie below the highest, {Format.Number(terms.Target)}."
            ).At(nameof(TermsRequest.Low))
        : OfWeight(terms) ?? Limit(terms);

    static Refusal? OfWeight(Terms terms) =>
        double.IsFinite(terms.Weight) && terms.Weight > 0
            ? null
            : new Refusal("A weight is a number above zero. Leave it empty where all count alike.").At(
                nameof(TermsRequest.Weight)
            );

    static Refusal? Limit(Terms terms) =>
        terms.Stretch is not null
            ? new Refusal("A limit is kept or crossed; it has no stretch. Leave it empty.").At(
                nameof(TermsRequest.Stretch)
            )
        : terms.Plan is not null
            ? new Refusal("A limit is kept or crossed; it has no plan of steps. Leave it empty.").At(
                nameof(TermsRequest.Plan)
            )
        : null;

    static Refusal? Way(Terms terms)
    {
        if (terms.Stretch is { } stretch)
        {
            if (!double.IsFinite(stretch) || stretch == terms.Target)
                return new Refusal("The stretch must be a number beyond the target.").At(nameof(TermsRequest.Stretch));
            if (terms.Baseline is { } start && stretch > terms.Target != terms.Target > start)
                return new Refusal(
                    $"The stretch, {Format.Number(stretch)}, lies on the way to {Format.Number(terms.Target)} or behind the start. It is to be beyond the target."
                ).At(nameof(TermsRequest.Stretch));
        }
        if (terms.Plan is null)
            return null;
        if (PlanPoints.Read(terms.Plan).Refused(out var refusal, out var points))
            return refusal;
        return points.Count > 0 && points[^1].On > terms.ByWhen
            ? new Refusal(
                $"The plan goes on to {Format.Day(points[^1].On)}, after the day of the target, {Format.Day(terms.ByWhen)}."
            ).At(nameof(TermsRequest.Plan))
            : null;
    }
}

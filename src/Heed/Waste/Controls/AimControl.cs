using Heed.Storage;

namespace Heed.Waste;

/// <summary>What the trial of a control makes of it: lightened or replaced by the way that was chosen, or retired where no law stands in the way.</summary>
public sealed class AimControl(HeedDb db)
{
    internal async Task<Refusal?> Apply(Practice practice, ControlAim? aim, CancellationToken stop)
    {
        if (practice.Kind != PracticeKind.Control)
            return null;
        if (aim is not { } becomes)
            return new Refusal("Say whether it is lightened, replaced or retired.").At(nameof(RemovalRequest.Aim));
        if (
            await db.Controls.Include(c => c.Ways).SingleOrDefaultAsync(c => c.PracticeId == practice.Id, stop)
            is not { } control
        )
            return Refusal.Conflict("Say first what this control asks of people, and who demands it.");
        if (becomes == ControlAim.Retire && await Law(practice.Id, stop) is { } law)
            return Refusal
                .Conflict(
                    $"“{law}” is a law, and what serves it cannot be retired. How it is met can change: lighten or replace it, or ask whoever made the law."
                )
                .At(nameof(RemovalRequest.Aim));
        if (becomes != ControlAim.Retire && control.Ways.TrueForAll(w => w.ChosenAt is null))
            return Refusal
                .Conflict("Choose a lighter way on its card first: that is what is tried.")
                .At(nameof(RemovalRequest.Aim));
        control.Aim = becomes;
        return null;
    }

    Task<string?> Law(Id<Practice> id, CancellationToken stop) =>
        db
            .ControlRequirements.Where(l => l.PracticeId == id)
            .Join(db.Requirements, l => l.RequirementId, r => r.Id, (_, r) => r)
            .Where(r => r.Binding == Binding.Law)
            .OrderBy(r => r.Name)
            .Select(r => r.Name)
            .FirstOrDefaultAsync(stop);
}

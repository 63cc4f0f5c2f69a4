using Microsoft.AspNetCore.Components;

namespace Heed.Ui;

/// <summary>What every page is: it reads what its address names, once, or answers that there is no such thing.</summary>
public abstract class Page : DrawnWhole
{
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What <paramref name="read"/> finds under the id of the address. Null where the answer is “not found” from here on.</summary>
    protected async Task<TRead?> Load<TOf, TRead>(string? id, Func<Id<TOf>, CancellationToken, Task<TRead?>> read)
        where TRead : class
    {
        var found = Id<TOf>.TryParse(id, null, out var named) ? await read(named, Stop) : null;
        if (found is null)
            Missing();
        return found;
    }

    protected Task<T?> Load<T>(string? id, Func<Id<T>, CancellationToken, Task<T?>> read)
        where T : class => Load<T, T>(id, read);

    /// <summary>Why what was just asked for was not done.</summary>
    protected IReadOnlyList<FieldError> Faults { get; private set; } = [];

    /// <summary>A page that refuses for want of a right before a form is read is not asked what else is wrong with it.</summary>
    protected void Refuse(Refusal refusal)
    {
        Refuse("", refusal.Because);
        FormFaults.Answer(Request, refusal);
    }

    protected void Refuse(string field, string because) => Faults = [new(field, because)];

    /// <summary>Ends an act of one button: at the address, or here, with the reason.</summary>
    protected void GoOn<T>(Outcome<T> outcome, string to)
        where T : notnull
    {
        if (outcome.Refused(out var refusal))
            Refuse(refusal);
        else
            Navigation.NavigateTo(to);
    }

    /// <summary>The same answer for what never was, what is gone and what is another workspace's.</summary>
    protected void Missing() => Navigation.NotFound();
}

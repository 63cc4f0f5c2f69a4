using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

public sealed class CodeRequest
{
    [Required(ErrorMessage = "Give the code.")]
    [StringLength(60, ErrorMessage = "A code has six digits; one on paper has 24 letters and digits.")]
    public string? Code { get; set; }
}

public sealed class NewSecondStepRequest : ProofRequest
{
    [Required(ErrorMessage = "Give the code.")]
    [StringLength(60, ErrorMessage = "A code has six digits.")]
    public string? Code { get; set; }
}

/// <summary>Codes that are shown this once.</summary>
public sealed record PaperCodes(IReadOnlyList<string> Codes);

/// <summary>Sets up one's own second step, makes new codes on paper, and takes it away; an administrator takes away a lost one.</summary>
public sealed class ChangeSecondStep(
    HeedDb db,
    Member me,
    Workspace here,
    Visit visit,
    SecondStep step,
    UserManager<Person> people,
    SignInManager<Person> door,
    WaysIn ways,
    Proof proof,
    JournalWriter journal
)
{
    static readonly Refusal NoCode = new Refusal(
        "This is no code of this key. Look at the newest one in the app, and whether the clock of the phone is right."
    ).At(nameof(NewSecondStepRequest.Code));

    /// <summary>Else whoever sits at an open browser locks its owner out, by an app of their own.</summary>
    public async Task<Outcome<PaperCodes>> TurnOn(NewSecondStepRequest asked, CancellationToken stop)
    {
        var person = await Mine(stop);
        if (person.TwoFactorEnabled)
            return Refusal.Conflict("Your second step is on already.");
        // A code that is refused leaves a proof by the provider for the next one.
        if (!await step.IsOffered(person, asked.Code, stop))
            return NoCode;
        if (await proof.Lacks(person, asked, ProofFor.SecondStepOn, stop) is { } refusal)
            return refusal;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        if (!await step.Take(person, asked.Code, stop))
            return NoCode;
        var codes = await step.NewPapers(person, stop);
        await Set(person, isOn: true, me, stop);
        await ways.EndSessions(person.Id, stop, visit.Session);
        await act.CommitAsync(stop);
        await door.RefreshSignInAsync(person);
        return new PaperCodes(codes);
    }

    public async Task<Outcome<PaperCodes>> NewPapers(ProofRequest asked, CancellationToken stop)
    {
        var person = await Mine(stop);
        if (!person.TwoFactorEnabled)
            return Refusal.Conflict("Your second step is off.");
        return await proof.Lacks(person, asked, ProofFor.NewPapers, stop) is { } refusal
            ? refusal
            : new PaperCodes(await step.NewPapers(person, stop));
    }

    public async Task<Outcome<Done>> TurnOff(ProofRequest asked, CancellationToken stop)
    {
        if (here.DemandsSecondStep)
            return Refusal.Conflict($"{here.Name} asks everybody for a second step. An administrator can change that.");
        var person = await Mine(stop);
        if (!person.TwoFactorEnabled)
            return new Done();
        if (await proof.Lacks(person, asked, ProofFor.SecondStepOff, stop) is { } refusal)
            return refusal;
        await TakeAway(person, me, stop);
        await door.RefreshSignInAsync(person);
        return new Done();
    }

    /// <summary>For a member whose phone and papers are lost. Refused where the same sign-in opens other organisations.</summary>
    public async Task<Outcome<Done>> TakeAwayFrom(Id<Member> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may take away a second step.");
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member)
            return Refusal.Missing("member");
        if (await ways.OpenElsewhere(member, stop))
            return Refusal.Conflict(
                $"{member.Name} signs in to other organisations too, so it is not yours to take away."
            );
        await TakeAway(await db.Users.SingleAsync(p => p.Id == member.PersonId, stop), member, stop);
        return new Done();
    }

    async Task TakeAway(Person person, Member of, CancellationToken stop)
    {
        await using var act = await db.Database.BeginTransactionAsync(stop);
        await step.Drop(person, stop);
        await Set(person, isOn: false, of, stop);
        await ways.EndSessions(person.Id, stop, of.Id == me.Id ? visit.Session : null);
        await act.CommitAsync(stop);
    }

    async Task Set(Person person, bool isOn, Member of, CancellationToken stop)
    {
        journal.Write("second-step", of.Id, $"{me.Name} turned the second step of {of.Name} {(isOn ? "on" : "off")}.");
        (await people.SetTwoFactorEnabledAsync(person, isOn)).Surely();
    }

    Task<Person> Mine(CancellationToken stop) => db.Users.SingleAsync(p => p.Id == me.PersonId, stop);
}

using System.ComponentModel.DataAnnotations;
using Heed.Customers;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class WalkNoteRequest
{
    [Required(ErrorMessage = "Choose the team whose work you watched.")]
    public Id<Team>? Team { get; set; }

    [StringLength(WalkNote.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Saw { get; set; }

    [StringLength(WalkNote.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Heard { get; set; }

    [StringLength(WalkNote.LongestWords, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Inferred { get; set; }

    /// <summary>The step of a customer's way where it was. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<JourneyStep>? JourneyStep
    {
        get;
        set => field = value == default(Id<JourneyStep>) ? null : value;
    }

    [StringLength(WalkNote.LongestPlace, ErrorMessage = "Use at most 200 characters.")]
    public string? Where { get; set; }

    /// <summary>The day of the walk; today where none is given.</summary>
    public DateOnly? On { get; set; }

    internal static WalkNoteRequest Of(WalkNote note) =>
        new()
        {
            Team = note.TeamId,
            Saw = note.Saw,
            Heard = note.Heard,
            Inferred = note.Inferred,
            JourneyStep = note.JourneyStepId,
            Where = note.Where,
            On = note.On,
        };
}

/// <summary>Notes what was seen on a walk. Whoever writes may, of any team: walks are there to see the work of others.</summary>
public sealed class WriteWalkNote(
    HeedDb db,
    Member me,
    Workspace here,
    ReadCustomers customers,
    JournalWriter journal,
    TimeProvider clock
)
{
    internal static Refusal ViewersRead { get; } =
        Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");

    public async Task<Outcome<WalkNote>> Run(WalkNoteRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return ViewersRead;
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (await Fault(asked, stop) is { } fault)
            return fault;
        var today = here.Today(clock);
        var note = new WalkNote
        {
            TeamId = team.Id,
            On = asked.On ?? today,
            TeamFirstUntil = today.AddWorkingDays(WalkNote.WorkingDaysOfItsTeam),
            AuthorId = me.Id,
            CreatedAt = clock.GetUtcNow(),
        };
        Describe(note, asked);
        db.WalkNotes.Add(note);
        // Without its words: the journal is everybody's, and its team reads it first.
        journal.Write("note", note.Id, $"{me.Name} noted what a walk at {team.Name} has shown.");
        await db.SaveChangesAsync(stop);
        return note;
    }

    /// <summary>Other words, while its team has not read them: whoever wrote it may.</summary>
    public async Task<Outcome<WalkNote>> Rewrite(Id<WalkNote> id, WalkNoteRequest asked, CancellationToken stop)
    {
        var today = here.Today(clock);
        if (
            await db.WalkNotes.Where(WalkNote.IsSeenBy(me, today)).SingleOrDefaultAsync(n => n.Id == id, stop)
            is not { } note
        )
            return Refusal.Missing("walk note");
        if (MayNotChange(note, me) is { } forbidden)
            return forbidden;
        if (note.Locked(today) is { } locked)
            return locked;
        if (asked.Team != note.TeamId)
            return new Refusal(
                "A walk note stays with the team whose work was watched. Write a new one for another."
            ).At(nameof(asked.Team));
        if (await Fault(asked, stop) is { } fault)
            return fault;
        Describe(note, asked);
        note.On = asked.On ?? note.On;
        journal.Write("change", id, $"{me.Name} changed the words of a walk note.");
        await db.SaveChangesAsync(stop);
        return note;
    }

    internal static Refusal? MayNotChange(WalkNote note, Member me) =>
        !me.MayWrite ? ViewersRead
        : note.AuthorId != me.Id ? Refusal.Forbidden("Only whoever wrote a walk note changes it.")
        : null;

    static void Describe(WalkNote note, WalkNoteRequest asked)
    {
        (note.JourneyStepId, note.Where) = (asked.JourneyStep, Trimmed(asked.Where));
        (note.Saw, note.Heard, note.Inferred) = (Trimmed(asked.Saw), Trimmed(asked.Heard), Trimmed(asked.Inferred));
    }

    async Task<Refusal?> Fault(WalkNoteRequest asked, CancellationToken stop) =>
        (Trimmed(asked.Saw), Trimmed(asked.Heard)) is (null, null)
            ? new Refusal(
                Trimmed(asked.Inferred) is null
                    ? "Say what you saw or what you heard: one of the two is enough."
                    : "What you infer stands on something. Say what you saw or heard that led you there."
            ).At(nameof(asked.Saw))
        : asked.JourneyStep is null && Trimmed(asked.Where) is null
            ? new Refusal("Say where it was: a step of a customer's way, or a place of the work.").At(
                nameof(asked.Where)
            )
        : asked.On > here.Today(clock)
            ? new Refusal("This day is still to come. Give the day of the walk.").At(nameof(asked.On))
        : asked.JourneyStep is { } step && !(await customers.StepNames([step], stop)).ContainsKey(step)
            ? Refusal.Missing("step of a customer's way").At(nameof(asked.JourneyStep))
        : null;

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/walk-notes", Post)
            .WithName("NoteWalk")
            .WithSummary("Notes what was seen, heard and inferred where a team works; that team reads it first.");
        api.MapPut("/walk-notes/{id}", Put)
            .WithName("ChangeWalkNote")
            .WithSummary("Changes the words of a walk note that its team has not read yet.");
    }

    static Task<Results<Ok<WalkNoteView>, ProblemHttpResult>> Put(
        Id<WalkNote> id,
        WalkNoteRequest asked,
        WriteWalkNote write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(WalkNoteView.Of);

    static Task<Results<Created<WalkNoteView>, ProblemHttpResult>> Post(
        WalkNoteRequest asked,
        WriteWalkNote write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(note => $"/walk-notes/{note.Id}", WalkNoteView.Of);
}

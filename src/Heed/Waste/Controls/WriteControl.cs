using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class ControlRequest
{
    [Required(ErrorMessage = "Give the control a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the team that owns it.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say what people must do.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Asks { get; set; }

    [Required(ErrorMessage = "Say why it is done. “Nobody knows” is an answer too.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>What shows that it works; empty where nothing does.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Works { get; set; }

    /// <summary>The requirements that demand it; empty where nothing does.</summary>
    public List<Id<Requirement>>? Requirements { get; set; }

    /// <summary>More of them by clause or name, one a line, where the register holds more than can be chosen from.</summary>
    [StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Besides { get; set; }

    /// <summary>From which day on its catches are noted.</summary>
    public DateOnly? WatchedFrom { get; set; }

    /// <summary>How many times it was used since that day.</summary>
    [Range(1.0, 1e9, ErrorMessage = "Give a number from 1 to 1,000,000,000, or leave it empty.")]
    public long? Cases { get; set; }

    internal static ControlRequest Of(Practice practice, Control? control) =>
        new()
        {
            Name = practice.Name,
            Team = practice.TeamId,
            Reason = practice.Reason,
            Asks = control?.Asks,
            Works = control?.Works,
            Requirements = [.. (control?.Requirements ?? []).Select(r => r.RequirementId)],
            WatchedFrom = control?.WatchedFrom,
            Cases = control?.Cases,
        };
}

/// <summary>States a control, or changes what is said of it. Only members of the team that owns it may; only whoever signs for compliance takes a law off it.</summary>
public sealed class WriteControl(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    ReadRequirements requirements,
    WritePractice write,
    JournalWriter journal,
    TimeProvider clock
)
{
    const int MostRequirements = 100;
    const int LongestRequirement = 500;

    public async Task<Outcome<Practice>> Run(ControlRequest asked, CancellationToken stop)
    {
        if ((await Apply(asked, stop)).Refused(out var refusal, out var practice))
            return refusal;
        await db.SaveChangesAsync(stop);
        return practice;
    }

    internal async Task<Outcome<Practice>> Apply(ControlRequest asked, CancellationToken stop)
    {
        if (
            (await write.Apply(Practice(asked), stop)).Refused(out var refusal, out var practice)
            || (await Demanded(asked, stop)).Refused(out refusal, out var demanded)
        )
            return refusal;
        return State(practice, asked, demanded) is { } fault ? fault : practice;
    }

    internal Refusal? State(Practice practice, ControlRequest asked, IReadOnlyList<Requirement> demanded)
    {
        Control control = new() { PracticeId = practice.Id, Asks = "" };
        if (Describe(practice, control, asked, demanded) is { } fault)
            return fault;
        db.Controls.Add(control);
        return null;
    }

    public async Task<Outcome<Practice>> Rewrite(Id<Practice> id, ControlRequest asked, CancellationToken stop)
    {
        if (await Known(id, stop) is not { } practice)
            return Refusal.Missing("control");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (await teams.Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if ((await Demanded(asked, stop)).Refused(out var refusal, out var demanded))
            return refusal;
        var control = await db
            .Controls.Include(c => c.Requirements)
            .Include(c => c.Catches)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.PracticeId == id, stop);
        if (control is null)
            db.Controls.Add(control = new() { PracticeId = id, Asks = "" });
        else if (await Freed(control, demanded, stop) is { } freed)
            return freed;
        if (Describe(practice, control, asked, demanded) is { } fault)
            return fault;
        (practice.TeamId, practice.Name, practice.Reason) = (team.Id, asked.Name!.Trim(), asked.Reason!.Trim());
        // What it asks is a row of its own, and part of the same words.
        db.Entry(practice).Property(p => p.Name).IsModified = true;
        journal.Write("change", id, $"{me.Name} changed the control “{practice.Name}”.");
        await db.SaveChangesAsync(stop);
        return practice;
    }

    Task<Practice?> Known(Id<Practice> id, CancellationToken stop) =>
        db.Practices.SingleOrDefaultAsync(p => p.Id == id && p.Kind == PracticeKind.Control, stop);

    internal static PracticeRequest Practice(ControlRequest asked) =>
        new()
        {
            Kind = PracticeKind.Control,
            Name = asked.Name,
            Team = asked.Team,
            Reason = asked.Reason,
        };

    async Task<Outcome<IReadOnlyList<Requirement>>> Demanded(ControlRequest asked, CancellationToken stop)
    {
        var ids = (asked.Requirements ?? []).Distinct().ToList();
        if (ids.Count > MostRequirements)
            return new Refusal($"Choose at most {Format.Count(MostRequirements, "requirement")}.").At(
                nameof(asked.Requirements)
            );
        // Those that were named in the same act are not saved yet.
        List<Requirement> found = [.. db.Requirements.Local.Where(r => ids.Contains(r.Id))];
        var others = ids.Except(found.Select(r => r.Id)).ToList();
        if (others.Count > 0)
            found.AddRange(await db.Requirements.Where(r => others.Contains(r.Id)).ToListAsync(stop));
        if (found.Count < ids.Count)
            return Refusal.Missing("requirement");
        if ((await Named(asked.Besides, stop)).Refused(out var refusal, out var named))
            return refusal;
        return (Outcome<IReadOnlyList<Requirement>>)found.Union(named).ToList();
    }

    /// <summary>By clause as whoever prints it writes it, or by name.</summary>
    async Task<Outcome<IReadOnlyList<Requirement>>> Named(string? besides, CancellationToken stop)
    {
        string[] lines = [.. (besides ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct()];
        if (lines.Length == 0)
            return (Outcome<IReadOnlyList<Requirement>>)Array.Empty<Requirement>();
        if (lines.Length > MostRequirements)
            return new Refusal($"Name at most {Format.Count(MostRequirements, "requirement")}.").At(
                nameof(ControlRequest.Besides)
            );
        var places = await db
            .Requirements.Select(r => new
            {
                r.Id,
                r.Name,
                r.Clause,
            })
            .ToListAsync(stop);
        List<Id<Requirement>> ids = [];
        foreach (var line in lines)
        {
            var fit = places.FindAll(p =>
                p.Name.Equals(line, StringComparison.OrdinalIgnoreCase)
                || (p.Clause is { } clause && RequirementClause.Key(clause) == RequirementClause.Key(line))
            );
            if (fit is not [var only])
                return new Refusal(
                    fit.Count == 0
                        ? $"“{Format.Shortened(line)}” is no requirement here, neither by its clause nor by its name. Look for it on the page of requirements."
                        : $"“{Format.Shortened(line)}” could be {Format.Some([.. fit.Select(p => $"“{p.Name}”")])}. Name it by its whole name."
                ).At(nameof(ControlRequest.Besides));
            ids.Add(only.Id);
        }
        return (Outcome<IReadOnlyList<Requirement>>)
            await db.Requirements.Where(r => ids.Contains(r.Id)).ToListAsync(stop);
    }

    /// <summary>Taking a law off a control would be calling it no law.</summary>
    async Task<Refusal?> Freed(Control control, IReadOnlyList<Requirement> demanded, CancellationToken stop)
    {
        var gone = control.Requirements.Select(r => r.RequirementId).Except(demanded.Select(r => r.Id)).ToList();
        if (gone.Count == 0 || await requirements.Signs(me, stop))
            return null;
        var law = await db
            .Requirements.Where(r => gone.Contains(r.Id) && r.Binding == Binding.Law)
            .Select(r => r.Name)
            .FirstOrDefaultAsync(stop);
        return law is null
            ? null
            : Refusal
                .Forbidden(
                    $"“{law}” is a law. Only whoever signs for compliance says that this control serves it no longer."
                )
                .At(nameof(ControlRequest.Requirements));
    }

    Refusal? Describe(Practice practice, Control control, ControlRequest asked, IReadOnlyList<Requirement> demanded)
    {
        if (asked.WatchedFrom > here.Today(clock))
            return new Refusal("This day is still to come.").At(nameof(asked.WatchedFrom));
        if (asked.Cases is not null && asked.WatchedFrom is null)
            return new Refusal("Say since when these cases were counted.").At(nameof(asked.WatchedFrom));
        control.Asks = asked.Asks!.Trim();
        control.Works = string.IsNullOrWhiteSpace(asked.Works) ? null : asked.Works.Trim();
        (control.WatchedFrom, control.Cases) = (asked.WatchedFrom, asked.Cases);
        var before = control.Requirements.Count;
        control.Requirements.RemoveAll(l => demanded.All(r => r.Id != l.RequirementId));
        control.Requirements.AddRange(
            demanded
                .Where(r => control.Requirements.TrueForAll(l => l.RequirementId != r.Id))
                .Select(r => new ControlRequirement { PracticeId = practice.Id, RequirementId = r.Id })
                .ToList()
        );
        // The register says in one line what demands a practice, of whatever kind it is.
        if (before > 0 || demanded.Count > 0)
            SayWhatDemands(practice, demanded.Select(r => r.Name));
        return null;
    }

    internal static void SayWhatDemands(Practice practice, IEnumerable<string> names)
    {
        var said = string.Join("; ", names.Order());
        practice.Requirement = said.Length == 0 ? null : Format.Shortened(said, LongestRequirement);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/controls", Post)
            .WithName("StateControl")
            .WithSummary("States a control: what people must do, why, and which requirements demand it.");
        api.MapPut("/controls/{id}", Put).WithName("ChangeControl").WithSummary("Changes what is said of a control.");
    }

    static Task<Results<Created<ControlView>, ProblemHttpResult>> Post(
        ControlRequest asked,
        WriteControl write,
        ReadControls read,
        CancellationToken stop
    ) =>
        write
            .Run(asked, stop)
            .Created(p => $"/controls/{p.Id}", async p => ControlView.Of((await read.Of(p.Id, stop))!));

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Practice> id,
        ControlRequest asked,
        WriteControl write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).NoContent();
}

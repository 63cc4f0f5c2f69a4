using System.Text;
using Heed.Files;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heed.Waste;

/// <summary>What a table of controls would add, or has added.</summary>
/// <param name="Known">The names of those that the team has already; they stay as they are.</param>
/// <param name="Requirements">How many requirements are named with them for the first time.</param>
public sealed record ControlsReceipt(IReadOnlyList<string> Added, IReadOnlyList<string> Known, int Requirements);

/// <summary>Brings in the controls of one team from a table, with what demands each.</summary>
public sealed class TakeControls(
    HeedDb db,
    Member me,
    ReadTeams teams,
    WritePractice practices,
    WriteControl write,
    WriteRequirement requirements
)
{
    public const long LargestFile = 1024 * 1024;

    /// <param name="id">The team whose controls they are.</param>
    /// <param name="text">The table.</param>
    /// <param name="sure">Whether they are kept; otherwise it is only said what would be.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<Outcome<ControlsReceipt>> Run(Id<Team>? id, string? text, bool sure, CancellationToken stop)
    {
        if (await teams.Find(id, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal("Choose a file, or paste the rows.").At("Text");
        if (text.Length > LargestFile)
            return new Refusal("The table is larger than 1 MB. Bring it in in parts.").At("Text");
        if (ControlsTable.Read(text).Refused(out var refusal, out var typed))
            return refusal.At("Text");
        var there = await db
            .Practices.Where(p => p.Kind == PracticeKind.Control && p.TeamId == team.Id)
            .Select(p => p.Name)
            .ToListAsync(stop);
        HashSet<string> names = new(there, StringComparer.OrdinalIgnoreCase);
        var known = typed.Where(c => names.Contains(c.Says.Name!)).ToList();
        var fresh = typed.Except(known).ToList();
        if ((await Demands(fresh, stop)).Refused(out refusal, out var demanded))
            return refusal;
        foreach (var control in fresh)
        {
            control.Says.Team = team.Id;
            var practice = practices.Add(WriteControl.Practice(control.Says), team);
            if (
                write.State(practice, control.Says, [.. control.Demands.Select(d => demanded[KeyOf(d)]).Distinct()]) is
                { } odd
            )
                return odd with
                {
                    Because = $"Row {control.Line} (“{control.Says.Name}”): {odd.Because}",
                    Field = "Text",
                };
        }
        var added = db.ChangeTracker.Entries<Requirement>().Count(e => e.State == EntityState.Added);
        if (sure)
            await db.SaveChangesAsync(stop);
        else
            db.ChangeTracker.Clear();
        return new ControlsReceipt([.. fresh.Select(c => c.Says.Name!)], [.. known.Select(c => c.Says.Name!)], added);
    }

    /// <summary>By its place in its source where it says one, by its name otherwise.</summary>
    static (string? Source, string Key) KeyOf(DemandedBy demand) => KeyOf(demand.Name, demand.Source, demand.Clause);

    static (string? Source, string Key) KeyOf(string name, string? source, string? clause) =>
        clause is null ? (null, name.ToUpperInvariant()) : (source?.ToUpperInvariant(), RequirementClause.Key(clause));

    async Task<Outcome<Dictionary<(string?, string), Requirement>>> Demands(
        List<TypedControl> controls,
        CancellationToken stop
    )
    {
        Dictionary<(string?, string), Requirement> known = [];
        foreach (var requirement in await db.Requirements.ToListAsync(stop))
        {
            known.TryAdd(KeyOf(requirement.Name, requirement.Source, requirement.Clause), requirement);
            known.TryAdd(KeyOf(requirement.Name, null, null), requirement);
        }
        foreach (var (control, demand) in controls.SelectMany(c => c.Demands.Select(d => (c, d))))
        {
            if (known.ContainsKey(KeyOf(demand)))
                continue;
            if (demand.Binding is not { } binding)
                return new Refusal(
                    $"Row {control.Line} (“{Format.Shortened(control.Says.Name!)}”) is demanded by “{Format.Shortened(demand.Name)}”, which is not on the register, and the table does not say what it is. Add a column binding: law, contract, standard, own policy or habit."
                ).At("Text");
            known[KeyOf(demand)] = requirements.Apply(
                new RequirementRequest
                {
                    Name = demand.Name,
                    Source = demand.Source,
                    Clause = demand.Clause,
                    Binding = binding,
                }
            );
        }
        return known;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/controls/table/{team}", Put)
            .WithName("PutControls")
            .WithSummary("Takes in the controls of a team from a table; dryRun only tells what it says.")
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile));

    static async Task<Results<Ok<ControlsReceipt>, ProblemHttpResult>> Put(
        Id<Team> team,
        Stream body,
        TakeControls take,
        CancellationToken stop,
        bool dryRun = false
    )
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        Outcome<ControlsReceipt> outcome = FileText.Of(bytes.ToArray()).Refused(out var refusal, out var text)
            ? refusal
            : await take.Run(team, text.Text, !dryRun, stop);
        return await Task.FromResult(outcome).Ok();
    }
}

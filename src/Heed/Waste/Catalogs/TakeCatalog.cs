using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heed.Waste;

/// <summary>
/// Brings in what a published catalog demands, all of it or what a profile chooses; and what a mapping says one requirement
/// covers of another, so that a control which serves the one serves the other.
/// </summary>
public sealed class TakeCatalog(HeedDb db, Member me, Workspace here, WriteRequirement write, JournalWriter journal)
{
    /// <summary>The catalog of NIST SP 800-53, the largest that is known, has ten.</summary>
    public const long LargestFiles = 25 * 1024 * 1024;
    const int MostRequirements = 5_000;
    const int MostPairs = 20_000;

    /// <summary>Reads the files and says what would be kept; keeps nothing.</summary>
    /// <param name="files">A catalog, with the profile that chooses from it if there is one, or a mapping.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<Outcome<SeenCatalog>> Look(
        IReadOnlyList<(string Name, Func<Stream> Open, long Bytes)> files,
        CancellationToken stop
    )
    {
        if (!me.MayWrite)
            return WriteRequirement.Refused;
        if (files.Count == 0)
            return new Refusal("Choose a file first: a catalog, perhaps with its profile, or a mapping.").At("Files");
        if (files.Sum(f => f.Bytes) > LargestFiles)
            return new Refusal(
                $"These files are larger than {LargestFiles / 1024 / 1024} MB together. Choose the smallest form of them, often called “min”."
            ).At("Files");
        List<OscalFile> read = [];
        foreach (var (name, open, _) in files)
        {
            using var stream = open();
            if (OscalFile.Read(stream, name).Refused(out var refusal, out var file))
                return refusal.At("Files");
            read.Add(file);
        }
        return await Seen(read, stop);
    }

    async Task<Outcome<SeenCatalog>> Seen(List<OscalFile> files, CancellationToken stop)
    {
        var catalogs = files.FindAll(f => f.Items.Count + f.Withdrawn > 0);
        var choices = files.FindAll(f => f.Chosen is not null);
        List<string> notes = [];
        if (choices.Count > 0 && catalogs.Count == 0)
            return new Refusal(
                $"“{choices[0].Title}” is a profile: it chooses from a catalog and does not say what is demanded. Choose the catalog with it."
            ).At("Files");
        List<(OscalFile Of, OscalItem Item)> wanted = [];
        foreach (var catalog in catalogs)
        {
            var items =
                choices.Count == 0
                    ? catalog.Items
                    : [.. choices.SelectMany(c => c.Chosen!.From(catalog.Items)).Distinct()];
            wanted.AddRange(items.Select(i => (catalog, i)));
        }
        foreach (var choice in choices)
            if (choice.Chosen!.Missing([.. catalogs.SelectMany(c => c.Items)]) is { Count: > 0 } missing)
                notes.Add(
                    $"“{choice.Title}” names {Format.Count(missing.Count, "place")} that the catalog does not hold: {Format.Some(missing)}."
                );
        var pairs = files.SelectMany(f => f.Pairs).Distinct().ToList();
        if (wanted.Count == 0 && pairs.Count == 0)
            return new Refusal("Nothing in these files demands anything, and no pair of a mapping can be followed.").At(
                "Files"
            );
        if (pairs.Count > MostPairs)
            return new Refusal(
                $"The mapping has more than {Format.Count(MostPairs, "pair")}. Bring it in in parts."
            ).At("Files");
        var known = await Known([.. catalogs.Select(c => c.Title)], stop);
        List<CatalogLine> fresh =
        [
            .. wanted
                .Where(w => !known.Contains((w.Of.Title, RequirementClause.Key(w.Item.Label))))
                .Select(w => new CatalogLine(
                    Format.Shortened(w.Item.Name, Requirement.LongestName),
                    w.Of.Title,
                    Format.Shortened(w.Item.Label, Requirement.LongestClause)
                )),
        ];
        return TooMany(fresh)
            ?? (Outcome<SeenCatalog>)
                new SeenCatalog(
                    fresh,
                    wanted.Count - fresh.Count,
                    catalogs.Sum(c => c.Withdrawn),
                    pairs,
                    files.Sum(f => f.Overlaps),
                    notes
                );
    }

    static Refusal? TooMany(IReadOnlyList<CatalogLine> lines) =>
        lines.Count > MostRequirements
            ? new Refusal(
                $"These files demand {Format.Count(lines.Count, "thing")}, more than {Format.Count(MostRequirements)} at once. Choose a profile with the catalog: it takes what is meant for you."
            ).At("Files")
            : null;

    async Task<HashSet<(string Source, string Key)>> Known(List<string> sources, CancellationToken stop) =>
        [
            .. (
                await db
                    .Requirements.Where(r => r.Source != null && sources.Contains(r.Source) && r.Clause != null)
                    .Select(r => new { r.Source, r.Clause })
                    .ToListAsync(stop)
            ).Select(r => (r.Source!, RequirementClause.Key(r.Clause!))),
        ];

    /// <summary>Keeps what was seen. What stands on the register already stays as it is.</summary>
    public async Task<Outcome<CatalogReceipt>> Run(SeenCatalog seen, Binding? binding, CancellationToken stop)
    {
        if (!me.MayWrite)
            return WriteRequirement.Refused;
        if (binding is not { } held || !Enum.IsDefined(held))
            return new Refusal("Say what it is: a law, a contract, a standard, own policy or habit.").At("Binding");
        if (TooMany(seen.New) is { } refusal)
            return refusal;
        if (seen.Pairs.Count > MostPairs || seen.New.Any(IsOdd))
            return new Refusal("What was shown came back changed. Choose the files again.").At("Files");
        var known = await Known([.. seen.New.Select(l => l.Source).Distinct()], stop);
        var added = 0;
        foreach (var line in seen.New)
            if (known.Add((line.Source, RequirementClause.Key(line.Clause))))
            {
                write.Apply(line.Name, line.Source, line.Clause, held);
                added++;
            }
        var (linked, foreign) = await Follow(seen.Pairs, stop);
        var notes = seen.Notes.ToList();
        if (foreign > 0)
            notes.Add(
                $"{Format.Count(foreign, "control")} of other teams {Format.Plural(foreign, "was", "were")} left as {Format.Plural(foreign, "it is", "they are")}: their teams bring the mapping in themselves."
            );
        if (added + linked > 0)
            journal.Write("catalog", here.Id, Entry(seen, added, held, linked));
        await db.SaveChangesAsync(stop);
        return new CatalogReceipt(
            added,
            seen.Known + seen.New.Count - added,
            seen.Withdrawn,
            linked,
            seen.Overlaps,
            notes
        );
    }

    string Entry(SeenCatalog seen, int added, Binding held, int linked)
    {
        List<string> did = [];
        if (added > 0)
            did.Add(
                $"{Format.Count(added, "requirement")} of {Format.Some([.. seen.New.Select(l => $"“{Format.Shortened(l.Source)}”").Distinct()])}, held by {held.Lower()}"
            );
        if (linked > 0)
            did.Add(
                $"a mapping by which {Format.Count(linked, "control")} {Format.Plural(linked, "serves", "serve")} more requirements"
            );
        return $"{me.Name} brought in {Format.List(did)}.";
    }

    static bool IsOdd(CatalogLine line) =>
        string.IsNullOrWhiteSpace(line.Name)
        || string.IsNullOrWhiteSpace(line.Source)
        || string.IsNullOrWhiteSpace(line.Clause)
        || line.Name.Length > Requirement.LongestName
        || line.Source.Length > Requirement.LongestSource
        || line.Clause.Length > Requirement.LongestClause;

    /// <summary>A control that serves what covers another serves that one too; only the teams one writes for.</summary>
    async Task<(int Linked, int Foreign)> Follow(IReadOnlyList<OscalPair> pairs, CancellationToken stop)
    {
        if (pairs.Count == 0)
            return (0, 0);
        var all = await db.Requirements.Where(r => r.Clause != null).ToListAsync(stop);
        // A place that two sources number alike would be a guess.
        var places = all.Concat(db.Requirements.Local)
            .Distinct()
            .GroupBy(r => RequirementClause.Key(r.Clause!))
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.Single());
        var covers = pairs
            .Where(p =>
                places.ContainsKey(RequirementClause.Key(p.Does)) && places.ContainsKey(RequirementClause.Key(p.Covers))
            )
            .ToLookup(p => places[RequirementClause.Key(p.Does)].Id, p => places[RequirementClause.Key(p.Covers)]);
        var does = covers.Select(g => g.Key).ToList();
        var controls = await db
            .Controls.Include(c => c.Requirements)
            .Where(c => c.Requirements.Any(l => does.Contains(l.RequirementId)))
            .ToListAsync(stop);
        var ids = controls.Select(c => c.PracticeId).ToList();
        var practices = await db.Practices.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var names = all.Concat(db.Requirements.Local).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Name);
        var (linked, foreign) = (0, 0);
        foreach (var control in controls)
        {
            var has = control.Requirements.Select(l => l.RequirementId).ToHashSet();
            var more = has.SelectMany(r => covers[r]).DistinctBy(r => r.Id).Where(r => !has.Contains(r.Id)).ToList();
            if (more.Count == 0)
                continue;
            var practice = practices[control.PracticeId];
            if (!me.MayWriteFor(practice.TeamId))
            {
                foreign++;
                continue;
            }
            control.Requirements.AddRange(
                more.Select(r => new ControlRequirement { PracticeId = control.PracticeId, RequirementId = r.Id })
            );
            WriteControl.SayWhatDemands(
                practice,
                control.Requirements.Select(l => names.GetValueOrDefault(l.RequirementId)).OfType<string>()
            );
            linked++;
        }
        return (linked, foreign);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/catalog", Put)
            .WithName("PutCatalog")
            .WithSummary("Takes in an OSCAL catalog or mapping as JSON; dryRun only tells what it says.")
            .Accepts<Stream>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(LargestFiles));

    static Task<Results<Ok<CatalogReceipt>, ProblemHttpResult>> Put(
        Stream body,
        TakeCatalog take,
        CancellationToken stop,
        Binding binding = Binding.Standard,
        bool dryRun = false
    ) => take.Run(body, binding, dryRun, stop).Ok();

    /// <summary>One file in one step, as a program sends it.</summary>
    public async Task<Outcome<CatalogReceipt>> Run(Stream body, Binding binding, bool dryRun, CancellationToken stop)
    {
        if (!me.MayWrite)
            return WriteRequirement.Refused;
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        bytes.Position = 0;
        if ((await Look([("catalog.json", () => bytes, bytes.Length)], stop)).Refused(out var refusal, out var seen))
            return refusal;
        return dryRun
            ? new CatalogReceipt(seen.New.Count, seen.Known, seen.Withdrawn, 0, seen.Overlaps, seen.Notes)
            : await Run(seen, binding, stop);
    }
}

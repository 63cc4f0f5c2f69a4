using System.Reflection;
using Heed.Aim;
using Heed.Customers;
using Heed.Journal;
using Heed.Listen;
using Heed.Mail;
using Heed.Map;
using Heed.Metrics;
using Heed.People;
using Heed.Try;
using Heed.Waste;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Heed.Storage;

/// <summary>
/// The relational truth. Every row of a workspace passes one filter on reading and one stamp on saving, so that a
/// foreign id is the same as an unknown one.
/// </summary>
public abstract class HeedDb(DbContextOptions options, Visit visit, IReadOnlyList<Module>? rooms)
    : IdentityUserContext<
        Person,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        Passkey
    >(options)
{
    public DbSet<Workspace> Workspaces => Set<Workspace>();
    public DbSet<FirstClaim> FirstClaims => Set<FirstClaim>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMembership> TeamMemberships => Set<TeamMembership>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<CustomerGroup> CustomerGroups => Set<CustomerGroup>();
    public DbSet<TeamAssignment> TeamAssignments => Set<TeamAssignment>();
    public DbSet<JourneyStep> JourneySteps => Set<JourneyStep>();
    public DbSet<Behaviour> Behaviours => Set<Behaviour>();
    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<Metric> Metrics => Set<Metric>();
    public DbSet<Measurement> Measurements => Set<Measurement>();
    public DbSet<Baseline> Baselines => Set<Baseline>();
    public DbSet<Cycle> Cycles => Set<Cycle>();
    public DbSet<Objective> Objectives => Set<Objective>();
    public DbSet<Strategy> Strategies => Set<Strategy>();
    public DbSet<Sibling> Siblings => Set<Sibling>();
    public DbSet<Assumption> Assumptions => Set<Assumption>();
    public DbSet<KeyResult> KeyResults => Set<KeyResult>();
    public DbSet<Terms> Terms => Set<Terms>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<FindingDismissal> FindingDismissals => Set<FindingDismissal>();
    public DbSet<AimImport> AimImports => Set<AimImport>();
    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<SharedObjective> SharedObjectives => Set<SharedObjective>();
    public DbSet<Dependency> Dependencies => Set<Dependency>();
    public DbSet<DependencyMove> DependencyMoves => Set<DependencyMove>();
    public DbSet<Agenda> Agendas => Set<Agenda>();
    public DbSet<CycleDecision> CycleDecisions => Set<CycleDecision>();
    public DbSet<AgendaLine> AgendaLines => Set<AgendaLine>();
    public DbSet<AgendaDecision> AgendaDecisions => Set<AgendaDecision>();
    public DbSet<ConfidenceVote> ConfidenceVotes => Set<ConfidenceVote>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<Trial> Trials => Set<Trial>();
    public DbSet<TrialVerdict> TrialVerdicts => Set<TrialVerdict>();
    public DbSet<ArmCount> ArmCounts => Set<ArmCount>();
    public DbSet<Obstacle> Obstacles => Set<Obstacle>();
    public DbSet<ObstacleMove> ObstacleMoves => Set<ObstacleMove>();
    public DbSet<Storyboard> Storyboards => Set<Storyboard>();
    public DbSet<TargetCondition> TargetConditions => Set<TargetCondition>();
    public DbSet<TargetMove> TargetMoves => Set<TargetMove>();
    public DbSet<ExperimentRecord> Experiments => Set<ExperimentRecord>();
    public DbSet<Service> Services => Set<Service>();
    public DbSet<TrialStage> TrialStages => Set<TrialStage>();

    public DbSet<Practice> Practices => Set<Practice>();
    public DbSet<BurdenLine> BurdenLines => Set<BurdenLine>();
    public DbSet<CustomersTouched> CustomersTouched => Set<CustomersTouched>();
    public DbSet<PracticeMove> PracticeMoves => Set<PracticeMove>();
    public DbSet<Removal> Removals => Set<Removal>();
    public DbSet<Control> Controls => Set<Control>();
    public DbSet<ControlRequirement> ControlRequirements => Set<ControlRequirement>();
    public DbSet<Catch> Catches => Set<Catch>();
    public DbSet<LighterWay> LighterWays => Set<LighterWay>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<Requirement> Requirements => Set<Requirement>();
    public DbSet<BindingChange> BindingChanges => Set<BindingChange>();
    public DbSet<RuleAsk> RuleAsks => Set<RuleAsk>();
    public DbSet<Signer> Signers => Set<Signer>();
    public DbSet<Spot> Spots => Set<Spot>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<MeetingRating> MeetingRatings => Set<MeetingRating>();
    public DbSet<MeetingMove> MeetingMoves => Set<MeetingMove>();
    public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();
    public DbSet<TeamCalendar> TeamCalendars => Set<TeamCalendar>();
    public DbSet<Reset> Resets => Set<Reset>();
    public DbSet<BusinessCase> BusinessCases => Set<BusinessCase>();
    public DbSet<CaseBenefit> CaseBenefits => Set<CaseBenefit>();
    public DbSet<ClaimedMonth> ClaimedMonths => Set<ClaimedMonth>();
    public DbSet<BusinessCaseMove> BusinessCaseMoves => Set<BusinessCaseMove>();
    public DbSet<CaseScore> CaseScores => Set<CaseScore>();
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<OutcomeClaim> OutcomeClaims => Set<OutcomeClaim>();
    public DbSet<WalkNote> WalkNotes => Set<WalkNote>();
    public DbSet<WalkObstacle> WalkObstacles => Set<WalkObstacle>();
    public DbSet<HandOff> HandOffs => Set<HandOff>();
    public DbSet<HandOffStory> HandOffStories => Set<HandOffStory>();
    public DbSet<HandOffMove> HandOffMoves => Set<HandOffMove>();
    public DbSet<LeaderAsk> LeaderAsks => Set<LeaderAsk>();
    public DbSet<LeaderAskMove> LeaderAskMoves => Set<LeaderAskMove>();
    public DbSet<Tie> Ties => Set<Tie>();
    public DbSet<TieTest> TieTests => Set<TieTest>();
    public DbSet<CustomerOutcome> CustomerOutcomes => Set<CustomerOutcome>();
    public DbSet<DecisionRight> DecisionRights => Set<DecisionRight>();
    public DbSet<RightUse> RightUses => Set<RightUse>();
    public DbSet<DecisionRightMove> DecisionRightMoves => Set<DecisionRightMove>();
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<NominationStep> NominationSteps => Set<NominationStep>();
    public DbSet<NominationPhoto> NominationPhotos => Set<NominationPhoto>();
    public DbSet<NominationVote> NominationVotes => Set<NominationVote>();

    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<RespondentAttribute> Attributes => Set<RespondentAttribute>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<LifetimeRun> LifetimeRuns => Set<LifetimeRun>();
    public DbSet<ReleasedRows> ReleasedRows => Set<ReleasedRows>();
    public DbSet<RememberedMapping> RememberedMappings => Set<RememberedMapping>();
    public DbSet<Response> Responses => Set<Response>();
    public DbSet<RejectedRow> RejectedRows => Set<RejectedRow>();

    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>A job was saved here and may not be committed yet.</summary>
    internal bool OwesJobs { get; set; }

    /// <summary>The rooms whose tables there are.</summary>
    IReadOnlyList<Module> Modules { get; } = rooms ?? Heed.Modules.All;

    /// <summary>The member on whose behalf rows are read and written; empty where nobody has signed in.</summary>
    public Id<Member>? Visitor => visit.Member?.Id;

    Id<Workspace> Here => visit.Workspace?.Id ?? default;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var module in Modules)
            module.Tables(builder);

        foreach (var type in builder.Model.GetEntityTypes().Select(e => e.ClrType).ToList())
        {
            if (typeof(IInWorkspace).IsAssignableFrom(type))
                FilterOf.MakeGenericMethod(type).Invoke(this, [builder]);
            if (typeof(IVersioned).IsAssignableFrom(type))
                builder.Entity(type).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    static readonly MethodInfo FilterOf = typeof(HeedDb).GetMethod(
        nameof(Filter),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    void Filter<T>(ModelBuilder builder)
        where T : class, IInWorkspace => builder.Entity<T>().HasQueryFilter(row => row.WorkspaceId == Here);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        // EF Core does not take an open generic converter: each closed Id<T> is named in a loop.
        foreach (var id in Rows().SelectMany(IdsOf).Distinct())
            conventions.Properties(id).HaveConversion(typeof(IdToGuid<>).MakeGenericType(id.GetGenericArguments()));
    }

    /// <summary>The types of the rows: those of the sets above, and those by which a room says that they are of a workspace.</summary>
    IEnumerable<Type> Rows()
    {
        var sets =
            from property in GetType().GetProperties()
            let type = property.PropertyType
            where type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbSet<>)
            select type.GetGenericArguments()[0];
        var others = Modules.Select(m => m.Assembly).Distinct().Where(a => a != typeof(HeedDb).Assembly);
        return sets.Concat(others.SelectMany(a => a.GetTypes()).Where(typeof(IInWorkspace).IsAssignableFrom));
    }

    static IEnumerable<Type> IdsOf(Type row) =>
        row.GetProperties()
            .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Id<>));

    /// <summary>
    /// One model for each set of rooms. Whether its migrations hold all of it is a question for a test: asked at each
    /// upgrade it takes as long as the upgrade.
    /// </summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder
            .ReplaceService<IModelCacheKeyFactory, ModelOfRooms>()
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));

    sealed class ModelOfRooms : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), (context as HeedDb)?.Modules, designTime);
    }

    static readonly Turns Turns = new();

    /// <summary>
    /// Saves. Where somebody saved the same in between, what collided is planned anew on what is there now, a few times and
    /// in turn; the refusal is what that planning says no to.
    /// </summary>
    public async Task<Refusal?> SaveOrPlanAgain(Func<Task<Refusal?>> again, CancellationToken stop)
    {
        const int Tries = 8;
        IDisposable? turn = null;
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await SaveChangesAsync(stop);
                    return null;
                }
                catch (DbUpdateException problem)
                    // A full disk is no clash: planned again, it would be answered as saved where nothing is left to save.
                    when (tries < Tries
                        && problem is not DbUpdateConcurrencyException
                        && Clash.Is(problem)
                        && Database.CurrentTransaction is null
                    )
                {
                    turn ??= await Turns.Take(Here, stop);
                    if (await again() is { } refusal)
                        return refusal;
                }
            }
        }
        finally
        {
            turn?.Dispose();
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Stamp();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        Stamp();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Lets go of what a failed save has left, so that the same can be tried on what is there now.</summary>
    public void Forget()
    {
        // The key of the call stays: it is saved together with whatever try succeeds.
        foreach (var entry in ChangeTracker.Entries().Where(e => e.Entity is not IdempotencyKey).ToList())
            entry.State = EntityState.Detached;
    }

    void Stamp()
    {
        // Looked for once: each reading of the entries would otherwise compare all that is tracked anew.
        ChangeTracker.DetectChanges();
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            StampVersions();
            StampWorkspace();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    void StampVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            var version = entry.Property(thing => thing.Version);
            if (
                entry.Properties.Any(p =>
                    p.IsModified && p.Metadata.PropertyInfo?.IsDefined(typeof(NotedByHeedAttribute)) != true
                )
            )
                version.CurrentValue = version.OriginalValue + 1;
        }
    }

    void StampWorkspace()
    {
        foreach (var entry in ChangeTracker.Entries<IInWorkspace>())
        {
            if (entry.State == EntityState.Unchanged)
                continue;
            OwesJobs |= entry.Entity is Job;
            var stamp = entry.Property(row => row.WorkspaceId);
            if (entry.State == EntityState.Added && stamp.CurrentValue == default)
                stamp.CurrentValue = Here;
            if (stamp.CurrentValue != Here || stamp.CurrentValue == default)
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} of another workspace was about to be saved."
                );
        }
    }

    sealed class IdToGuid<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
}

public sealed class SqliteHeedDb(
    DbContextOptions<SqliteHeedDb> options,
    Visit visit,
    IReadOnlyList<Module>? rooms = null
) : HeedDb(options, visit, rooms)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // SQLite cannot compare offsets; ticks of UTC sort and compare.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

public sealed class PostgresHeedDb(
    DbContextOptions<PostgresHeedDb> options,
    Visit visit,
    IReadOnlyList<Module>? rooms = null
) : HeedDb(options, visit, rooms)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // timestamptz takes offset zero only.
        conventions.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}

using System.ComponentModel.DataAnnotations;
using Heed.Customers;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class ObstacleRequest
{
    [Required(ErrorMessage = "Choose the team that meets it.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say what is in the way, in the words of those who meet it.")]
    [StringLength(Obstacle.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? What { get; set; }

    [Required(ErrorMessage = "Say where it was seen: a place of the work, never a person.")]
    [StringLength(Obstacle.LongestPlace, ErrorMessage = "Use at most 200 characters.")]
    public string? Where { get; set; }

    /// <summary>The step of a customer's way that it blocks. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<JourneyStep>? JourneyStep
    {
        get;
        set => field = value == default(Id<JourneyStep>) ? null : value;
    }

    [Required(ErrorMessage = "Say how often it is met. “Not counted” is an answer.")]
    [EnumDataType(typeof(ObstacleFrequency), ErrorMessage = "Choose one of the answers.")]
    public ObstacleFrequency? Frequency { get; set; }

    /// <summary>What shows it: a count, a photo's place, a page of Heed.</summary>
    [StringLength(Obstacle.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? Evidence { get; set; }

    [Required(ErrorMessage = "Give the day on which it was seen.")]
    public DateOnly? SeenOn { get; set; }

    internal static ObstacleRequest Of(Obstacle obstacle) =>
        new()
        {
            Team = obstacle.TeamId,
            What = obstacle.What,
            Where = obstacle.Where,
            JourneyStep = obstacle.JourneyStepId,
            Frequency = obstacle.Frequency,
            Evidence = obstacle.Evidence,
            SeenOn = obstacle.SeenOn,
        };
}

/// <summary>Names an obstacle, or changes what is said of it. Only members of its team may.</summary>
public sealed class WriteObstacle(
    HeedDb db,
    Member me,
    Workspace here,
    ReadCustomers customers,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Obstacle>> Run(ObstacleRequest asked, CancellationToken stop)
    {
        if ((await Apply(asked, stop)).Refused(out var refusal, out var obstacle))
            return refusal;
        await db.SaveChangesAsync(stop);
        return obstacle;
    }

    /// <summary>The same where something else is saved with it.</summary>
    public async Task<Outcome<Obstacle>> Apply(ObstacleRequest asked, CancellationToken stop)
    {
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await Fault(asked, stop) is { } fault)
            return fault;
        var now = clock.GetUtcNow();
        var obstacle = new Obstacle
        {
            TeamId = team.Id,
            What = asked.What!.Trim(),
            Where = asked.Where!.Trim(),
            Frequency = asked.Frequency!.Value,
            SeenOn = asked.SeenOn!.Value,
            StateSince = now,
            CreatedAt = now,
            CreatedBy = me.Id,
        };
        Describe(obstacle, asked);
        db.Obstacles.Add(obstacle);
        journal.Write("name", obstacle.Id, $"{me.Name} named the obstacle “{Format.Shortened(obstacle.What)}”.");
        return obstacle;
    }

    public async Task<Outcome<Obstacle>> Rewrite(Id<Obstacle> id, ObstacleRequest asked, CancellationToken stop)
    {
        if (await db.Obstacles.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } obstacle)
            return Refusal.Missing("obstacle");
        if (!me.MayWriteFor(obstacle.TeamId))
            return await TeamPermission.Refuse(db, obstacle.TeamId, stop);
        if (asked.Team != obstacle.TeamId)
            return new Refusal("An obstacle stays with the team that met it. Name it anew for another one.").At(
                nameof(asked.Team)
            );
        if (await Fault(asked, stop) is { } fault)
            return fault;
        Describe(obstacle, asked);
        journal.Write("change", id, $"{me.Name} changed the obstacle “{Format.Shortened(obstacle.What)}”.");
        await db.SaveChangesAsync(stop);
        return obstacle;
    }

    async Task<Refusal?> Fault(ObstacleRequest asked, CancellationToken stop) =>
        asked.SeenOn > here.Today(clock)
            ? new Refusal("This day is still to come. Give the day on which it was seen.").At(nameof(asked.SeenOn))
        : asked.JourneyStep is { } step && !(await customers.StepNames([step], stop)).ContainsKey(step)
            ? Refusal.Missing("step of a customer's way").At(nameof(asked.JourneyStep))
        : null;

    static void Describe(Obstacle obstacle, ObstacleRequest asked)
    {
        (obstacle.What, obstacle.Where) = (asked.What!.Trim(), asked.Where!.Trim());
        (obstacle.JourneyStepId, obstacle.Frequency) = (asked.JourneyStep, asked.Frequency!.Value);
        obstacle.Evidence = string.IsNullOrWhiteSpace(asked.Evidence) ? null : asked.Evidence.Trim();
        obstacle.SeenOn = asked.SeenOn!.Value;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/obstacles", Post)
            .WithName("NameObstacle")
            .WithSummary("Names what is in the way of a team, where and when it was seen.");
        api.MapPut("/obstacles/{id}", Put)
            .WithName("ChangeObstacle")
            .WithSummary("Changes what is said of an obstacle.");
    }

    static Task<Results<Created<ObstacleView>, ProblemHttpResult>> Post(
        ObstacleRequest asked,
        WriteObstacle write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(obstacle => $"/obstacles/{obstacle.Id}", ObstacleView.Of);

    static Task<Results<Ok<ObstacleView>, ProblemHttpResult>> Put(
        Id<Obstacle> id,
        ObstacleRequest asked,
        WriteObstacle write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(ObstacleView.Of);
}

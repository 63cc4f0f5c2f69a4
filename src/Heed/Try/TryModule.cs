using Heed.Metrics;

namespace Heed.Try;

public static class TryModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<PlanTrial>();
        services.AddScoped<StartTrial>();
        services.AddScoped<LookAtTrial>();
        services.AddScoped<DecideOnTrial>();
        services.AddScoped<ReadTrials>();
        services.AddScoped<ReadBoard>();
        services.AddScoped<IKnowChanges, ChangesTried>();
        services.AddScoped<ISpeakAtHome, TryAtHome>();
        services.AddScoped<ISpeakAtHome, VerdictsAtHome>();
        services.AddScoped<ICanBeFound, TrySearch>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        PlanTrial.Map(api);
        StartTrial.Map(api);
        LookAtTrial.Map(api);
        DecideOnTrial.Map(api);
        ReadTrials.Map(api);
    }
}

namespace Heed.Try;

/// <summary>What storyboards, their experiments and obstacles serve.</summary>
static class Storyboards
{
    public static void Services(IServiceCollection services)
    {
        services.AddScoped<ReadObstacles>().AddScoped<WriteObstacle>().AddScoped<MoveObstacle>();
        services.AddScoped<ReadStoryboards>().AddScoped<WriteStoryboard>();
        services.AddScoped<SetTarget>().AddScoped<ReflectOnTarget>();
        services.AddScoped<ReadExperiments>().AddScoped<PlanExperiment>().AddScoped<RunExperiment>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadObstacles.Map(api);
        WriteObstacle.Map(api);
        MoveObstacle.Map(api);
        ReadStoryboards.Map(api);
        WriteStoryboard.Map(api);
        SetTarget.Map(api);
        ReflectOnTarget.Map(api);
        ReadExperiments.Map(api);
        PlanExperiment.Map(api);
        RunExperiment.Map(api);
    }
}

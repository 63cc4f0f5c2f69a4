namespace Heed.Aim;

public static class AimModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<PlanCycle>();
        services.AddScoped<TurnCycle>();
        services.AddScoped<WriteObjective>();
        services.AddScoped<TurnObjective>();
        services.AddScoped<CommentOnObjective>();
        services.AddScoped<SettleTerms>();
        services.AddScoped<WriteKeyResult>();
        services.AddScoped<ReviseKeyResult>();
        services.AddScoped<RecordCheckIn>();
        services.AddScoped<ReadKeyResults>();
        services.AddScoped<ReadWorkMap>();
        services.AddScoped<DueCheckIns>();
        services.AddScoped<ISpeakAtHome, AimAtHome>();
        services.AddScoped<ISpeakAtHome, GuardrailsAtHome>();
        services.AddScoped<ICanBeFound, AimSearch>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        PlanCycle.Map(api);
        TurnCycle.Map(api);
        WriteObjective.Map(api);
        TurnObjective.Map(api);
        CommentOnObjective.Map(api);
        WriteKeyResult.Map(api);
        ReviseKeyResult.Map(api);
        RecordCheckIn.Map(api);
        AimApi.Map(api);
    }
}

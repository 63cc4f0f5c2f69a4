namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class Controls
{
    public static void Services(IServiceCollection services)
    {
        services.AddScoped<ReadControls>().AddScoped<WriteControl>().AddScoped<NoteCatch>().AddScoped<SetLighterWays>();
        services.AddScoped<AimControl>();
        services.AddScoped<ReadWaivers>().AddScoped<AskWaiver>().AddScoped<DecideOnWaiver>();
        services.AddScoped<ReadRequirements>().AddScoped<WriteRequirement>().AddScoped<ChangeBinding>();
        services.AddScoped<AskRuleMaker>().AddScoped<NameSigner>();
        services.AddScoped<TakeCatalog>().AddScoped<TakeControls>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadControls.Map(api);
        WriteControl.Map(api);
        NoteCatch.Map(api);
        SetLighterWays.Map(api);
        ReadWaivers.Map(api);
        AskWaiver.Map(api);
        DecideOnWaiver.Map(api);
        ReadRequirements.Map(api);
        WriteRequirement.Map(api);
        ChangeBinding.Map(api);
        AskRuleMaker.Map(api);
        NameSigner.Map(api);
        TakeCatalog.Map(api);
        TakeControls.Map(api);
    }
}

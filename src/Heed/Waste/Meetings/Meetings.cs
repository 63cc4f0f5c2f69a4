namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class Meetings
{
    public static void Services(IServiceCollection services)
    {
        services.AddSingleton<SealedCalendar>();
        services.AddScoped<ReadMeetings>().AddScoped<TakeCalendar>().AddScoped<RateMeeting>();
        services.AddScoped<ReadResets>().AddScoped<BeginReset>().AddScoped<ReAddMeeting>().AddScoped<EndReset>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadMeetings.Map(api);
        TakeCalendar.Map(api);
        RateMeeting.Map(api);
        ReadResets.Map(api);
        BeginReset.Map(api);
        ReAddMeeting.Map(api);
        EndReset.Map(api);
    }
}

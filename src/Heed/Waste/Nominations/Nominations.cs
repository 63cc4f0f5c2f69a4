namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class Nominations
{
    public static void Services(IServiceCollection services)
    {
        services.AddSingleton<NominationPace>();
        services.AddScoped<ReadNominations>().AddScoped<ReadNominationBoard>().AddScoped<ReadAlikeNominations>();
        services.AddScoped<Nominate>().AddScoped<AnswerNomination>().AddScoped<MergeNomination>();
        services.AddScoped<ModerateNomination>().AddScoped<WithdrawNomination>().AddScoped<VoteForNomination>();
        services.AddScoped<FindByReceipt>().AddScoped<RateByReceipt>().AddScoped<WithdrawByReceipt>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadNominations.Map(api);
        ReadAlikeNominations.Map(api);
        Nominate.Map(api);
        AnswerNomination.Map(api);
        MergeNomination.Map(api);
        ModerateNomination.Map(api);
        WithdrawNomination.Map(api);
        VoteForNomination.Map(api);
    }
}

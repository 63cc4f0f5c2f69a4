namespace Heed.Waste;

static class WasteTables
{
    public static void Map(ModelBuilder model)
    {
        NominationTables.Map(model);
        PracticesTables.Map(model);
        ControlsTables.Map(model);
        BusinessCasesTables.Map(model);
        Order.Tables(model);
        Review.Tables(model);
        SpotsTables.Map(model);
        MeetingsTables.Map(model);
        WalkTables.Map(model);
        HandOffTables.Map(model);
        LeaderAskTables.Map(model);
        RightTables.Map(model);
    }
}

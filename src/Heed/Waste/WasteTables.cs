namespace Heed.Waste;

static class WasteTables
{
    public static void Map(ModelBuilder model)
    {
        NominationTables.Map(model);
        PracticesTables.Map(model);
        ControlsTables.Map(model);
        SpotsTables.Map(model);
        MeetingsTables.Map(model);
    }
}

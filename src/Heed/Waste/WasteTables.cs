namespace Heed.Waste;

static class WasteTables
{
    public static void Map(ModelBuilder model) => PracticesTables.Map(model);
}

using Heed.Analytics.Columns;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Columns;

public class BridgesTests
{
    [Fact]
    public void They_are_the_groups_that_solving_the_equations_finds()
    {
        var found = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var (rows, columns) = (random.Next(1, 7), random.Next(1, 7));
            var table = Table(random, rows, columns, out var lines);
            var solved = Solvable.Among(table, lines, [.. Enumerable.Range(0, rows * columns).Where(table.IsHidden)]);
            Assert.Equal(solved, Bridges.Groups(table, lines));
            found += solved.Count;
        }
        Assert.True(found > 300);
    }

    static GroupTable Table(Random random, int rows, int columns, out Line[] lines)
    {
        int[] counts = [.. Enumerable.Range(0, rows * columns * 6).Select(i => i % 6 == 5 ? 0 : random.Next(1, 4))];
        Axis[] axes = [new("row", 0, 0, rows, new bool[rows]), new("column", 1, 0, columns, new bool[columns])];
        var cube = new Cube(axes, Scale.OneToFive, counts, null);
        var table = new GroupTable(cube, 3, 5);
        for (var group = 0; group < rows * columns; group++)
            if (random.Next(5) < 2)
                table.Hide(group);
        var totals = new[] { new GroupTable(cube, 1, 5), new GroupTable(cube, 2, 5) };
        lines = [.. table.Lines(1, totals[0]).Concat(table.Lines(0, totals[1])).Where(_ => random.Next(8) > 0)];
        return table;
    }
}

namespace Heed.Analytics.Columns;

/// <summary>
/// Whether answers could be moved among hidden groups without changing a total: one more here, one less next to it, and so
/// on around the corners of a box. Where that is possible the totals do not give the group away.
/// </summary>
/// <remarks>
/// Looking for a box is much quicker than solving all equations, and where much is hidden there nearly always is one. Not
/// finding one proves nothing; then <see cref="Solvable"/> decides.
/// </remarks>
static class Exchange
{
    const int MostTries = 2000;

    public static bool IsPossible(GroupTable table, int group)
    {
        var tries = 0;
        return Extend(table, [group], 0, ref tries);
    }

    // Mirrors the corners found so far along one axis more, to each place where all mirrored corners are hidden too.
    static bool Extend(GroupTable table, int[] corners, int axis, ref int tries)
    {
        if (axis == table.Axes.Length)
            return true;
        foreach (var shift in table.Shifts(corners[0], table.Axes[axis]))
        {
            if (++tries > MostTries)
                return false;
            if (!Array.TrueForAll(corners, corner => table.IsOpen(corner + shift)))
                continue;
            int[] doubled = [.. corners, .. corners.Select(corner => corner + shift)];
            if (Extend(table, doubled, axis + 1, ref tries))
                return true;
        }
        return false;
    }
}

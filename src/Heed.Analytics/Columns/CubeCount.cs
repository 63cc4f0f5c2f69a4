using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>Counts rows into a <see cref="Cube"/>: the one loop that goes over every answer.</summary>
/// <remarks>
/// A row's entry is the sum over the axes of place times step, plus the point. Batches of rows turn into batches of entry
/// numbers one column at a time, sixteen rows an instruction, and then each entry is counted. The loops are compiled for
/// speed at once: a page that is opened the first time should not wait for the runtime to notice that they are hot.
/// </remarks>
sealed unsafe class CubeCount
{
    const int Batch = 1024;
    const long RowsPerPart = 1 << 18;
    const int MostParts = 16;

    /// <summary>In place of a question: whoever is there counts, and says the best there is, so that only how many are protected.</summary>
    public const int Anybody = -1;
    const ushort Everybody = 1;
    readonly Axis[] _axes;
    readonly int[] _steps;
    readonly int _question;
    readonly Scale _scale;
    readonly int _entries;
    readonly bool _weighted;

    CubeCount(Axis[] axes, int question, Scale scale, bool weighted)
    {
        (_axes, _question, _scale, _weighted) = (axes, question, scale, weighted);
        _steps = new int[axes.Length];
        _entries = scale.Points + 1;
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            _steps[axis] = _entries;
            _entries *= axes[axis].Size;
        }
    }

    /// <summary>Counts the rows of a stretch.</summary>
    /// <remarks>
    /// The rows are cut into parts by their number alone, and the parts are added in order: the sums of weights come out
    /// the same, to the last bit, on any number of processors.
    /// </remarks>
    public static Cube Of(Axis[] axes, int question, Scale scale, Block[] blocks, Stretch rows, bool weighted)
    {
        var count = new CubeCount(axes, question, scale, weighted);
        var parts = (int)Math.Clamp(rows.Length / RowsPerPart, 1, MostParts);
        var found = new CubePart[parts];
        var perPart = (blocks.Length + parts - 1) / parts;
        void Run(int part) => found[part] = count.CountPart(blocks, rows, part * perPart, perPart);
        if (parts == 1)
            Run(0);
        else
            Parallel.For(0, parts, Run);
        for (var part = 1; part < parts; part++)
            found[0].Add(found[part]);
        return new(axes, scale, found[0].Counts, found[0].Weights);
    }

    CubePart CountPart(Block[] blocks, Stretch rows, int firstBlock, int blockCount)
    {
        var part = new CubePart(_entries, _weighted);
        var before = 0L;
        for (var b = 0; b < Math.Min(blocks.Length, firstBlock + blockCount); before += blocks[b++].Capacity)
            if (b >= firstBlock && before < rows.To && before + blocks[b].Capacity > rows.From)
            {
                var (from, to) = (Math.Max(0, rows.From - before), Math.Min(rows.To - before, blocks[b].Capacity));
                if (_entries <= ushort.MaxValue)
                    CountBlock(blocks[b], (int)from, (int)to, part);
                else
                    CountBlockWide(blocks[b], (int)from, (int)to, part);
            }
        part.Close();
        return part;
    }

    void CountBlock(Block block, int from, int to, CubePart part)
    {
        var entries = stackalloc ushort[Batch];
        for (var start = from; start < to; start += Batch)
        {
            var length = Math.Min(Batch, to - start);
            if (_question < 0)
                new Span<ushort>(entries, length).Fill(Everybody);
            else
                fixed (byte* points = block.Points[_question])
                    PutPoints(entries, length, points + start);
            for (var axis = 0; axis < _axes.Length; axis++)
                AddAxis(entries, length, start, block, axis);
            part.Count(entries, length);
            if (_weighted)
                fixed (float* weights = block.Weights)
                    part.Weigh(entries, length, weights + start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void PutPoints(ushort* entries, int length, byte* points)
    {
        var missing = (byte)_scale.Points;
        var i = 0;
        for (var most = Vector128.Create(missing); i <= length - 16; i += 16)
            Widen(Vector128.Min(Vector128.Load(points + i), most)).Store(entries + i);
        for (; i < length; i++)
            entries[i] = Math.Min(points[i], missing);
    }

    void AddAxis(ushort* entries, int length, int start, Block block, int axis)
    {
        var step = (ushort)_steps[axis];
        if (_axes[axis].Set is var set and >= 0)
        {
            var places = stackalloc byte[Batch];
            for (var i = 0; i < length; i++)
                places[i] = SetColumn.Place(block.Sets[set][start + i], _axes[axis].Option);
            AddPlaces(entries, length, places, step);
        }
        else if (_axes[axis].IsTime)
            fixed (ushort* periods = block.Periods)
                AddPlaces(
                    entries,
                    length,
                    periods + start,
                    step,
                    (ushort)_axes[axis].First,
                    (ushort)(_axes[axis].Size - 1)
                );
        else if (block.Codes(_axes[axis].Attribute) is byte[] narrow)
            fixed (byte* codes = narrow)
                AddPlaces(entries, length, codes + start, step);
        else
            fixed (ushort* codes = (ushort[])block.Codes(_axes[axis].Attribute))
                AddPlaces(entries, length, codes + start, step, 0, ushort.MaxValue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddPlaces(ushort* entries, int length, byte* codes, ushort step)
    {
        var i = 0;
        for (var steps = Vector256.Create(step); i <= length - 16; i += 16)
            (Vector256.Load(entries + i) + Widen(Vector128.Load(codes + i)) * steps).Store(entries + i);
        for (; i < length; i++)
            entries[i] += (ushort)(codes[i] * step);
    }

    // A row without a date has period 0, which wraps to far above the last place once the first period is taken from it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddPlaces(ushort* entries, int length, ushort* places, ushort step, ushort first, ushort last)
    {
        var i = 0;
        var (steps, firsts, lasts) = (Vector256.Create(step), Vector256.Create(first), Vector256.Create(last));
        for (; i <= length - 16; i += 16)
        {
            var place = Vector256.Min(Vector256.Load(places + i) - firsts, lasts);
            (Vector256.Load(entries + i) + place * steps).Store(entries + i);
        }
        for (; i < length; i++)
            entries[i] += (ushort)(Math.Min((ushort)(places[i] - first), last) * step);
    }

    static Vector256<ushort> Widen(Vector128<byte> bytes) => Vector256.WidenLower(bytes.ToVector256Unsafe());

    // Cubes of more entries than two bytes can number are rare and slow anyway, so they are counted plainly.
    void CountBlockWide(Block block, int from, int to, CubePart part)
    {
        var codes = _axes
            .Select(axis =>
                axis.Set >= 0 ? block.Sets[axis.Set]
                : axis.IsTime ? block.Periods
                : block.Codes(axis.Attribute)
            )
            .ToArray();
        var points = _question < 0 ? null : block.Points[_question];
        for (var row = from; row < to; row++)
        {
            var entry = points is null ? Everybody : Math.Min(points[row], _scale.Points);
            for (var axis = 0; axis < codes.Length; axis++)
            {
                int place = codes[axis] switch
                {
                    byte[] narrow => narrow[row],
                    ulong[] sets => SetColumn.Place(sets[row], _axes[axis].Option),
                    var wide => ((ushort[])wide)[row],
                };
                if (_axes[axis].IsTime)
                    place = (int)Math.Min((uint)(place - _axes[axis].First), (uint)_axes[axis].Size - 1);
                entry += place * _steps[axis];
            }
            part.Count(entry, block.Weights is { } weights ? weights[row] : 1);
        }
    }
}

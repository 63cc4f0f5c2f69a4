using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>Counts rows into a <see cref="Cube"/>: the one loop that goes over every answer.</summary>
sealed unsafe class CubeCount
{
    const int Batch = 1024;
    const long RowsPerPart = 1 << 18;
    const int MostParts = 16;
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

    /// <summary>Counts the first <paramref name="rows"/> rows.</summary>
    /// <remarks>
    /// The rows are cut into parts by their number alone, and the parts are added in order: the sums of weights come out
    /// the same, to the last bit, on any number of processors.
    /// </remarks>
    public static Cube Of(Axis[] axes, int question, Scale scale, Block[] blocks, long rows, bool weighted)
    {
        var count = new CubeCount(axes, question, scale, weighted);
        var parts = (int)Math.Clamp(rows / RowsPerPart, 1, MostParts);
        var found = new Part[parts];
        var perPart = (blocks.Length + parts - 1) / parts;
        void Run(int part) => found[part] = count.CountPart(blocks, rows, part * perPart, perPart);
        if (parts == 1)
            Run(0);
        else
            Parallel.For(0, parts, Run);
        for (var part = 1; part < parts; part++)
            found[0].Add(found[part]);
        return new(axes, scale, found[0].Counts, found[0].Weights, found[0].Squares);
    }

    sealed class Part(int entries, bool weighted)
    {
        public int[] Counts { get; } = new int[entries];
        public double[]? Weights { get; } = weighted ? new double[entries] : null;
        public double[]? Squares { get; } = weighted ? new double[entries] : null;

        public void Add(Part other)
        {
            for (var i = 0; i < Counts.Length; i++)
                Counts[i] += other.Counts[i];
            if (Weights is null)
                return;
            for (var i = 0; i < Counts.Length; i++)
            {
                Weights[i] += other.Weights![i];
                Squares![i] += other.Squares![i];
            }
        }
    }

    Part CountPart(Block[] blocks, long rows, int firstBlock, int blockCount)
    {
        var part = new Part(_entries, _weighted);
        var before = 0L;
        for (var b = 0; b < Math.Min(blocks.Length, firstBlock + blockCount); before += blocks[b++].Capacity)
            if (b >= firstBlock && before < rows)
                CountBlock(blocks[b], (int)Math.Min(rows - before, blocks[b].Capacity), part);
        return part;
    }

    void CountBlock(Block block, int rows, Part part)
    {
        var codes = new Array?[_axes.Length];
        for (var axis = 0; axis < _axes.Length; axis++)
            codes[axis] = _axes[axis].IsTime ? null : block.Codes(_axes[axis].Attribute);
        var entries = stackalloc int[Batch];
        for (var start = 0; start < rows; start += Batch)
        {
            var length = Math.Min(Batch, rows - start);
            new Span<int>(entries, length).Clear();
            for (var axis = 0; axis < _axes.Length; axis++)
                AddAxis(entries, length, start, block, codes[axis], axis);
            fixed (byte* points = block.Points[_question])
                AddPoints(entries, length, points + start);
            fixed (int* counts = part.Counts)
                for (var i = 0; i < length; i++)
                    counts[entries[i]]++;
            if (part.Weights is not null)
                AddWeights(entries, length, block.Weights.AsSpan(start, length), part);
        }
    }

    void AddAxis(int* entries, int length, int start, Block block, Array? codes, int axis)
    {
        var (step, first, undated) = (_steps[axis], _axes[axis].First, (uint)_axes[axis].Size - 1);
        if (codes is null)
            fixed (ushort* periods = block.Periods)
                // A row without a date has number 0, which lies far above once the first period is taken from it.
                for (var i = 0; i < length; i++)
                    entries[i] += (int)Math.Min((uint)(periods[start + i] - first), undated) * step;
        else if (codes is byte[] narrow)
            fixed (byte* code = narrow)
                for (var i = 0; i < length; i++)
                    entries[i] += code[start + i] * step;
        else
            fixed (ushort* code = (ushort[])codes)
                for (var i = 0; i < length; i++)
                    entries[i] += code[start + i] * step;
    }

    void AddPoints(int* entries, int length, byte* points)
    {
        var missing = _scale.Points;
        for (var i = 0; i < length; i++)
            entries[i] += Math.Min(points[i], missing);
    }

    static void AddWeights(int* entries, int length, ReadOnlySpan<float> weights, Part part)
    {
        for (var i = 0; i < length; i++)
        {
            double weight = weights[i];
            part.Weights![entries[i]] += weight;
            part.Squares![entries[i]] += weight * weight;
        }
    }
}

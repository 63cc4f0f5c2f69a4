namespace Heed.Listen;

/// <summary>What the survey holds already, by content and by id.</summary>
sealed class SeenResponses
{
    readonly HashSet<UInt128> _contents = [];
    readonly Dictionary<UInt128, UInt128> _ids = [];

    public bool HasContent(UInt128 content) => _contents.Contains(content);

    public bool HasId(UInt128 id, out UInt128 content) => _ids.TryGetValue(id, out content);

    public void Add(ReadOnlySpan<byte> content, ReadOnlySpan<byte> external)
    {
        var hash = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(content);
        if (external.IsEmpty)
            _contents.Add(hash);
        else
            _ids[System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(external)] = hash;
    }
}

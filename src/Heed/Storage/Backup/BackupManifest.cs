using System.Security.Cryptography;

namespace Heed.Storage;

/// <summary>What a backup holds, so that it can be told whether all of it is there: the last entry of its archive.</summary>
/// <param name="Schema">The step of the schema that its rows have, by its name: the moment before it differs between databases.</param>
public sealed record BackupManifest(
    string Heed,
    string Schema,
    DateTimeOffset MadeAt,
    IReadOnlyDictionary<string, TableSum> Tables,
    IReadOnlyDictionary<string, string> Files
)
{
    public const string Entry = "manifest.json";

    public long Rows => Tables.Values.Sum(t => t.Rows);

    /// <summary>What differs, in words; empty where all is the same.</summary>
    public IReadOnlyList<string> Differences(
        IReadOnlyDictionary<string, TableSum> tables,
        IReadOnlyDictionary<string, string> files
    ) =>
        [
            .. from table in Tables.Keys.Union(tables.Keys).Order(StringComparer.Ordinal)
            let told = Tables.GetValueOrDefault(table)
            let found = tables.GetValueOrDefault(table)
            where told != found
            select told is null || found is null ? $"the table {table} is {(found is null ? "missing" : "unknown")}"
            : told.Rows != found.Rows ? $"{table} has {found.Rows} of {told.Rows} rows"
            : $"{table} has other rows",
            .. from file in Files.Keys.Union(files.Keys).Order(StringComparer.Ordinal)
            where Files.GetValueOrDefault(file) != files.GetValueOrDefault(file)
            select $"the file {file} is another",
        ];
}

/// <summary>How many rows a table has, and the sum of their hashes: whatever order they come in, the same rows give the same.</summary>
public sealed record TableSum(long Rows, string Sum)
{
    /// <summary>SHA-256 of each row, added as numbers of 256 bits.</summary>
    internal sealed class Running
    {
        readonly byte[] _sum = new byte[SHA256.HashSizeInBytes];
        long _rows;

        public void Add(ReadOnlySpan<byte> row)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(row, hash);
            var carry = 0;
            for (var i = 0; i < hash.Length; i++)
            {
                carry += _sum[i] + hash[i];
                _sum[i] = (byte)carry;
                carry >>= 8;
            }
            _rows++;
        }

        public TableSum Total => new(_rows, Convert.ToHexStringLower(_sum));
    }
}

using System.Text;
using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Mappings made ready over columns that no file is needed for.</summary>
static class Plans
{
    public static FileShape Shape(params string[] columns) =>
        new(FileEncoding.Utf8, ',', 1, [.. columns.Select(c => new FileColumn(c, c))], []);

    public static Outcome<CompiledMapping> Try(params ColumnMapping[] columns) =>
        CompiledMapping.Of(Shape([.. columns.Select(c => c.Column).Distinct()]), new Mapping { Columns = columns });

    public static CompiledMapping Of(params ColumnMapping[] columns) => SampleImports.Given(Try(columns));

    public static string Refused(params ColumnMapping[] columns)
    {
        Assert.True(Try(columns).Refused(out var refusal), "It was not refused.");
        return refusal.Because;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

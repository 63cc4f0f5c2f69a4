using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Heed.Storage;

/// <summary>One file of everything that a workspace may take away, such as “aim/cycles.json”. Written as it is read.</summary>
public sealed record ExportFile(string Name, Func<Stream, CancellationToken, Task> Write)
{
    static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Every row of a table of this workspace, one a line, with all its columns but those named.</summary>
    public static ExportFile Rows<T>(HeedDb db, string name, params string[] without)
        where T : class, IInWorkspace => Rows<T>(db, name, _ => true, without);

    /// <summary>The same of those rows alone that everybody of the workspace may see.</summary>
    public static ExportFile Rows<T>(HeedDb db, string name, Expression<Func<T, bool>> only, params string[] without)
        where T : class, IInWorkspace =>
        new(
            $"{name}.json",
            async (to, stop) =>
            {
                var type = db.Model.FindEntityType(typeof(T))!;
                var columns = type.GetProperties()
                    .Where(p => p.Name != nameof(IInWorkspace.WorkspaceId) && !without.Contains(p.Name))
                    .Where(p => p.PropertyInfo is not null)
                    .ToDictionary(p => p.Name, Column);
                foreach (var owned in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
                    columns.Add(owned.Name, row => owned.PropertyInfo!.GetValue(row));
                var before = "["u8.ToArray();
                await foreach (
                    var row in db.Set<T>().AsNoTracking().Where(only).AsAsyncEnumerable().WithCancellation(stop)
                )
                {
                    await to.WriteAsync(before, stop);
                    await to.WriteAsync("\n"u8.ToArray(), stop);
                    var cells = columns.ToDictionary(
                        c => JsonNamingPolicy.CamelCase.ConvertName(c.Key),
                        c => c.Value(row)
                    );
                    await to.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(cells, Options), stop);
                    before = ","u8.ToArray();
                }
                await to.WriteAsync(before is [(byte)'['] ? "[]\n"u8.ToArray() : "\n]\n"u8.ToArray(), stop);
            }
        );

    static Func<object, object?> Column(IProperty property) =>
        row => Plain(property, property.PropertyInfo!.GetValue(row));

    /// <summary>
    /// A value of a type of our own, such as a confidence, as it is stored. Ids, words and days know how they are written.
    /// </summary>
    static object? Plain(IProperty property, object? value)
    {
        var isOurs =
            value is not (null or Enum)
            && value.GetType() is { IsGenericType: false } type
            && type.Assembly == typeof(ExportFile).Assembly;
        return isOurs ? property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value : value;
    }
}

/// <summary>What a room lets a workspace take away: all that is its own, without what opens doors.</summary>
public interface IExportSource
{
    Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop);
}

using System.IO.Compression;
using System.Xml;

namespace Heed.Files;

/// <summary>
/// Cells of a sheet that show the error of a formula (ECMA-376 part 1, 18.18.11). The reader of workbooks gives them as
/// blank ones, and a blank that nobody left is to be said.
/// </summary>
static class SheetErrors
{
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>How many and which is the first, in a sentence; null where there are none.</summary>
    /// <param name="sheet">Its name.</param>
    public static string? Note(string path, string sheet)
    {
        using var file = FileShape.OpenBytes(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        if (Part(zip, sheet) is not { } part)
            return null;
        var (errors, first) = (0L, "");
        using var content = new BufferedStream(part.Open(), 1 << 16);
        using var xml = XmlReader.Create(content, Plain);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" } && xml.GetAttribute("t") == "e")
                if (errors++ == 0)
                    first = $"{xml.GetAttribute("r")} with “{Shown(xml)}”".TrimStart();
        return errors == 0
            ? null
            : $"{Format.Count(errors, "cell shows", "cells show")} the error of a formula instead of a value, the first is {first}: read as blank. Mend the formulas where these are answers.";
    }

    static string Shown(XmlReader cell)
    {
        using var within = cell.ReadSubtree();
        return within.ReadToDescendant("v") ? within.ReadElementContentAsString() : "";
    }

    /// <summary>Where the sheet lies in the package: its name leads to a number, and that to a part.</summary>
    static ZipArchiveEntry? Part(ZipArchive zip, string sheet)
    {
        if (
            Find(zip, "xl/workbook.xml", "sheet", "name", sheet, ("id", Relations)) is { } id
            && Find(zip, "xl/_rels/workbook.xml.rels", "Relationship", "Id", id, ("Target", "")) is { } target
        )
            return zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
        return null;
    }

    static string? Find(
        ZipArchive zip,
        string entry,
        string element,
        string attribute,
        string value,
        (string Name, string Of) wanted
    )
    {
        if (zip.GetEntry(entry) is not { } part)
            return null;
        using var content = part.Open();
        using var xml = XmlReader.Create(content, Plain);
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == element && xml.GetAttribute(attribute) == value)
                return xml.GetAttribute(wanted.Name, wanted.Of);
        return null;
    }
}

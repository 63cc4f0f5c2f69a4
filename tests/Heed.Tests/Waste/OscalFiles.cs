using System.Text.Json;

namespace Heed.Tests.Waste;

/// <summary>Small files in NIST's Open Security Controls Assessment Language, of our own words.</summary>
static class OscalFiles
{
    public const string Catalog = """
        {"catalog":{"uuid":"1","metadata":{"title":"House rules"},"groups":[{"id":"ac","title":"Access","controls":[
          {"id":"ac-1","title":"Policy and procedures","props":[{"name":"label","value":"AC-1"}]},
          {"id":"ac-2","title":"Accounts","props":[{"name":"label","class":"sp800-53a","value":"AC-02"},{"name":"label","value":"AC-2"}],
           "controls":[{"id":"ac-2.1","title":"Accounts by machine","props":[{"name":"label","value":"AC-2(1)"}]},
                       {"id":"ac-2.10","title":"Old","props":[{"name":"status","value":"withdrawn"}]}]}],
          "groups":[{"id":"gv","controls":[{"id":"GV.OC-01","title":"GV.OC-01",
            "props":[{"name":"label","value":"Organisation (GV.OC-01)"}],
            "parts":[{"name":"statement","prose":"The mission is understood\n within {{ insert: param, p-1 }} days"}]}]}]}]}}
        """;

    public static string Mapping(string relationship, string[] sources, string[] targets) =>
        $$$"""
            {"mapping-collection":{"metadata":{"title":"House rules and others"},"mappings":[{"maps":[
              {"relationship":{{{JsonSerializer.Serialize(relationship)}}},"sources":{{{Named(
                sources
            )}}},"targets":{{{Named(targets)}}}}]}]}}
            """;

    static string Named(string[] ids) =>
        JsonSerializer.Serialize(
            ids.Select(id => new Dictionary<string, string> { ["type"] = "control", ["id-ref"] = id })
        );
}

using System.CommandLine;
using Heed.Shell;

namespace Heed.Commands;

/// <summary><c>heed doctor</c>: looks at everything that goes wrong in practice and says what to do about it.</summary>
static class DoctorCommand
{
    public static Command Build()
    {
        var options = new ServeOptions();
        Option<bool> json = new("--json") { Description = "As JSON." };
        Command doctor = new(
            "doctor",
            "Says in words what is wrong with this Heed and how to mend it. Changes nothing."
        )
        {
            json,
        };
        options.AddTo(doctor);
        doctor.SetAction((parsed, stop) => Examine(options.Settings(parsed), parsed.GetValue(json), Console.Out, stop));
        return doctor;
    }

    /// <summary>Exit code 0 where nothing is wrong, 1 where something is.</summary>
    internal static async Task<int> Examine(string[] settings, bool json, TextWriter to, CancellationToken stop)
    {
        IReadOnlyList<Finding> findings;
        if (Server.Build(settings).Refused(out var refusal, out var app))
            findings = [new("Settings", false, refusal.Because)];
        else
        {
            await using (app)
            {
                await using var scope = app.Services.CreateAsyncScope();
                findings = await Checkup.Of(scope.ServiceProvider, stop);
            }
        }
        if (json)
            await to.WriteLineAsync(
                System.Text.Json.JsonSerializer.Serialize(findings, System.Text.Json.JsonSerializerOptions.Web)
            );
        else
        {
            foreach (var finding in findings)
                await to.WriteLineAsync($"{(finding.IsWell ? "well " : "WRONG")}  {finding.Of}: {finding.Says}");
        }
        return findings.All(f => f.IsWell) ? 0 : 1;
    }
}

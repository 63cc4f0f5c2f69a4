using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Heed.Tests.People;

/// <summary>
/// A device that keeps passkeys, as WebAuthn describes one: P-256, no attestation, and a browser around it that says where
/// it was asked. What a lying one would say can be set.
/// </summary>
sealed class Device
{
    public const string Place = "http://localhost:5000";

    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    byte[] _user = [];

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(32);

    public string Origin { get; set; } = Place;

    public uint Counter { get; set; }

    /// <summary>Whether it has asked for a finger, a face or a number.</summary>
    public bool Unlocks { get; set; } = true;

    /// <summary>A key that was read out of the device, in another one.</summary>
    public Device Copy()
    {
        var copy = new Device
        {
            Id = Id,
            Counter = Counter,
            _user = _user,
        };
        copy._key.ImportParameters(_key.ExportParameters(true));
        return copy;
    }

    /// <summary>What it answers when a page asks it to make a passkey.</summary>
    public string Makes(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _user = WebEncoders.Base64UrlDecode((string)asked["user"]!["id"]!);
        var client = Client("webauthn.create", (string)asked["challenge"]!);
        var data = Data((string)asked["rp"]!["id"]!, attested: true);
        byte[] attestation =
        [
            .. Map(3),
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            .. Map(0),
            .. Text("authData"),
            .. Bytes(data),
        ];
        return Answer(new() { ["clientDataJSON"] = Url(client), ["attestationObject"] = Url(attestation) });
    }

    /// <summary>What it answers when a page asks for any passkey.</summary>
    public string Shows(string options, string? challenge = null, byte[]? user = null)
    {
        var asked = JsonNode.Parse(options)!;
        var client = Client("webauthn.get", challenge ?? (string)asked["challenge"]!);
        Counter += Counter == 0 ? 0u : 1u;
        var data = Data((string)asked["rpId"]!, attested: false);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(
            new()
            {
                ["clientDataJSON"] = Url(client),
                ["authenticatorData"] = Url(data),
                ["signature"] = Url(signature),
                ["userHandle"] = Url(user ?? _user),
            }
        );
    }

    byte[] Client(string type, string challenge) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge,
                origin = Origin,
                crossOrigin = false,
            }
        );

    /// <summary>Present, unlocked, and with the public key where one is made (WebAuthn 3, 6.1).</summary>
    byte[] Data(string place, bool attested)
    {
        var flags = (byte)(1 | (Unlocks ? 4 : 0) | (attested ? 64 : 0));
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(place)), flags, .. counter];
        if (!attested)
            return head;
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)Id.Length);
        var point = _key.ExportParameters(false).Q;
        // A key of COSE: kind 2 (two coordinates), algorithm −7 (ES256), curve 1 (P-256), x, y.
        byte[] key = [.. Map(5), 1, 2, 3, 0x26, 0x20, 1, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
        return [.. head, .. new byte[16], .. length, .. Id, .. key];
    }

    string Answer(JsonObject response) =>
        new JsonObject
        {
            ["id"] = Url(Id),
            ["rawId"] = Url(Id),
            ["type"] = "public-key",
            ["response"] = response,
            ["clientExtensionResults"] = new JsonObject(),
        }.ToJsonString();

    static string Url(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    // The few heads of CBOR (RFC 8949) that such an answer has.
    static byte[] Map(int entries) => [(byte)(0xa0 | entries)];

    static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    static byte[] Bytes(byte[] bytes) =>
        bytes.Length < 256
            ? [0x58, (byte)bytes.Length, .. bytes]
            : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
}

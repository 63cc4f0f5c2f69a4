using System.Text;

namespace Heed.Files;

/// <summary>The text of a small file, in whatever encoding it may have.</summary>
/// <param name="Note">What is to be said of the encoding; empty where it leaves no doubt.</param>
sealed record FileText(string Text, string? Note)
{
    public static Outcome<FileText> Of(ReadOnlyMemory<byte> bytes)
    {
        using var whole = new MemoryStream(bytes.ToArray(), writable: false);
        if (whole.Length == 0)
            return new FileText("", null);
        if (FileEncoding.Of(whole).Refused(out var refusal, out var encoding))
            return refusal;
        whole.Position = 0;
        using var text = new StreamReader(FileEncoding.OpenUtf8(whole, encoding), Encoding.UTF8);
        return new FileText(text.ReadToEnd(), encoding == FileEncoding.Windows1252 ? FileEncoding.Note : null);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace KedaStack.Infra.Naming;

/// <summary>GUIDs that follow from a text (RFC 9562, version 5).</summary>
public static class NameBasedGuid
{
    // The namespace of this project's GUIDs; any fixed value will do.
    private static readonly Guid _namespace = new("6b1d3e52-9a43-4c5e-8f0e-2d1f6c0a7b94");

    /// <summary>The same GUID for the same text, on every machine.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 prescribes SHA-1; nothing is kept secret with it.")]
    public static Guid Create(string text)
    {
        var hash = SHA1.HashData([.. _namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)]);
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

using System.Formats.Asn1;
using System.Security.Cryptography;
using Federation.Domain.Catalogs;
using Federation.Domain.Reports;

namespace Federation.Documents.Bundles.Units;

/// <summary>The signature of a bundle's manifest, and with it of every file: in the form that openssl checks.</summary>
internal static class BundleSignature
{
    public const string File = "manifest.sig";
    public const string KeyFile = "seal-key.pem";

    /// <summary>The key as PEM.</summary>
    public static string Key(ISealSigner signer) => PemEncoding.WriteString("PUBLIC KEY", signer.PublicKey.AsSpan()) + "\n";

    /// <summary>The signature of a manifest: of ECDSA as DER, of any other way as its signer gives it.</summary>
    public static byte[] Of(ISealSigner signer, ReadOnlySpan<byte> manifest)
    {
        var signature = signer.Sign(manifest).AsSpan();
        if (!signer.Algorithm.StartsWith("ecdsa-", StringComparison.Ordinal))
            return signature.ToArray();
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteIntegerUnsigned(Shortest(signature[..(signature.Length / 2)]));
            der.WriteIntegerUnsigned(Shortest(signature[(signature.Length / 2)..]));
        }
        return der.Encode();
    }

    /// <summary>SHA-256 of a key's SubjectPublicKeyInfo.</summary>
    public static Digest Fingerprint(string key)
    {
        var found = PemEncoding.Find(key);
        return Digest.Of(Convert.FromBase64String(key[found.Base64Data]));
    }

    /// <summary>Whether a signature is of a manifest by a key; false as well for a key or signature that is none.</summary>
    public static bool Holds(string key, byte[] manifest, byte[] signature)
    {
        try
        {
            using var known = ECDsa.Create();
            known.ImportFromPem(key);
            return known.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Shortest(ReadOnlySpan<byte> number)
    {
        var trimmed = number.TrimStart((byte)0);
        return trimmed.IsEmpty ? number[^1..] : trimmed;
    }
}

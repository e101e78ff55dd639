using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>Signs seals for an installation. The seam for SM2 or an electronic seal; the shipped one is ECDSA on P-256 with SHA-256.</summary>
public interface ISealSigner
{
    /// <summary>Name of the way of signing, for example <c>ecdsa-p256-sha256</c>.</summary>
    string Algorithm { get; }

    /// <summary>Public key, SubjectPublicKeyInfo.</summary>
    ImmutableArray<byte> PublicKey { get; }

    /// <summary>Signs bytes.</summary>
    ImmutableArray<byte> Sign(ReadOnlySpan<byte> content);
}

/// <summary>回执: proof that content was sealed at a moment and a place of the chain; checked without server or ledger.</summary>
/// <param name="Unit">Whose report.</param>
/// <param name="Period">Period.</param>
/// <param name="Scope">Scope.</param>
/// <param name="Version">Version sealed.</param>
/// <param name="ContentHash">See <see cref="ContentJson.Hash"/>.</param>
/// <param name="Author">Who handed it in.</param>
/// <param name="Seal">The event that sealed it, as recorded.</param>
public sealed record SealReceipt(UnitId Unit, PeriodId Period, ReportScope Scope, long Version, ImmutableArray<byte> ContentHash, string Author, RecordedEvent Seal)
{
    private const string Format = "federation-seal-receipt-1";
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes it as JSON, signed.</summary>
    public string Write(ISealSigner signer)
    {
        var unsigned = Body(signer.Algorithm, signer.PublicKey.AsSpan(), default);
        return Encoding.UTF8.GetString(Body(signer.Algorithm, signer.PublicKey.AsSpan(), signer.Sign(unsigned).AsSpan()));
    }

    /// <summary>Reads a receipt and checks that it is of one piece.</summary>
    /// <param name="json">As <see cref="Write"/> wrote it.</param>
    /// <param name="publicKey">Key that must have signed it; empty: the one it names, whose fingerprint somebody then compares.</param>
    /// <returns>The receipt, the fingerprint of its key, and what is wrong: nothing when it is genuine.</returns>
    /// <exception cref="FormatException">No receipt at all.</exception>
    public static (SealReceipt Receipt, string Fingerprint, ImmutableArray<string> Faults) Verify(string json, ReadOnlySpan<byte> publicKey)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("format"u8).GetString() != Format)
                throw new FormatException("not a receipt of this kind");
            var receipt = Read(root);
            var named = Convert.FromHexString(root.GetProperty("publicKey"u8).GetString()!);
            var algorithm = root.GetProperty("algorithm"u8).GetString()!;
            var signature = Convert.FromHexString(root.GetProperty("signature"u8).GetString()!);
            List<string> faults = [.. receipt.Faults()];
            if (!publicKey.IsEmpty && !publicKey.SequenceEqual(named))
                faults.Add("签名所用的密钥不是所给的密钥 / signed with another key than the one given");
            if (!SignatureHolds(algorithm, named, receipt.Body(algorithm, named, default), signature))
                faults.Add("签名不成立 / the signature does not hold");
            if (json.TrimEnd() != Encoding.UTF8.GetString(receipt.Body(algorithm, named, signature)))
                faults.Add("不是原样的回执:写法有改动 / not the receipt as written: its text was changed");
            return (receipt, Convert.ToHexStringLower(SHA256.HashData(named)), [.. faults]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"damaged receipt: {e.Message}", e);
        }
    }

    /// <summary>True when a content is the one that was sealed.</summary>
    public bool IsOf(ReportContent content) => ContentJson.Hash(Unit, Period, Scope, content).SequenceEqual(ContentHash);

    private IEnumerable<string> Faults()
    {
        if (!EventHash.Holds(Seal))
            yield return "链上哈希与事件内容不符 / the chain hash is not that of the event";
        if (ReportEventJson.Read(Seal) is not ReportSealed sealedEvent || sealedEvent.Version != Version || !sealedEvent.ContentHash.SequenceEqual(ContentHash))
            yield return "回执与签发事件所记的版本或内容摘要不符 / version or content hash differ from those in the sealing event";
    }

    private byte[] Body(string algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> signature)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("format"u8, Format);
            json.WriteString("unit"u8, Unit.Value);
            json.WriteString("period"u8, Period.ToString());
            json.WriteString("scope"u8, Scope == ReportScope.Whole ? "whole" : "own");
            json.WriteNumber("version"u8, Version);
            json.WriteString("contentHash"u8, Convert.ToHexStringLower(ContentHash.AsSpan()));
            json.WriteString("author"u8, Author);
            json.WriteString("sealedBy"u8, Seal.Actor);
            json.WriteString("sealedAt"u8, Seal.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("position"u8, Seal.Position);
            json.WriteString("stream"u8, Seal.Stream);
            json.WriteNumber("seq"u8, Seal.Seq);
            json.WriteString("onBehalfOf"u8, Seal.OnBehalfOf);
            json.WriteString("requestId"u8, Seal.Key);
            json.WriteString("kind"u8, Seal.Kind);
            json.WriteNumber("kindVersion"u8, Seal.KindVersion);
            json.WriteString("payload"u8, Encoding.UTF8.GetString(Seal.Payload.Span));
            json.WriteString("previousHash"u8, Convert.ToHexStringLower(Seal.PrevHash.Span));
            json.WriteString("chainHash"u8, Convert.ToHexStringLower(Seal.Hash.Span));
            json.WriteString("algorithm"u8, algorithm);
            json.WriteString("publicKey"u8, Convert.ToHexStringLower(publicKey));
            if (!signature.IsEmpty)
                json.WriteString("signature"u8, Convert.ToHexStringLower(signature));
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private static SealReceipt Read(JsonElement json)
    {
        string Text(string name) => json.GetProperty(name).GetString()!;
        var seal = new RecordedEvent(
            json.GetProperty("position"u8).GetInt64(), Text("stream"), json.GetProperty("seq"u8).GetInt64(),
            DateTimeOffset.Parse(Text("sealedAt"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), Text("sealedBy"), Text("onBehalfOf"), Text("requestId"),
            Text("kind"), json.GetProperty("kindVersion"u8).GetInt32(), Encoding.UTF8.GetBytes(Text("payload")), Convert.FromHexString(Text("previousHash")), Convert.FromHexString(Text("chainHash")));
        return new SealReceipt(
            UnitId.Parse(Text("unit")), PeriodId.Parse(Text("period")), Text("scope") == "whole" ? ReportScope.Whole : ReportScope.Own,
            json.GetProperty("version"u8).GetInt64(), [.. Convert.FromHexString(Text("contentHash"))], Text("author"), seal);
    }

    private static bool SignatureHolds(string algorithm, byte[] publicKey, byte[] content, byte[] signature)
    {
        if (algorithm != "ecdsa-p256-sha256")
            return false;
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(content, signature, HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException) // a key of a curve that nobody knows
        {
            return false;
        }
    }
}

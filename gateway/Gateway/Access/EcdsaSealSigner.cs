using System.Collections.Immutable;
using System.Security.Cryptography;
using Federation.Domain.Reports;

namespace Federation.Gateway.Access;

/// <summary>
/// The installation's own signature under seals: ECDSA on P-256 with SHA-256. The key is made at the first start and kept beside the other keys,
/// readable by the operator alone; whoever loses it keeps every receipt valid and signs new ones with a new key.
/// </summary>
public sealed class EcdsaSealSigner : ISealSigner, IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Lock gate = new(); // one key object serves one signature at a time

    /// <summary>The signer of a folder of keys.</summary>
    /// <param name="folder">Holds <c>seal-key.pem</c>, and <c>seal-key.pub.pem</c> to hand out; both are made when absent.</param>
    public EcdsaSealSigner(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "seal-key.pem");
        if (File.Exists(file))
            key.ImportFromPem(File.ReadAllText(file));
        else
            Keep(file);
        PublicKey = [.. key.ExportSubjectPublicKeyInfo()];
        File.WriteAllText(Path.Combine(folder, "seal-key.pub.pem"), key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <inheritdoc />
    public string Algorithm => "ecdsa-p256-sha256";

    /// <inheritdoc />
    public ImmutableArray<byte> PublicKey { get; }

    /// <inheritdoc />
    public ImmutableArray<byte> Sign(ReadOnlySpan<byte> content)
    {
        lock (gate)
            return [.. key.SignData(content, HashAlgorithmName.SHA256)];
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private void Keep(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
    }
}

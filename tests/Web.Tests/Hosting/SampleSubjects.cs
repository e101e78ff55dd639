using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Desk.SignIn;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Federation.Web.Tests.Hosting;

/// <summary>Tokens of the tests: person|unit|role, readable by nobody else's host.</summary>
internal sealed class SampleTokens : ITokenReader
{
    public static string Of(string person, string unit, Role role) => $"{person}|{unit}|{role}";

    public Subject? Read(string token) =>
        token.Split('|') is [var person, var unit, var role] && UnitId.TryParse(unit, out var id) && Enum.TryParse<Role>(role, out var known) ? new Subject(person, id, [known]) : null;
}

/// <summary>Signs receipts with a key of its own.</summary>
internal sealed class SampleSigner : ISealSigner, IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Algorithm => "ecdsa-p256-sha256";

    public ImmutableArray<byte> PublicKey => [.. key.ExportSubjectPublicKeyInfo()];

    public ImmutableArray<byte> Sign(ReadOnlySpan<byte> content) => [.. key.SignData(content, HashAlgorithmName.SHA256)];

    public void Dispose() => key.Dispose();
}

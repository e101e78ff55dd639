using System.Security.Cryptography;
using Federation.Domain.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Federation.Gateway.Access;

/// <summary>验签公钥: the key that verifies receipts, for everybody, without a token.</summary>
public static class SealKeyEndpoint
{
    /// <summary>Where it stands.</summary>
    public const string Path = "/.well-known/federation-seal-key.pem";

    /// <summary>Maps it: SubjectPublicKeyInfo as PEM, as <c>fed verify-receipt --key</c> takes it.</summary>
    public static IEndpointConventionBuilder MapSealKey(this IEndpointRouteBuilder routes) => routes.MapGet(
        Path, (ISealSigner signer) => TypedResults.Text(PemEncoding.WriteString("PUBLIC KEY", signer.PublicKey.AsSpan()) + "\n", "application/x-pem-file"));
}

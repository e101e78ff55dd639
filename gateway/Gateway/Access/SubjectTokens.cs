using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Microsoft.AspNetCore.DataProtection;

namespace Federation.Gateway.Access;

/// <summary>
/// Bearer tokens: a subject and an end, sealed with the installation's own keys (ASP.NET Core data protection). Nobody can read or make one
/// without the keys. Whether a token was revoked is a matter of the full authority model.
/// </summary>
public sealed class SubjectTokens(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector sealer = protection.CreateProtector("federation.subject.v1").ToTimeLimitedDataProtector();

    /// <summary>Makes a token.</summary>
    /// <param name="subject">Whom it stands for.</param>
    /// <param name="validFor">How long from now.</param>
    public string Issue(Subject subject, TimeSpan validFor)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(subject.Person, subject.Unit.Value, [.. subject.Roles.Select(r => r.ToString())]));
        return Convert.ToBase64String(sealer.Protect(content, validFor)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads a token; null when it is damaged, foreign or past its end.</summary>
    public Subject? Read(string token)
    {
        try
        {
            var padded = token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '=');
            var content = JsonSerializer.Deserialize<Content>(sealer.Unprotect(Convert.FromBase64String(padded)))!;
            return new Subject(content.Person, UnitId.Parse(content.Unit), [.. content.Roles.Select(Enum.Parse<Role>)]);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Content(string Person, string Unit, ImmutableArray<string> Roles);
}

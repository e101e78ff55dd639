namespace Federation.Gateway.Bundles;

/// <summary>Where the public finds this installation; IRIs of exports are made from it.</summary>
/// <param name="Base">Absolute, ending in a slash.</param>
public sealed record PublicAddress(Uri Base)
{
    /// <summary>Variable of the environment that names it.</summary>
    public const string Variable = "FEDERATION_PUBLIC_ADDRESS";

    /// <summary>As the environment says, or this machine at a port.</summary>
    /// <param name="port">Port of the pages; 0: the usual one.</param>
    public static PublicAddress Read(int port = 0) =>
        Of(Environment.GetEnvironmentVariable(Variable)) ?? new PublicAddress(new Uri(FormattableString.Invariant($"http://localhost:{(port == 0 ? 5080 : port)}/")));

    /// <summary>An address as somebody wrote it; null when it is no absolute http address.</summary>
    public static PublicAddress? Of(string? text) =>
        Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new PublicAddress(uri) : null;
}

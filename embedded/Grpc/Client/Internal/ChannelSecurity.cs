using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Reads channel credentials: they must fit the scheme of the address, and may carry call credentials.</summary>
internal sealed class ChannelSecurity : ChannelCredentialsConfiguratorBase
{
    private readonly List<CallCredentials> _calls = [];
    private bool _secure;

    public static IReadOnlyList<CallCredentials> CallCredentialsOf(GrpcChannelOptions options, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException($"Unable to determine the TLS configuration of the channel from address '{address}'.");
        if (options.Credentials is null)
            return [];
        var security = new ChannelSecurity();
        options.Credentials.InternalPopulateConfiguration(security, options.Credentials);
        if (security._secure != (address.Scheme == Uri.UriSchemeHttps))
        {
            throw new InvalidOperationException(
                $"Channel has {(security._secure ? "secure" : "insecure")} credentials and can't use a '{address.Scheme}' scheme.");
        }

        return security._calls;
    }

    public override void SetInsecureCredentials(object state) => _secure = false;

    public override void SetSslCredentials(
        object state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback)
    {
        if (!string.IsNullOrEmpty(rootCertificates) || keyCertificatePair is not null || verifyPeerCallback is not null)
        {
            throw new InvalidOperationException(
                "SslCredentials with non-null arguments is not supported by GrpcChannel. Configure the certificates on the HTTP handler.");
        }

        _secure = true;
    }

    public override void SetCompositeCredentials(object state, ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        channelCredentials.InternalPopulateConfiguration(this, channelCredentials);
        _calls.Add(callCredentials);
    }
}

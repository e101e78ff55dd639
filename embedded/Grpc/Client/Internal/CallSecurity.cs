using System.Net.Http.Headers;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Lets call credentials add their headers to a request.</summary>
internal sealed class CallSecurity : CallCredentialsConfiguratorBase
{
    private readonly List<AsyncAuthInterceptor> _interceptors = [];

    /// <summary>Whether any credentials have to be asked.</summary>
    public static bool IsNeeded(GrpcChannel channel, in CallOptions options) =>
        channel.Credentials.Count > 0 || options.Credentials is not null;

    public static async Task AddHeadersAsync(GrpcChannel channel, IMethod method, CallCredentials? ofCall, HttpRequestHeaders headers)
    {
        var secure = channel.Address.Scheme == Uri.UriSchemeHttps || channel.Options.UnsafeUseInsecureChannelCallCredentials;
        if (!secure)
            return; // as elsewhere: credentials stay silent on a channel that anyone could listen to
        var security = new CallSecurity();
        foreach (var credentials in channel.Credentials)
            credentials.InternalPopulateConfiguration(security, null);
        ofCall?.InternalPopulateConfiguration(security, null);
        var context = new AuthInterceptorContext(new Uri(channel.Address, method.ServiceName).ToString(), method.Name);
        foreach (var interceptor in security._interceptors)
        {
            var metadata = new Metadata();
            await interceptor(context, metadata).ConfigureAwait(false);
            foreach (var entry in metadata)
                headers.TryAddWithoutValidation(entry.Key, entry.WireValue);
        }
    }

    public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials)
    {
        foreach (var part in credentials)
            part.InternalPopulateConfiguration(this, null);
    }

    public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
        _interceptors.Add(interceptor);
}

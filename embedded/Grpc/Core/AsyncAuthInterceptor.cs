namespace Grpc.Core;

/// <summary>Adds what proves the caller's identity to the headers of a call.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>Which call is about to be made.</summary>
public class AuthInterceptorContext(string serviceUrl, string methodName)
{
    public string ServiceUrl { get; } = serviceUrl;

    public string MethodName { get; } = methodName;
}

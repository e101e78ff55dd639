using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Federation.Gateway.Transcoding;

/// <summary>The path of a request as it was sent, cut into segments and not yet decoded.</summary>
/// <param name="Segments">At least one.</param>
/// <remarks>The decoded path of ASP.NET will not do: it can no longer tell a slash from %2F, nor a verb from %3A.</remarks>
internal sealed record RequestPath(string[] Segments)
{
    /// <summary>The path of a request.</summary>
    public static RequestPath Of(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target))
            return Parse((request.PathBase + request.Path).ToUriComponent(), request.PathBase);
        if (target[0] != '/' && Uri.TryCreate(target, UriKind.Absolute, out var absolute)) // through a proxy
            target = absolute.PathAndQuery;
        return Parse(target, request.PathBase);
    }

    /// <summary>Cuts a path; a query is left off, and so is the base under which the application is served.</summary>
    public static RequestPath Parse(string target, PathString pathBase = default)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        var prefix = pathBase.ToUriComponent();
        if (prefix.Length > 0 && path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            path = path[prefix.Length..];
        return new RequestPath(path.TrimStart('/').Split('/'));
    }

    /// <summary>Reads the last colon of the last segment as the start of a verb.</summary>
    /// <returns>False when there is none.</returns>
    public bool TrySplitVerb(out string[] segments, out string verb)
    {
        var last = Segments[^1];
        var colon = last.LastIndexOf(':');
        segments = colon < 0 ? Segments : [.. Segments[..^1], last[..colon]];
        verb = colon < 0 ? "" : last[(colon + 1)..];
        return verb.Length > 0;
    }
}

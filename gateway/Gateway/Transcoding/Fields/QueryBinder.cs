using Federation.Domain.Findings;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Federation.Gateway.Transcoding;

/// <summary>Fills a request from the query string.</summary>
/// <param name="message">Type of the request.</param>
/// <param name="taken">Fields that the path or the body fills, by <see cref="FieldPath.ToString"/>; the query may not.</param>
/// <param name="closed">True when the body fills every field that the path does not.</param>
internal sealed class QueryBinder(MessageDescriptor message, IReadOnlySet<string> taken, bool closed)
{
    /// <summary>Binds every parameter.</summary>
    /// <param name="query">As it was sent.</param>
    /// <param name="request">The message to fill.</param>
    /// <param name="findings">Receives all that is wrong.</param>
    public void Bind(QueryString query, IMessage request, List<Finding> findings)
    {
        if (!query.HasValue)
            return;
        var seen = new HashSet<string>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var finding = Bind(pair.DecodeName().ToString(), pair.DecodeValue().ToString(), request, seen);
            if (finding is not null)
                findings.Add(finding);
        }
    }

    private Finding? Bind(string name, string text, IMessage request, HashSet<string> seen)
    {
        if (FieldPath.TryResolve(message, name) is not { } path || closed || !FieldText.Takes(path.Last))
            return ValueFindings.Unknown(name, message);
        var spelled = path.ToString();
        if (taken.Contains(spelled) || taken.Contains(path.Fields[0].Name) || (!seen.Add(spelled) && !path.Last.IsRepeated))
            return ValueFindings.Twice(name);
        if (FieldText.Read(path.Last, text, name, out var value) is { } wrong)
            return wrong;
        var holder = path.Holder(request);
        if (path.Last.RealContainingOneof?.Accessor.GetCaseFieldDescriptor(holder) is { } rival)
            return ValueFindings.Rival(name, rival.JsonName);
        FieldText.Put(path.Last, holder, value!);
        return null;
    }
}

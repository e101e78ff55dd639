using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>One way to reach a method over HTTP: the method of HTTP, the path, and which field travels where.</summary>
internal sealed class RestBinding
{
    private readonly HashSet<string> _taken;

    /// <summary>Checks a binding against the messages of its method.</summary>
    /// <exception cref="InvalidOperationException">A field that it names is not there or cannot travel so.</exception>
    public RestBinding(string httpMethod, PathTemplate template, string body, string responseBody, MethodDescriptor method, ServiceMethod target)
    {
        HttpMethod = httpMethod;
        Template = template;
        Method = method;
        Target = target;
        Path = new PathBinder(template, method.InputType);
        WholeBody = body == "*";
        BodyField = body is "" or "*" ? null : Field(method.InputType, body);
        ResponseField = responseBody.Length == 0 ? null : Field(method.OutputType, responseBody);
        if (HasBody && httpMethod == "GET")
            throw new InvalidOperationException($"{method.FullName}: GET takes no body");
        if (template.Segments[0].Kind != SegmentKind.Literal)
            throw new InvalidOperationException($"{method.FullName}: {template.Text} must begin with a literal");
        _taken = [.. Path.Fields.Select(f => f.ToString())];
        if (BodyField is not null)
            _taken.Add(BodyField.Name);
        Query = new QueryBinder(method.InputType, _taken, closed: WholeBody);
    }

    /// <summary>GET, PUT, POST, DELETE, PATCH, or another in capitals.</summary>
    public string HttpMethod { get; }

    public PathTemplate Template { get; }

    public MethodDescriptor Method { get; }

    public ServiceMethod Target { get; }

    public PathBinder Path { get; }

    public QueryBinder Query { get; }

    /// <summary>True when the body is the request itself, less what stands in the path.</summary>
    public bool WholeBody { get; }

    /// <summary>The field that the body fills; null when it fills none or all.</summary>
    public FieldDescriptor? BodyField { get; }

    /// <summary>The field of the response that is sent; null when all of it is.</summary>
    public FieldDescriptor? ResponseField { get; }

    public bool HasBody => WholeBody || BodyField is not null;

    /// <summary>True when the path or the body fills the field, so that the query may not.</summary>
    public bool IsTaken(string field) => _taken.Contains(field);

    public override string ToString() => Method.FullName;

    private static FieldDescriptor Field(MessageDescriptor message, string name) =>
        message.FindFieldByName(name) ?? throw new InvalidOperationException($"{message.FullName} has no field {name}");
}

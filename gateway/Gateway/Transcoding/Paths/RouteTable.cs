namespace Federation.Gateway.Transcoding;

/// <summary>
/// All path templates as one tree, walked segment by segment. A literal goes before <c>*</c>, <c>*</c> before <c>**</c>, and a template
/// with a verb before one whose last value would swallow the colon; so every path has one answer, whatever the order of adding.
/// </summary>
/// <typeparam name="T">What a template leads to.</typeparam>
internal sealed class RouteTable<T>
    where T : class
{
    private readonly Node _root = new();

    /// <summary>Adds a template.</summary>
    /// <exception cref="InvalidOperationException">Another template of the same method matches the same paths.</exception>
    public void Add(string method, PathTemplate template, T target)
    {
        var node = template.Segments.Aggregate(_root, (at, segment) => at.Make(segment));
        var targets = node.Ends.TryGetValue(template.Verb, out var known) ? known : node.Ends[template.Verb] = new(StringComparer.Ordinal);
        if (!targets.TryAdd(method, target))
            throw new InvalidOperationException($"two bindings match the same requests: {method} {template.Text}, {targets[method]} and {target}");
    }

    /// <summary>Finds what a request leads to.</summary>
    public RouteMatch<T> Find(string method, RequestPath path)
    {
        var search = new Search(method);
        if (path.TrySplitVerb(out var segments, out var verb) && (search.Walk(_root, segments, 0, verb) || search.Allowed.Count > 0))
            return new RouteMatch<T>(search.Found, segments, search.Allowed);
        search.Walk(_root, path.Segments, 0, "");
        return new RouteMatch<T>(search.Found, path.Segments, search.Allowed);
    }

    private sealed class Search(string method)
    {
        public T? Found { get; private set; }

        public SortedSet<string> Allowed { get; } = new(StringComparer.Ordinal);

        public bool Walk(Node node, string[] segments, int at, string verb)
        {
            if (at == segments.Length)
                return TryEnd(node, verb) || (node.Rest is not null && TryEnd(node.Rest, verb));
            var segment = segments[at];
            if (node.Literals.TryGetValue(Decode(segment), out var next) && Walk(next, segments, at + 1, verb))
                return true;
            if (segment.Length > 0 && node.One is not null && Walk(node.One, segments, at + 1, verb))
                return true;
            return node.Rest is not null && TryEnd(node.Rest, verb);
        }

        private bool TryEnd(Node node, string verb)
        {
            if (!node.Ends.TryGetValue(verb, out var targets))
                return false;
            Allowed.UnionWith(targets.Keys);
            Found = targets.GetValueOrDefault(method);
            return Found is not null;
        }

        private static string Decode(string segment) =>
            segment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(segment) : segment;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? One { get; private set; }

        public Node? Rest { get; private set; }

        /// <summary>What ends here: by verb, then by method.</summary>
        public Dictionary<string, Dictionary<string, T>> Ends { get; } = new(StringComparer.Ordinal);

        public Node Make(PathSegment segment) => segment.Kind switch
        {
            SegmentKind.One => One ??= new Node(),
            SegmentKind.Rest => Rest ??= new Node(),
            _ => Literals.TryGetValue(segment.Text, out var node) ? node : Literals[segment.Text] = new Node(),
        };
    }
}

/// <summary>What the table says about a request.</summary>
/// <param name="Target">Null when nothing answers it.</param>
/// <param name="Segments">The path without its verb, still encoded.</param>
/// <param name="Allowed">When nothing answers: the methods that the path does take; empty when there is no such path.</param>
internal sealed record RouteMatch<T>(T? Target, string[] Segments, IReadOnlyCollection<string> Allowed)
    where T : class;

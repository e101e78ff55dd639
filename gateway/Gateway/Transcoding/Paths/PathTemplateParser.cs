using System.Collections.Immutable;

namespace Federation.Gateway.Transcoding;

/// <summary>Reads a path template by the grammar stated in google/api/http.proto.</summary>
internal sealed class PathTemplateParser(string text)
{
    private readonly ImmutableArray<PathSegment>.Builder _segments = ImmutableArray.CreateBuilder<PathSegment>();
    private readonly ImmutableArray<PathVariable>.Builder _variables = ImmutableArray.CreateBuilder<PathVariable>();
    private int _at;

    public PathTemplate Parse()
    {
        Expect('/');
        ReadSegments(inVariable: false);
        var verb = TryTake(':') ? ReadLiteral() : "";
        if (_at < text.Length)
            throw Fault("unexpected text");
        for (var i = 0; i < _segments.Count - 1; i++)
        {
            if (_segments[i].Kind == SegmentKind.Rest)
                throw Fault("** must be the last segment");
        }

        return new PathTemplate(text, _segments.ToImmutable(), _variables.ToImmutable(), verb);
    }

    private void ReadSegments(bool inVariable)
    {
        do
        {
            if (!TryTake('{'))
                _segments.Add(ReadSegment());
            else if (!inVariable)
                ReadVariable();
            else
                throw Fault("a variable inside a variable");
        }
        while (TryTake('/'));
    }

    private PathSegment ReadSegment()
    {
        if (!TryTake('*'))
            return new PathSegment(SegmentKind.Literal, ReadLiteral());
        return new PathSegment(TryTake('*') ? SegmentKind.Rest : SegmentKind.One, "");
    }

    private void ReadVariable()
    {
        var field = ReadLiteral();
        var start = _segments.Count;
        if (TryTake('='))
            ReadSegments(inVariable: true);
        else
            _segments.Add(new PathSegment(SegmentKind.One, ""));
        Expect('}');
        if (_variables.Any(v => v.Field == field))
            throw Fault($"the field {field} stands twice");
        var count = _segments.Count - start;
        _variables.Add(new PathVariable(field, start, count, Many: count > 1 || _segments[start].Kind == SegmentKind.Rest));
    }

    private string ReadLiteral()
    {
        var start = _at;
        while (_at < text.Length && "/:{}=*".IndexOf(text[_at], StringComparison.Ordinal) < 0)
            _at++;
        return _at > start ? text[start.._at] : throw Fault("a name or a segment is missing");
    }

    private bool TryTake(char expected)
    {
        if (_at >= text.Length || text[_at] != expected)
            return false;
        _at++;
        return true;
    }

    private void Expect(char expected)
    {
        if (!TryTake(expected))
            throw Fault($"'{expected}' is missing");
    }

    private FormatException Fault(string what) => new($"path template {text}, column {_at + 1}: {what}");
}

using System.Collections.Immutable;

namespace Federation.Gateway.Transcoding;

/// <summary>What one segment of a path template matches.</summary>
internal enum SegmentKind
{
    /// <summary>Its own text.</summary>
    Literal,

    /// <summary><c>*</c>: any one segment that is not empty.</summary>
    One,

    /// <summary><c>**</c>: all segments to the end, even none.</summary>
    Rest,
}

/// <summary>One segment of a path template.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Text">The literal; empty for the wild cards.</param>
internal readonly record struct PathSegment(SegmentKind Kind, string Text);

/// <summary>A part of the path that fills a field of the request.</summary>
/// <param name="Field">Path of the field, proto names joined by full stops.</param>
/// <param name="Start">First segment that it covers.</param>
/// <param name="Count">How many segments of the template it covers.</param>
/// <param name="Many">True when it may hold a slash: then %2F stays encoded, so that the slashes keep their meaning.</param>
internal sealed record PathVariable(string Field, int Start, int Count, bool Many);

/// <summary>A path of <c>google.api.http</c>: <c>/v1/units/{unit}/reports/{period}:check</c>.</summary>
/// <param name="Text">As it stands in the annotation.</param>
/// <param name="Segments">Never empty; <see cref="SegmentKind.Rest"/> stands last or not at all.</param>
/// <param name="Variables">In order of their segments; none inside another.</param>
/// <param name="Verb">What follows the colon; empty when there is none.</param>
internal sealed record PathTemplate(
    string Text, ImmutableArray<PathSegment> Segments, ImmutableArray<PathVariable> Variables, string Verb)
{
    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">It is not one; the message says where.</exception>
    public static PathTemplate Parse(string text) => new PathTemplateParser(text).Parse();

    /// <summary>The text that a variable has in a path, decoded.</summary>
    /// <param name="variable">One of this template's.</param>
    /// <param name="segments">A path that the template matched, still encoded.</param>
    public string ValueOf(PathVariable variable, IReadOnlyList<string> segments)
    {
        if (!variable.Many)
            return Uri.UnescapeDataString(segments[variable.Start]);
        var open = Segments[variable.Start + variable.Count - 1].Kind == SegmentKind.Rest;
        var end = open ? segments.Count : variable.Start + variable.Count;
        return string.Join('/', segments.Take(variable.Start..end).Select(DecodeKeepingSlashes));
    }

    private static string DecodeKeepingSlashes(string segment) =>
        Uri.UnescapeDataString(segment.Replace("%2F", "%252F", StringComparison.Ordinal).Replace("%2f", "%252f", StringComparison.Ordinal));
}

using System.Collections.Immutable;
using System.Text;
using Federation.Gateway.Transcoding;

namespace Federation.Gateway.OpenApi;

/// <summary>
/// A path template as OpenAPI spells it. There a parameter is one segment, so <c>{name=shelves/*/books/*}</c> becomes
/// <c>shelves/{name.1}/books/{name.2}</c>.
/// </summary>
/// <param name="Text">With its parameters in braces.</param>
/// <param name="Parameters">Their names; the variable is null for a wild card that fills no field.</param>
internal sealed record OpenApiPath(string Text, ImmutableArray<(string Name, PathVariable? Variable, bool Open)> Parameters)
{
    public static OpenApiPath Of(PathTemplate template)
    {
        var text = new StringBuilder();
        var parameters = ImmutableArray.CreateBuilder<(string, PathVariable?, bool)>();
        for (var i = 0; i < template.Segments.Length; i++)
        {
            var segment = template.Segments[i];
            text.Append('/');
            if (segment.Kind == SegmentKind.Literal)
            {
                text.Append(segment.Text);
                continue;
            }

            var variable = template.Variables.FirstOrDefault(v => v.Start <= i && i < v.Start + v.Count);
            var name = Name(template, variable, i);
            text.Append('{').Append(name).Append('}');
            parameters.Add((name, variable, segment.Kind == SegmentKind.Rest));
        }

        if (template.Verb.Length > 0)
            text.Append(':').Append(template.Verb);
        return new OpenApiPath(text.ToString(), parameters.ToImmutable());
    }

    private static string Name(PathTemplate template, PathVariable? variable, int at)
    {
        if (variable is null)
            return $"segment.{at}";
        if (variable.Count == 1)
            return variable.Field;
        var before = template.Segments.Take(variable.Start..at).Count(s => s.Kind != SegmentKind.Literal);
        return $"{variable.Field}.{before + 1}";
    }
}

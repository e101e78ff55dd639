using System.Collections.Immutable;
using Federation.Domain.Findings;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>Fills a request from the variables of its path. What the body says of the same field must agree.</summary>
internal sealed class PathBinder
{
    private readonly PathTemplate _template;
    private readonly ImmutableArray<(PathVariable Variable, FieldPath Field)> _fields;

    /// <summary>Prepares the fields.</summary>
    /// <exception cref="InvalidOperationException">The message has no such field, or the field cannot be filled from a path.</exception>
    public PathBinder(PathTemplate template, MessageDescriptor message)
    {
        _template = template;
        _fields = [.. template.Variables.Select(v => (v, Resolve(message, v.Field)))];
    }

    /// <summary>The fields that the path fills.</summary>
    public IEnumerable<FieldPath> Fields => _fields.Select(f => f.Field);

    /// <summary>Binds every variable.</summary>
    /// <param name="segments">The path that matched, still encoded.</param>
    /// <param name="request">The message to fill; what the body filled is in it already.</param>
    /// <param name="findings">Receives all that is wrong.</param>
    public void Bind(string[] segments, IMessage request, List<Finding> findings)
    {
        foreach (var (variable, path) in _fields)
        {
            if (FieldText.Read(path.Last, _template.ValueOf(variable, segments), variable.Field, out var value) is { } wrong)
            {
                findings.Add(wrong);
                continue;
            }

            var holder = path.Holder(request);
            if (Contradicts(path.Last, holder, value!))
                findings.Add(RestRules.DiffersFromPath.At(
                    variable.Field, $"正文里的 {variable.Field} 与路径不一致", $"{variable.Field} in the body is not that of the path"));
            else
                path.Last.Accessor.SetValue(holder, value);
        }
    }

    private static bool Contradicts(FieldDescriptor field, IMessage holder, object value)
    {
        if (field.RealContainingOneof?.Accessor.GetCaseFieldDescriptor(holder) is { } rival && rival != field)
            return true;
        var given = field.Accessor.GetValue(holder);
        if (field.HasPresence ? !field.Accessor.HasValue(holder) : IsDefault(given))
            return false;
        return !(field.FieldType == FieldType.Enum ? (int)given == (int)value : Equals(given, value));
    }

    private static bool IsDefault(object given) => given switch
    {
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        Enum number => (int)(object)number == 0,
        _ => Convert.ToDouble(given, System.Globalization.CultureInfo.InvariantCulture) == 0,
    };

    private static FieldPath Resolve(MessageDescriptor message, string field)
    {
        var path = FieldPath.TryResolve(message, field)
            ?? throw new InvalidOperationException($"{message.FullName} has no field {field}, or it lies inside a repeated one");
        return FieldText.Takes(path.Last) && !path.Last.IsRepeated
            ? path
            : throw new InvalidOperationException($"{path.Last.FullName} cannot be filled from a path");
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Federation.Domain.Reports;

/// <summary>A place in a form file: what stands there, and where that is, for sentences about faults.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">For example <c>sections[1].blocks[0].rows[2]</c>; empty for the file as a whole.</param>
/// <param name="Json">What stands there.</param>
internal readonly record struct FormNode(string File, string Path, JsonElement Json)
{
    /// <summary>A fault at this place, to be thrown.</summary>
    public FormatException Fault(string what, Exception? cause = null) => new($"{File}: {(Path.Length == 0 ? "" : Path + ": ")}{what}", cause);

    /// <summary>Refuses members of other names, so that a slip of the pen is not passed over, and members that stand there twice.</summary>
    public FormNode With(params string[] names)
    {
        if (Json.ValueKind != JsonValueKind.Object)
            throw Fault("an object is expected");
        var seen = new HashSet<string>();
        foreach (var member in Json.EnumerateObject())
        {
            if (!names.Contains(member.Name))
                throw Fault($"'{member.Name}' is not known here; known are {string.Join(", ", names)}");
            if (!seen.Add(member.Name))
                throw Fault($"'{member.Name}' stands there twice");
        }
        return this;
    }

    public bool Has(string name) => Json.TryGetProperty(name, out _);

    public FormNode this[string name] =>
        Json.TryGetProperty(name, out var found) ? new(File, Path.Length == 0 ? name : $"{Path}.{name}", found) : throw Fault($"'{name}' is missing");

    /// <summary>A text that is not blank.</summary>
    public string Text(string name) => this[name].AsText();

    public string AsText() =>
        Json.ValueKind == JsonValueKind.String && Json.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Fault("a text is expected");

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public int AsNumber(int least, int most) =>
        Json.ValueKind == JsonValueKind.Number && Json.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Fault($"a whole number from {least} to {most} is expected");

    /// <summary>true when it is there and says so.</summary>
    public bool Flag(string name) => Has(name) && (this[name].Json.ValueKind is JsonValueKind.True or JsonValueKind.False ? this[name].Json.GetBoolean() : throw this[name].Fault("true or false is expected"));

    /// <summary>Elements of a list; none when it is not there.</summary>
    public IEnumerable<FormNode> List(string name) => Has(name) ? this[name].Elements() : [];

    public IEnumerable<FormNode> Elements()
    {
        if (Json.ValueKind != JsonValueKind.Array)
            throw Fault("a list is expected");
        var (file, path) = (File, Path);
        return Json.EnumerateArray().Select((element, at) => new FormNode(file, $"{path}[{at}]", element));
    }

    /// <summary>Does what may be misuse of the builder, and says where the file asked for it.</summary>
    [SuppressMessage("Usage", "CA2208", Justification = "nothing is thrown but a fault of the file")]
    public T Try<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException e)
        {
            throw Fault(e.ParamName is null ? e.Message : e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal), e);
        }
    }
}

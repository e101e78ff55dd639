using System.Collections.Immutable;

namespace Federation.Domain.Reports;

/// <summary>
/// Named lists of a form file and the cell ids written with them: in <c>t3.@rows.total</c> the word <c>@rows</c> stands for every name of the
/// list, and a word bound on one side of a rule means the same name on its other side.
/// </summary>
internal sealed class FormLists
{
    private readonly Dictionary<string, ImmutableArray<string>> lists = [];

    /// <summary>Adds a list; an entry <c>@name</c> takes in a list added before.</summary>
    public void Add(FormNode list, string name) => lists.Add(name, [.. list.Elements().SelectMany(e => e.AsText() is ['@', .. var other] ? Of(other, e) : [e.AsText()])]);

    /// <summary>Every cell that a text names, each with what its words stand for.</summary>
    public IEnumerable<(string Cell, ImmutableDictionary<string, string> Bound)> Bind(FormNode text) => Expand(text, ImmutableDictionary<string, string>.Empty);

    /// <summary>Every cell that the texts of a list name, words bound already standing for what they are bound to.</summary>
    public IEnumerable<string> Cells(FormNode list, ImmutableDictionary<string, string> bound) =>
        list.Elements().SelectMany(text => Expand(text, bound)).Select(e => e.Cell);

    private IEnumerable<(string Cell, ImmutableDictionary<string, string> Bound)> Expand(FormNode text, ImmutableDictionary<string, string> bound)
    {
        IEnumerable<(string Cell, ImmutableDictionary<string, string> Bound)> found = [("", bound)];
        foreach (var word in text.AsText().Split('.'))
        {
            var before = found;
            string Join(string cell, string next) => cell.Length == 0 ? next : $"{cell}.{next}";
            found = word is not ['@', .. var name]
                ? before.Select(f => (Join(f.Cell, word), f.Bound))
                : before.SelectMany(f => f.Bound.TryGetValue(name, out var known)
                    ? [(Join(f.Cell, known), f.Bound)]
                    : Of(name, text).Select(n => (Join(f.Cell, n), f.Bound.Add(name, n))));
        }
        return found;
    }

    private ImmutableArray<string> Of(string name, FormNode place) => lists.TryGetValue(name, out var list) ? list : throw place.Fault($"there is no list '{name}'");
}

using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>标准目录事项: one thing that bodies of some levels must make public.</summary>
/// <param name="Id">Stable inside the lineage of standards: a refinement keeps the id of what it refines. 1 to 128 characters, as <see cref="EntryId"/>.</param>
/// <param name="Title">名称</param>
/// <param name="Fields">Fields by id, see <see cref="EntryFields"/>; only those that a standard may set.</param>
/// <param name="Levels">公开层级: tiers at which bodies must have it; empty: all.</param>
/// <param name="Required">True: a standard below may refine it, not leave it out.</param>
public sealed record StandardItem(string Id, string Title, ImmutableSortedDictionary<string, string> Fields, ImmutableArray<Tier> Levels, bool Required)
{
    /// <summary>The title, as it is named where fields are listed.</summary>
    public const string TitleField = "title";

    /// <summary>The levels, as they are named where fields are listed.</summary>
    public const string LevelsField = "levels";

    /// <summary>Whether it may be left out below, as it is named where fields are listed.</summary>
    public const string RequiredField = "required";

    /// <summary>What <see cref="RequiredField"/> says of an item that may not be left out.</summary>
    public const string Yes = "yes";

    private static readonly string[] Own = [TitleField, LevelsField, RequiredField];

    /// <summary>A field as text, title, levels and necessity among them; empty when there is none.</summary>
    public string this[string field] => field switch
    {
        TitleField => Title,
        LevelsField => string.Join(' ', Levels.Order()),
        RequiredField => Required ? Yes : "",
        _ => Fields.GetValueOrDefault(field, ""),
    };

    /// <summary>Names of every field that is not empty, title first.</summary>
    public IEnumerable<string> Named => Own.Where(f => this[f].Length > 0).Concat(Fields.Where(f => f.Value.Length > 0).Select(f => f.Key));

    /// <summary>The item with a field set; an empty text removes it.</summary>
    /// <exception cref="FormatException">Levels that are none; a necessity other than yes or empty.</exception>
    public StandardItem With(string field, string value) => field switch
    {
        TitleField => this with { Title = value },
        LevelsField => this with { Levels = [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Level)] },
        RequiredField => this with { Required = value switch { Yes => true, "" => false, _ => throw new FormatException($"'{value}' is neither yes nor empty") } },
        _ => this with { Fields = value.Length == 0 ? Fields.Remove(field) : Fields.SetItem(field, value) },
    };

    /// <summary>True when a body of a tier must have it.</summary>
    public bool BindsAt(Tier tier) => Levels.IsEmpty || Levels.Contains(tier);

    /// <summary>True when both say the same.</summary>
    public bool SameAs(StandardItem other) => Id == other.Id && Named.Union(other.Named).All(f => this[f] == other[f]);

    private static Tier Level(string word) => Enum.TryParse<Tier>(word, out var tier) && Enum.IsDefined(tier) ? tier : throw new FormatException($"'{word}' is no level");
}

/// <summary>What a standard rests on: a version of the standard above.</summary>
/// <param name="Owner">Whose standard it is.</param>
/// <param name="Version">Which version, from 1.</param>
public sealed record StandardVersion(UnitId Owner, int Version)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Owner}/v{Version}");
}

/// <summary>标准目录: a version of what a unit demands of all below it.</summary>
/// <param name="Of">Whose, and which version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Basis">Document that set it.</param>
/// <param name="Base">Version above that it refines; null: it rests on none.</param>
/// <param name="Items">By id.</param>
public sealed record StandardCatalog(StandardVersion Of, string Title, string Basis, StandardVersion? Base, ImmutableSortedDictionary<string, StandardItem> Items);

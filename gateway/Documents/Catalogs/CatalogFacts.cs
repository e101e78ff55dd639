using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Catalogs;

/// <summary>What every export says of the catalog as a whole.</summary>
/// <param name="Unit">Whose it is.</param>
/// <param name="Name">Full name of the unit.</param>
/// <param name="Head">How the catalog stood when the export began.</param>
/// <param name="Base">Public address of this installation, absolute, for example <c>https://open.example.gov.cn/</c>.</param>
public sealed record CatalogFacts(UnitId Unit, string Name, CatalogHead Head, Uri Base)
{
    /// <summary>Title of the catalog.</summary>
    public string Title => Name + "政府信息公开目录";

    /// <summary>Address of the catalog's page.</summary>
    public string CatalogIri => At($"catalogs/{Unit.Value}");

    /// <summary>IRI of the catalog itself, which is not its page.</summary>
    public string CatalogNode => CatalogIri + "#catalog";

    /// <summary>IRI of an entry itself, which is not its page.</summary>
    public string DatasetNode(UnitId unit, EntryId id) => EntryIri(unit, id) + "#dataset";

    /// <summary>IRI of the unit.</summary>
    public string UnitIri => At($"units/{Unit.Value}");

    /// <summary>Address of an entry's page.</summary>
    public string EntryIri(EntryId id) => EntryIri(Unit, id);

    /// <summary>Address of the page of an entry of any catalog here.</summary>
    public string EntryIri(UnitId unit, EntryId id) => At($"catalogs/{unit.Value}/entries/{Path(id.Value)}");

    /// <summary>Where a text or file of an entry is handed out.</summary>
    public string ContentIri(EntryId id, Digest hash) => At($"catalogs/{Unit.Value}/contents/{hash}/{Path(id.Value)}");

    /// <summary>An absolute address below the base.</summary>
    public string At(string path) => new Uri(Base, path).AbsoluteUri;

    // The slashes of an id stay what they are; everything else that an address cannot hold is escaped.
    private static string Path(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}

using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Findings;
using Federation.Web.Text;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Catalogs;

/// <summary>Reads the filters in the address of a page. What is not understood is told (CT-606), so that nobody takes a wider list for the one asked for.</summary>
/// <param name="query">The address.</param>
internal sealed class FilterWords(IQueryCollection query)
{
    private readonly List<Finding> findings = [];
    private readonly HashSet<string> known = ["lang"];

    /// <summary>Everything that was not understood; once every filter was read, filters that do not exist among it.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get
        {
            foreach (var name in query.Keys.Where(k => !known.Contains(k)).Take(10))
            {
                known.Add(name);
                findings.Add(SearchRules.UnknownFilter.At(name, $"没有筛选条件“{name}”", $"there is no filter '{name}'"));
            }
            return findings;
        }
    }

    /// <summary>A filter of any text.</summary>
    public string Text(string name)
    {
        known.Add(name);
        return query[name].ToString().Trim();
    }

    /// <summary>Kind of entries; null: any.</summary>
    public EntryKind? Kind() => Choice("kind", CatalogWords.KindOf, w => w.KindField());

    /// <summary>时效; null: any.</summary>
    public ValidityState? Validity() => Choice("validity", CatalogWords.StateOf, w => w.ValidityField());

    /// <summary>公开属性; null: any.</summary>
    public DisclosureAttribute? Disclosure() => Choice("disclosure", CatalogWords.AttributeOf, w => w.DisclosureField());

    /// <summary>Order of what is found.</summary>
    public SearchOrder Order() => Choice("order", text => text switch { "newest" => SearchOrder.Newest, "relevance" => SearchOrder.Relevance, _ => (SearchOrder?)null }, w => w.OrderField()) ?? SearchOrder.Relevance;

    /// <summary>A place in a list; null: its beginning.</summary>
    public long? Place(string name) => Choice(name, text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : (long?)null, w => w.PlaceField());

    private T? Choice<T>(string name, Func<string, T?> read, Func<Words, string> called)
        where T : struct
    {
        var text = Text(name);
        if (text.Length == 0)
            return null;
        if (read(text) is { } found)
            return found;
        findings.Add(SearchRules.UnknownFilter.At(name, $"“{called(Words.Chinese)}”没有选项“{text}”", $"'{called(Words.English)}' has no choice '{text}'"));
        return null;
    }
}

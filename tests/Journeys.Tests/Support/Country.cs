using System.Globalization;
using System.Text;
using Federation.V1;

namespace Federation.Journeys.Tests.Support;

/// <summary>A country made for a test: provinces with cities, counties, townships, and one agency at each county.</summary>
internal sealed class Country
{
    public const string Nation = "000000";
    private readonly Dictionary<string, string> parents = [];
    private readonly StringBuilder csv = new("code,name,tier,parent,kind\n");

    /// <summary>Makes it with so many below each unit of the tier above.</summary>
    public Country(int provinces, int cities, int counties, int townships)
    {
        for (var p = 1; p <= provinces; p++)
        {
            var province = Add($"{10 + p}0000", "province", "");
            for (var i = 1; i <= cities; i++)
            {
                var city = Add($"{province[..2]}{i:00}00", "city", province);
                for (var j = 1; j <= counties; j++)
                {
                    var county = Add($"{city[..4]}{j:00}", "county", city);
                    Add(county + ".audit", "county", county, "agency");
                    for (var k = 1; k <= townships; k++)
                        Add($"{county}{k:000}", "township", county);
                }
            }
        }
    }

    /// <summary>The units as the host loads them.</summary>
    public string Csv => csv.ToString();

    /// <summary>Every unit that must file.</summary>
    public IReadOnlyCollection<string> Units => parents.Keys;

    /// <summary>The unit itself and everything above it, the nation last.</summary>
    public IEnumerable<string> Upward(string unit)
    {
        for (var at = unit; at != Nation; at = parents[at])
            yield return at;
        yield return Nation;
    }

    /// <summary>A lawful report of a unit; each unit's figures are its own.</summary>
    public static Figures FiguresOf(string unit)
    {
        var n = unit.Aggregate(7, (hash, c) => (hash * 31 + c) % 1009);
        return new Figures
        {
            Unlisted = Figures.Types.Unlisted.Nil,
            Counts =
            {
                ["t2.licence.decisions"] = n * n, ["t3.new.natural"] = n + 1, ["t3.granted.natural"] = n, ["t3.carried_out.natural"] = 1,
                ["t3.new.enterprise"] = n % 5, ["t3.partial.enterprise"] = n % 5, ["t4.review.upheld"] = n % 3,
            },
            Amounts = { ["t2.fees.amount"] = $"{n}.25" },
        };
    }

    private string Add(string code, string tier, string parent, string kind = "territory")
    {
        csv.Append(CultureInfo.InvariantCulture, $"{code},单位{code},{tier},{parent},{kind}\n");
        parents.Add(code, parent.Length == 0 ? Nation : parent);
        return code;
    }
}

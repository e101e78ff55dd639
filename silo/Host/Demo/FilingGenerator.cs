using Federation.Domain.Divisions;

namespace Federation.Host.Demo;

/// <summary>
/// Makes one lawful report for a unit from a seed: the same seed and unit always give the same figures. Most townships have nothing to
/// report, counties tens of applications, cities hundreds, provinces thousands. Shares of outcomes and applicants follow published
/// reports (Huai'an 2024, Suqian 2023 and 2024).
/// </summary>
public sealed class FilingGenerator(int seed)
{
    private static readonly string[] Applicants = ["natural", "enterprise", "research", "welfare", "legal", "other"];
    private static readonly int[] ApplicantShares = [930, 42, 1, 2, 20, 5];

    private static readonly (string Outcome, int Share)[] Outcomes =
    [
        ("granted", 446), ("partial", 149), ("deny_secret", 1), ("deny_law", 10), ("deny_security", 2), ("deny_third_party", 3), ("deny_internal", 3),
        ("deny_process", 5), ("deny_casefile", 3), ("deny_query", 34), ("cannot_not_held", 252), ("cannot_must_create", 8), ("cannot_unclear", 3),
        ("refuse_petition", 21), ("refuse_repeat", 9), ("refuse_publication", 1), ("refuse_mass", 1), ("refuse_confirm", 2), ("other_no_correction", 23),
        ("other_fee_unpaid", 2), ("other_other", 36),
    ];

    private static readonly string[] Cases = ["review", "suit_direct", "suit_after_review"];
    private static readonly string[] Rulings = ["upheld", "corrected", "other", "pending"];

    /// <summary>The report of a unit: cells to fill in, those that are zero left out. Empty for a nil report.</summary>
    public IReadOnlyDictionary<string, long> Make(UnitId unit, Tier tier)
    {
        if (unit.IsAgency)
            return MakeOfAgency(unit, tier);
        var draw = new Random(HashOf(unit));
        var cells = new Dictionary<string, long>();
        if (tier == Tier.Township && draw.Next(100) < 82)
            return cells;
        var scale = tier switch { Tier.Province => draw.Next(900, 6000), Tier.City => draw.Next(120, 900), Tier.County => draw.Next(8, 90), _ => draw.Next(1, 7) };
        AddApplications(cells, draw, scale);
        AddCases(cells, draw, scale);
        AddDisclosures(cells, draw, tier, scale);
        return cells;
    }

    // A department has a small part of what its government's office has; in counties most have nothing but decisions.
    private Dictionary<string, long> MakeOfAgency(UnitId unit, Tier tier)
    {
        var draw = new Random(HashOf(unit));
        var cells = new Dictionary<string, long>();
        if (tier >= Tier.County && draw.Next(100) < 60)
            return cells;
        var scale = tier switch { Tier.Province => draw.Next(20, 400), Tier.City => draw.Next(2, 60), _ => draw.Next(1, 8) };
        AddApplications(cells, draw, scale);
        AddCases(cells, draw, scale);
        AddDisclosures(cells, draw, Tier.County, scale); // departments make no 规章
        return cells;
    }

    private static void AddApplications(Dictionary<string, long> cells, Random draw, int received)
    {
        for (var i = 0; i < received; i++)
        {
            var applicant = Applicants[Pick(draw, ApplicantShares)];
            Add(cells, draw.Next(30) == 0 ? $"t3.carried_in.{applicant}" : $"t3.new.{applicant}");
            Add(cells, draw.Next(32) == 0 ? $"t3.carried_out.{applicant}" : $"t3.{Outcomes[Pick(draw, OutcomeShares)].Outcome}.{applicant}");
        }
    }

    private static void AddCases(Dictionary<string, long> cells, Random draw, int received)
    {
        for (var i = draw.Next(received / 8 + 1); i > 0; i--)
            Add(cells, $"t4.{Cases[Math.Max(0, draw.Next(5) - 2)]}.{Rulings[draw.Next(Rulings.Length)]}");
    }

    private static void AddDisclosures(Dictionary<string, long> cells, Random draw, Tier tier, int scale)
    {
        void Put(string cell, long value)
        {
            if (value > 0)
                cells[cell] = value;
        }

        if (tier is Tier.Province or Tier.City)
        {
            Put("t2.rules.issued", draw.Next(4));
            Put("t2.rules.valid", draw.Next(8, 90));
        }
        Put("t2.normative.issued", draw.Next(2 + scale / 20));
        Put("t2.normative.repealed", draw.Next(2 + scale / 25));
        Put("t2.normative.valid", draw.Next(2 + scale / 4));
        Put("t2.licence.decisions", draw.NextInt64(scale * 150L));
        Put("t2.penalty.decisions", draw.NextInt64(scale * 90L));
        Put("t2.coercion.decisions", draw.NextInt64(scale * 12L));
        Put("t2.fees.amount", draw.NextInt64(scale * 4_000L) * 10_000);
    }

    private static int[] OutcomeShares { get; } = [.. Outcomes.Select(o => o.Share)];

    private static void Add(Dictionary<string, long> cells, string cell) => cells[cell] = cells.GetValueOrDefault(cell) + 1;

    private static int Pick(Random draw, int[] shares)
    {
        var at = draw.Next(shares.Sum());
        var index = 0;
        for (; at >= shares[index]; index++)
            at -= shares[index];
        return index;
    }

    // string.GetHashCode differs from run to run; this does not.
    private int HashOf(UnitId unit) => unit.Value.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c));
}

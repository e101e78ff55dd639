using System.Globalization;
using Federation.Domain.Reports;

namespace Federation.Web.Tests.Hosting;

/// <summary>Figures that balance, different for each seed, the same each time.</summary>
internal static class SampleFigures
{
    private static readonly string[] applicants = ["natural", "enterprise", "research", "welfare", "legal", "other"];

    public static Figures Of(int seed)
    {
        var counts = new Dictionary<string, long>
        {
            ["t2.normative.issued"] = seed % 4,
            ["t2.normative.repealed"] = seed % 2,
            ["t2.normative.valid"] = 10 + seed,
            ["t2.licence.decisions"] = 23 + (100 * seed),
            ["t2.penalty.decisions"] = 13 * seed,
            ["t2.coercion.decisions"] = seed % 5,
            ["t4.review.upheld"] = seed % 3,
            ["t4.review.corrected"] = seed % 2,
            ["t4.suit_direct.pending"] = seed % 4,
            ["t4.suit_after_review.upheld"] = seed % 5,
        };
        foreach (var (applicant, at) in applicants.Select((a, at) => (a, at)))
        {
            long received = (((seed * 7) + (at * 3)) % 11) + (at == 0 ? 20 : 0), carriedIn = (seed + at) % 3, all = received + carriedIn;
            void Put(string row, long value) => counts[$"t3.{row}.{applicant}"] = value;
            Put("new", received);
            Put("carried_in", carriedIn);
            Put("granted", all / 3);
            Put("partial", all / 6);
            Put("deny_third_party", all / 7);
            Put("cannot_not_held", all / 5);
            var rest = all - (all / 3) - (all / 6) - (all / 7) - (all / 5);
            Put("refuse_repeat", rest / 2);
            Put("other_other", rest / 3);
            Put("carried_out", rest - (rest / 2) - (rest / 3));
        }
        var entries = new FigureEntries(
            counts, new Dictionary<string, string> { ["t2.fees.amount"] = (12.34m + seed).ToString(CultureInfo.InvariantCulture) }, [], RestIsNil: true);
        var (figures, findings) = FigureReader.Read(Form2021.Form, entries);
        Assert.Empty(findings);
        return figures.WithSums();
    }
}

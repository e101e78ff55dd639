using System.Collections.Immutable;
using System.Globalization;

namespace Federation.Domain.Obligations;

/// <summary>What differs between two versions of a duty: one member.</summary>
/// <param name="Member">Its name: text, measure, role, …</param>
/// <param name="Was">As it was; empty when nothing stood there.</param>
/// <param name="Now">As it is.</param>
public sealed record DutyDifference(string Member, string Was, string Now)
{
    /// <summary>The member that names the notice, or law, it rests on.</summary>
    public const string Basis = "basis";

    /// <summary>Every member that differs, in the order of the duty.</summary>
    public static ImmutableArray<DutyDifference> Between(Duty was, Duty now) =>
        [.. Members(was).Zip(Members(now)).Where(p => p.First.Value != p.Second.Value).Select(p => new DutyDifference(p.First.Name, p.First.Value, p.Second.Value))];

    private static IEnumerable<(string Name, string Value)> Members(Duty duty) =>
    [
        ("title", duty.Title),
        ("text", duty.Text),
        ("measure", MeasureText.Write(duty.Measure)),
        ("role", duty.Role.ToString()),
        (Basis, duty.Basis),
        ("lead", string.Join('、', duty.Lead)),
        ("starts", Day(duty.Starts)),
        ("ends", Day(duty.Ends)),
        ("minutes", duty.MinutesEach.ToString(CultureInfo.InvariantCulture)),
        ("asks", string.Join(';', duty.Asks.Select(a => $"{a.Name}={a.Source}"))),
        ("local_plan", duty.IsLocalPlan ? "true" : ""),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

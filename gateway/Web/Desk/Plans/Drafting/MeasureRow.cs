using System.Globalization;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>A measure as fields of a form, kept as typed until all of it can be read.</summary>
/// <param name="Kind">once, every, count, ratio, within, or text for one that has no fields; empty: none.</param>
/// <param name="Due">Last day, YYYY-MM-DD.</param>
/// <param name="Cadence">Word of the period.</param>
/// <param name="Least">Fewest times.</param>
/// <param name="Most">Most times.</param>
/// <param name="Days">Working days after the period.</param>
/// <param name="By">A day of every year, MM-DD.</param>
/// <param name="Share">A share in per cent.</param>
/// <param name="Side">least or most.</param>
/// <param name="Event">What sets the clock going.</param>
/// <param name="Amount">The limit.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Text">As <see cref="MeasureText"/> writes it.</param>
public sealed record MeasureRow(
    string Kind, string Due = "", string Cadence = "yearly", string Least = "", string Most = "", string Days = "", string By = "", string Share = "", string Side = "least",
    string Event = "", string Amount = "", string Unit = "WorkingDays", string Text = "")
{
    /// <summary>Kinds that a form offers.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["", "once", "every", "count", "ratio", "within", "text"];

    /// <summary>Of a measure.</summary>
    public static MeasureRow Of(Measure measure) => measure switch
    {
        OnceBy m => new("once", m.Due is { } due ? due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""),
        EveryPeriod { Season: null } m => new("every", Cadence: MeasureText.Word(m.Cadence), Days: m.DueDays == 0 ? "" : Number(m.DueDays), By: m.By?.ToString() ?? ""),
        CountPerPeriod m => new("count", Cadence: MeasureText.Word(m.Cadence), Least: m.AtLeast == 0 ? "" : Number(m.AtLeast), Most: m.AtMost is { } most ? Number(most) : ""),
        RatioBound m => new("ratio", Cadence: MeasureText.Word(m.Cadence), Share: (m.Bound * 100).ToString("0.##########", CultureInfo.InvariantCulture), Side: m.Kind == BoundKind.AtLeast ? "least" : "most"),
        WithinOfEvent m => new("within", Event: m.Event, Amount: Number(m.Amount), Unit: m.Unit.ToString()),
        _ => new("text", Text: MeasureText.Write(measure)),
    };

    /// <summary>As typed.</summary>
    public static MeasureRow Of(IFormCollection form, string name)
    {
        string Field(string field) => form[$"{name}.{field}"].ToString().Trim();
        return new(
            Field("kind"), Field("due"), Field("cadence"), Field("least"), Field("most"), Field("days"), Field("by"), Field("share"), Field("side"), Field("event"), Field("amount"), Field("unit"), Field("text"));
    }

    /// <summary>The measure; null, with a finding, when the fields make none.</summary>
    /// <param name="place">Which of the measures of the clause, from 1.</param>
    /// <param name="findings">What cannot be read.</param>
    public Measure? Read(int place, ICollection<Finding> findings)
    {
        if (MeasureText.TryParse(Written(), out var measure))
            return measure;
        findings.Add(DeskRules.BadMeasure.At("measures", $"第 {place} 项要求没有填写完整,或写法不对", $"measure {place} is not complete, or not well written"));
        return null;
    }

    private string Written() => Kind switch
    {
        "once" => Due.Length > 0 ? $"once {Due}" : "once",
        "every" => $"every {Cadence}{(Days.Length > 0 ? $" +{Days}" : "")}{(By.Length > 0 ? $" by {By}" : "")}",
        "count" => $"count{(Least.Length > 0 ? $" >={Least}" : "")}{(Most.Length > 0 ? $" <={Most}" : "")} {Cadence}",
        "ratio" => decimal.TryParse(Share.TrimEnd('%', '%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            ? string.Create(CultureInfo.InvariantCulture, $"ratio {(Side == "most" ? "<=" : ">=")}{(share / 100).ToString("0.############", CultureInfo.InvariantCulture)} {Cadence}")
            : "",
        "within" => Enum.TryParse<LimitUnit>(Unit, out var unit) && Enum.IsDefined(unit) && int.TryParse(Amount, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? MeasureText.Write(new WithinOfEvent(Event, amount, unit))
            : "",
        "text" => Text,
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

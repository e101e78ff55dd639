using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>One clause of a draft as a form, kept as typed.</summary>
/// <param name="At">Its place among the clauses, from 0; -1: a new one.</param>
/// <param name="Clause">Its number.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">As the notice has it.</param>
/// <param name="Minutes">Estimate.</param>
/// <param name="Measures">What is asked.</param>
/// <param name="Bodies">Who is named.</param>
/// <param name="Receivers">Who alone is bound.</param>
public sealed record PointForm(
    int At, string Clause, string Title, string Text, string Minutes, ImmutableArray<MeasureRow> Measures, ImmutableArray<BodyRow> Bodies, ImmutableArray<ReceiverRow> Receivers)
{
    private const int MostRows = 40;

    /// <summary>Of a clause.</summary>
    public static PointForm Of(int at, WorkPoint? point) => point is null
        ? new(-1, "", "", "", "", [], [], [])
        : new(
            at, point.Clause, point.Title, point.Text, point.Minutes == 0 ? "" : point.Minutes.ToString(CultureInfo.InvariantCulture), [.. point.Measures.Select(MeasureRow.Of)],
            [.. point.Bodies.Select(BodyRow.Of)], [.. point.Receivers.Select(ReceiverRow.Of)]);

    /// <summary>As typed.</summary>
    public static PointForm Of(IFormCollection form) => new(
        int.TryParse(form["at"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) ? at : -1, form["clause"].ToString().Trim(), form["title"].ToString().Trim(),
        form["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim(), form["minutes"].ToString().Trim(),
        [.. Rows(form, "m", "kind").Select(n => MeasureRow.Of(form, n)).Where(r => r.Kind.Length > 0)], [.. Rows(form, "b", "part").Select(n => BodyRow.Of(form, n)).Where(r => !r.IsEmpty)],
        ReceiversOf(form));

    /// <summary>Choices of receivers as typed.</summary>
    public static ImmutableArray<ReceiverRow> ReceiversOf(IFormCollection form) => [.. Rows(form, "r", "kind").Select(n => ReceiverRow.Of(form, n)).Where(r => r.Kind.Length > 0)];

    /// <summary>The clause; null, with all findings, when something cannot be read.</summary>
    /// <param name="before">As it was; what has no field stays.</param>
    /// <param name="issuer">Who writes the plan.</param>
    /// <param name="tree">Tree of today.</param>
    /// <param name="findings">What cannot be read.</param>
    public WorkPoint? Read(WorkPoint? before, UnitId issuer, DivisionTree tree, ICollection<Finding> findings)
    {
        var minutes = PlanActs.NumberOf(Minutes, "minutes", findings);
        var measures = Measures.Select((m, i) => m.Read(i + 1, findings)).ToList();
        var bodies = Bodies.Select(b => b.Read(issuer, tree, findings)).ToList();
        var receivers = Receivers.Select((r, i) => r.Read(i + 1, findings)).ToList();
        return findings.Count > 0
            ? null
            : new WorkPoint(Clause, Title, Text, [.. measures.Select(m => m!)], [.. bodies.Select(b => b!)], minutes) { Source = before?.Source, Span = before?.Span, Receivers = [.. receivers.Select(r => r!)] };
    }

    private static IEnumerable<string> Rows(IFormCollection form, string name, string first) =>
        Enumerable.Range(0, MostRows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}{i}")).Where(n => form.ContainsKey($"{n}.{first}"));
}

/// <summary>What stands at the head of a draft, as a form.</summary>
/// <param name="Title">Title of the notice.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="Date">YYYY-MM-DD.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Mode">How it goes down.</param>
/// <param name="AcceptWithin">Working days for an answer.</param>
/// <param name="Receivers">Who is bound.</param>
public sealed record HeadForm(string Title, string DocumentNumber, string Date, string Basis, CascadeMode Mode, string AcceptWithin, ImmutableArray<ReceiverRow> Receivers)
{
    /// <summary>Of a draft.</summary>
    public static HeadForm Of(PlanDraft draft) => new(
        draft.Title, draft.DocumentNumber, draft.Date is { } day ? Federation.Web.Reports.Numbers.Day(day) : "", draft.Basis, draft.Mode,
        draft.AcceptWithin.ToString(CultureInfo.InvariantCulture), [.. draft.Receivers.Select(ReceiverRow.Of)]);

    /// <summary>As typed.</summary>
    public static HeadForm Of(IFormCollection form) => new(
        form["title"].ToString().Trim(), form["document"].ToString().Trim(), form["date"].ToString().Trim(), form["basis"].ToString().Trim(),
        form["mode"] == nameof(CascadeMode.StepByStep) ? CascadeMode.StepByStep : CascadeMode.Straight, form["accept"].ToString().Trim(), PointForm.ReceiversOf(form));

    /// <summary>The draft with this head; null, with all findings, when something cannot be read.</summary>
    public PlanDraft? Read(PlanDraft before, ICollection<Finding> findings)
    {
        DateOnly? date = null;
        if (Date.Length > 0 && DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            date = day;
        else if (Date.Length > 0)
            findings.Add(DeskRules.BadDay.At("date"));
        var within = PlanActs.NumberOf(AcceptWithin, "accept_within", findings);
        var receivers = Receivers.Select((r, i) => r.Read(i + 1, findings)).ToList();
        return findings.Count > 0
            ? null
            : before with { Title = Title, DocumentNumber = DocumentNumber, Date = date, Basis = Basis, Mode = Mode, AcceptWithin = within, Receivers = [.. receivers.Select(r => r!)] };
    }
}

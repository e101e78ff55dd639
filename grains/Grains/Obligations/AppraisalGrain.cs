using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Obligations;

/// <summary>The formula of one superior and year. Key: appraisal/unit/year.</summary>
[GrainType("appraisal")]
public sealed class AppraisalGrain(ILedger ledger, IDivisions divisions, TimeProvider clock) : Grain, IAppraisalGrain
{
    private readonly Journal<AppraisalBook, AppraisalEvent, AppraisalStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;
    private int year;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (unit, year) = GrainKeys.UnitAndYearOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Reply<FormulaView>> Set(SetAppraisalFormula message)
    {
        if (Permissions.Check(message.By, Permission.SetAppraisals, unit, divisions.Today) is { } denied)
            return Reply.Refuse<FormulaView>(denied);
        var unknown = message.Items.Where(i => AppraisalEventJson.CountOf(i.Count) is null)
            .Select(i => ObligationRules.BadItem.At(i.Name, $"考核项不能统计“{i.Count}”", $"an item cannot count '{i.Count}'")).ToList();
        if (unknown.Count > 0)
            return Reply.Refuse<FormulaView>([.. unknown]);
        var formula = FormulaViews.Formula(message.Name, message.Basis, message.Weight, message.Items);
        var committed = await journal.Commit(
            message.By.Actor, message.RequestId, book => book.Set(formula, message.Reason, year, clock.Today()), e => e is FormulaSet set && set.Formula.SameAs(formula), (_, _) => Along.Nothing);
        return committed.Refused ? Reply.Refuse<FormulaView>(committed.Findings) : Reply.Of(View()!, committed.Findings);
    }

    /// <inheritdoc />
    public Task<FormulaView?> Get() => Task.FromResult(View());

    private FormulaView? View()
    {
        ImmutableArray<FormulaView> all = [.. journal.State.Versions.Select(v => FormulaViews.Of(unit, year, v))];
        return all.IsEmpty ? null : all[^1] with { Before = all.RemoveAt(all.Length - 1) };
    }
}

/// <summary>How formulas are kept.</summary>
internal sealed class AppraisalStream : IStreamOf<AppraisalBook, AppraisalEvent>
{
    public static AppraisalBook Start => AppraisalBook.Blank;

    public static NewEvent Write(AppraisalEvent happened) => AppraisalEventJson.Write(happened);

    public static AppraisalEvent Read(RecordedEvent recorded) => AppraisalEventJson.Read(recorded);

    public static AppraisalBook Apply(AppraisalBook state, Act<AppraisalEvent> act) => state.Apply(act.Event, act.At, act.Actor);
}

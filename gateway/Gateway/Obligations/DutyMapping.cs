using System.Globalization;
using Federation.Contracts.Obligations;
using Federation.Domain.Obligations;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using AppraisalFormula = Federation.V1.AppraisalFormula;
using DutyBook = Federation.V1.DutyBook;

namespace Federation.Gateway.Obligations;

/// <summary>Duties as the contract names them.</summary>
internal static class DutyMapping
{
    public static DutyBook ToProto(DutyBookView view, string light)
    {
        var book = new DutyBook
        {
            Unit = view.Unit.Value,
            Year = view.Year,
            Revision = view.Revision,
            Now = view.Now.ToTimestamp(),
            UnacceptedAfter = view.Rules.UnacceptedAfter,
            LateAfter = view.Rules.LateAfter,
            SoonWithin = view.Rules.SoonWithin,
        };
        book.Plans.AddRange(view.Plans.Select(p => new V1.PlanArrival
        {
            Plan = p.Plan,
            Version = p.Version,
            Issuer = p.Issuer.Value,
            Title = p.Title,
            IssuedAt = p.IssuedAt.ToTimestamp(),
            DeliveredAt = p.DeliveredAt.ToTimestamp(),
            OpenedAt = p.OpenedAt?.ToTimestamp(),
            AcceptWithin = (p.Rules ?? view.Rules).UnacceptedAfter,
            LateAfter = (p.Rules ?? view.Rules).LateAfter,
            SoonWithin = (p.Rules ?? view.Rules).SoonWithin,
            RulesBasis = p.Rules?.Basis ?? "",
        }));
        book.Duties.AddRange(view.Duties.Where(d => light.Length == 0 || d.Light == light).Select(ToProto));
        book.Escalations.AddRange(view.Escalations.Select(e => new V1.Escalation
        {
            Duty = e.Duty.ToString(),
            Cause = e.Cause,
            Slot = e.Slot,
            OnDay = Day(e.On),
            ToUnit = e.To.Value,
            Reached = e.Reached,
        }));
        book.Moves.AddRange(view.Moves.Select(m => new V1.MovedDate { Duty = m.Duty.ToString(), Slot = m.Slot, Was = Day(m.Was), Now = Day(m.Now), Notice = m.Notice, OnDay = Day(m.On) }));
        return book;
    }

    public static DutyDigest ToProto(DigestView view)
    {
        var digest = new DutyDigest { Unit = view.Unit.Value, OnDay = Day(view.On) };
        digest.Lines.AddRange(view.Lines.Select(ToProto));
        return digest;
    }

    public static DutyBurden ToProto(BurdenView view)
    {
        var burden = new DutyBurden { Unit = view.Unit.Value, Year = view.Year };
        foreach (var month in view.Months)
        {
            var mapped = new V1.MonthBurden { Month = Day(month.Month), Minutes = month.Minutes };
            mapped.Lines.AddRange(month.Lines.Select(l => new V1.BurdenLine { Duty = l.Duty.ToString(), Issuer = l.Issuer.Value, Times = l.Times, Minutes = l.Minutes }));
            burden.Months.Add(mapped);
        }
        return burden;
    }

    public static DutyAppraisal ToProto(AppraisalView view)
    {
        var appraisal = new DutyAppraisal
        {
            Unit = view.Unit.Value,
            OnDay = Day(view.On),
            Formula = view.Formula,
            Basis = view.Basis,
            Weight = Number(view.Weight),
            Points = Number(view.Points),
            Weighted = Number(view.Weighted),
            By = view.By is { } by ? ToProto(by) : null,
        };
        foreach (var score in view.Scores)
        {
            var mapped = new V1.AppraisalScore { Name = score.Name, Cap = Number(score.Cap), OffEach = Number(score.Off), Points = Number(score.Points) };
            mapped.Cases.AddRange(score.Cases.Select(ToProto));
            appraisal.Scores.Add(mapped);
        }
        appraisal.Late.AddRange(view.Late.Select(ToProto));
        return appraisal;
    }

    public static AppraisalFormula ToProto(FormulaView view)
    {
        var formula = new AppraisalFormula
        {
            Issuer = view.Issuer?.Value ?? "",
            Year = view.Year,
            Version = view.Version,
            Name = view.Name,
            Basis = view.Basis,
            Weight = Number(view.Weight),
            SetAt = view.At?.ToTimestamp(),
            SetBy = view.By,
            Reason = view.Reason,
        };
        formula.Items.AddRange(view.Items.Select(i => new FormulaItem { Name = i.Name, Count = i.Count, Points = Number(i.Points), OffEach = Number(i.Off) }));
        formula.Before.AddRange(view.Before.Select(ToProto));
        return formula;
    }

    private static V1.Duty ToProto(DutyView view)
    {
        var (asked, stands) = (view.Duty, view.Acceptance);
        var duty = new V1.Duty
        {
            Id = asked.Id.ToString(),
            Title = asked.Title,
            Text = asked.Text,
            Measure = MeasureText.Write(asked.Measure),
            Role = asked.Role switch { DutyRole.Lead => "lead", DutyRole.Supporting => "support", _ => "responsible" },
            Basis = asked.Basis,
            Issuer = asked.Issuer.Value,
            MinutesEach = asked.MinutesEach,
            LocalPlan = asked.IsLocalPlan,
            PlanVersion = view.PlanVersion,
            ReceivedOn = Day(view.ReceivedOn),
            Light = view.Light,
            Due = Day(view.Due),
            WorkingDays = view.WorkingDays,
            AcceptedAt = stands.AcceptedAt?.ToTimestamp(),
            AcceptedBy = stands.AcceptedBy,
            Objection = stands.Objection,
            ClosedAt = stands.ClosedAt?.ToTimestamp(),
            ClosedBy = stands.ClosedBy,
            Withdrawn = stands.WithdrawnFor is not null,
            WithdrawnFor = stands.WithdrawnFor ?? "",
            Interval = view.Interval,
            Provisional = view.IsProvisional,
            AwaitsReview = view.AwaitsReview,
        };
        duty.Lead.AddRange(asked.Lead.Select(u => u.Value));
        duty.Trail.AddRange(asked.Trail.Select(s => new DutyTrailStep { Issuer = s.Issuer.Value, Clause = s.Clause.ToString(), Title = s.Title }));
        duty.Asks.AddRange(asked.Asks.Select(a => new V1.AskedNumber { Name = a.Name, Source = a.Source }));
        duty.Why.AddRange(view.Why.Select(ToProto));
        duty.Slots.AddRange(view.Slots.Select(ToProto));
        duty.Occurrences.AddRange(view.Occurrences.Select(o => new DutyOccurrence { Number = o.Number, What = o.What, At = o.At.ToTimestamp() }));
        duty.Evidence.AddRange(view.Evidence.Select(ToProto));
        duty.Exceptions.AddRange(view.Exceptions.Select(e => new V1.DutyException { Reason = e.Reason, Approver = e.Approver, FromDay = Day(e.From), Until = Day(e.Until) }));
        duty.Amendments.AddRange(view.Amendments.Select(ToProto));
        return duty;
    }

    private static DutySlot ToProto(SlotView view)
    {
        var slot = new DutySlot
        {
            Name = view.Name,
            Due = Day(view.Due),
            DueAt = view.DueAt?.ToTimestamp(),
            Light = view.Light,
            DoneAt = view.DoneAt?.ToTimestamp(),
            DoneLate = view.DoneLate,
            WorkingDays = view.WorkingDays,
        };
        slot.Counted.AddRange(view.Counted);
        slot.Why.AddRange(view.Why.Select(ToProto));
        return slot;
    }

    private static DutyEvidence ToProto(EvidenceView view) => new()
    {
        Number = view.Number,
        Kind = view.Kind,
        Reference = view.Reference,
        DoneAt = view.DoneAt.ToTimestamp(),
        ForDay = Day(view.For),
        Occurrence = view.Occurrence ?? 0,
        Value = view.Value is { } value ? Number(value) : "",
        Note = view.Note,
        By = view.By,
        GivenAt = view.GivenAt.ToTimestamp(),
        State = view.State,
        Reason = view.Reason,
        Check = view.Check,
        CheckText = view.CheckText is { } why ? ToProto(why) : null,
    };

    private static V1.DutyAmendment ToProto(DutyAmendmentView view)
    {
        var amendment = new V1.DutyAmendment { Version = view.Version, OnDay = Day(view.On) };
        amendment.Changes.AddRange(view.Changes.Select(c => new MemberChange { Member = c.Member, Was = c.Was, Now = c.Now }));
        return amendment;
    }

    private static AppraisalCase ToProto(AppraisalCaseView view)
    {
        var mapped = new AppraisalCase { Duty = view.Duty?.ToString() ?? "", Slot = view.Slot, Credit = Number(view.Credit), Text = ToProto(view.Text) };
        mapped.Evidence.AddRange(view.Evidence);
        return mapped;
    }

    private static V1.DigestLine ToProto(DigestLineView view) => new()
    {
        Duty = view.Duty.ToString(),
        Title = view.Title,
        Light = view.Light,
        Due = Day(view.Due),
        WorkingDays = view.WorkingDays,
        Text = ToProto(view.Text),
    };

    private static Sentence ToProto(BecauseView view) => new() { Text = view.Text, TextEn = view.TextEn };

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// Reads the claims of one text, clause by clause. What the words leave open is taken from the clauses before: the kind of document, review or
/// suit, which applications are spoken of. After a clause about somebody else's applications nothing is claimed until the unit speaks of its own.
/// </summary>
internal sealed class ClaimReader(ProseText text, ReportForm form, ProseContext context)
{
    private static readonly string[] OfApplications = ["申请", "收到", "受理", "收办", "办结", "答复", "办理"];
    private static readonly string[] NotOfApplications = ["人次", "人", "次", "期", "篇", "部", "元"];
    private const string Bodies = "局办委厅院县区市镇乡道室";

    private readonly UnitNames unit = new(context.UnitName);
    private readonly Dictionary<Clause, Claim> claims = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Clause, ClauseWords?> understood = new(ReferenceEqualityComparer.Instance);
    private int lineStart;
    private (string Document, bool Act, string[] Rows) before = ("", false, []); // within a sentence
    private string cases = "";
    private Numeral? caseCount;
    private string column = "";
    private bool foreign;
    private Sentence? foreignSince;
    private int otherSpan; // from here on the sentence speaks of other years, or of a part of the year

    /// <summary>Every clause that claims something.</summary>
    public IReadOnlyDictionary<Clause, Claim> Read()
    {
        foreach (var sentence in text.Sentences)
        {
            if (sentence.StartsLine)
                (lineStart, foreign) = (sentence.Start, false);
            if (!Starts(sentence.Start, "其中"))
                (cases, caseCount) = ("", null);
            (before, column) = (("", false, []), "");
            otherSpan = OtherSpans.StartIn(text.Normal, sentence, context.Year);
            for (var i = 0; i < sentence.Clauses.Count; i++)
                Read(sentence, i);
        }
        return claims;
    }

    private void Read(Sentence sentence, int at)
    {
        var clause = sentence.Clauses[at];
        if (clause.Before == '\uFF1B' || (at > 0 && sentence.Clauses[at - 1].After == ')'))
            column = "";
        var words = Understand(clause);
        if (words is null)
        {
            if (IsForeign(clause))
                (foreign, foreignSince) = (true, sentence);
            (cases, caseCount) = ("", null);
            return;
        }
        if (words.Has(WordKind.Case) && words.Has(WordKind.Flow))
            (foreign, foreignSince) = (true, sentence); // 收到行政复议申请2000件,受理1800件
        if (words.Number is null && words.Has(WordKind.Ruling) && words.Words.Any(w => w.Text is "均" or "全部") && caseCount is not null)
            words = words with { Number = caseCount }; // 行政复议7件,均获维持
        if (words.LastYear || otherSpan < clause.End || (words.Number is null && !words.Has(WordKind.None)))
            return;
        if (at > 0 && clause.Before == '、' && Understand(sentence.Clauses[at - 1]) is { Number: null } joined && joined.Words.Any(w => w.Word.Kind is WordKind.Flow or WordKind.Outcome or WordKind.Case or WordKind.Applicant))
            return; // 行政复议、行政诉讼共3件: of both together
        var among = words.Has(WordKind.Among) || (at > 0 && Is(sentence.Clauses[at - 1], "其中"));
        if ((Documents(words) ?? Acts(words) ?? Charges(words) ?? Cases(words) ?? Applications(words, sentence, among)) is { } claim)
            claims[clause] = claim;
    }

    /// <summary>The words of a clause before any growth or share; null when not understood.</summary>
    public ClauseWords? Understand(Clause clause)
    {
        if (understood.TryGetValue(clause, out var words))
            return words;
        var end = Math.Min(Growth.StartIn(text.Normal, clause), Shares.StartIn(text.Normal, clause));
        return understood[clause] = ClauseWords.Read(text.Normal, clause.Start, end, clause.Numerals, context.Year, unit);
    }

    private Claim? Documents(ClauseWords words)
    {
        if (!words.Has(WordKind.DocumentVerb) || words.Has(WordKind.Flow) || words.Has(WordKind.Case) || words.Has(WordKind.Applicant) || words.Has(WordKind.Outcome) || words.Number is { CountsThings: false })
            return null;
        string[] kinds = [.. words.Of(WordKind.Document).Distinct()], verbs = [.. words.Of(WordKind.DocumentVerb).Distinct()];
        if (kinds.Length == 0 && before.Document.Length > 0)
            kinds = [before.Document];
        if (kinds.Length != 1 || verbs.Length != 1)
            return null;
        before.Document = kinds[0];
        return Claim(ProseRules.Documents, words, Reading.Of(form, $"t2.{kinds[0]}.{verbs[0]}"));
    }

    private Claim? Acts(ClauseWords words)
    {
        if (words.Of(WordKind.Act).Distinct().ToList() is not [var act] || words.Has(WordKind.Case) || words.Has(WordKind.Document) || words.Number is not { CountsThings: true })
            return null;
        before.Act |= words.Has(WordKind.ActVerb) || words.Words.Any(w => w.Text is "办理" or "处理");
        return before.Act ? Claim(ProseRules.Documents, words, Reading.Of(form, $"t2.{act}.decisions")) : null;
    }

    private Claim? Charges(ClauseWords words) =>
        words.Has(WordKind.Charge) && words.Number is { Measure: "元" } ? Claim(ProseRules.Charges, words, Reading.Of(form, "t2.fees.amount")) : null;

    private Claim? Cases(ClauseWords words)
    {
        if (words.Has(WordKind.Flow) || words.Has(WordKind.Outcome) || words.Has(WordKind.Applicant) || words.Has(WordKind.Act) || words.Number is { CountsThings: false })
            return null;
        if (words.Of(WordKind.Case).LastOrDefault() is { } named)
            (cases, caseCount) = (named, words.Number);
        else if (!words.Has(WordKind.Ruling))
            return null;
        if (cases.Length == 0 || !Said("信息公开", words.End) && !Said("依申请", words.End) || (words.Number is null && !words.Has(WordKind.Case)))
            return null;
        string[] rulings = [.. words.Of(WordKind.Ruling).Distinct()];
        return rulings.Length > 1 ? null : Claim(ProseRules.Cases, words, Reading.Of(form, cases.Split('+').Select(g => $"t4.{g}.{rulings.FirstOrDefault("total")}")));
    }

    private Claim? Applications(ClauseWords words, Sentence sentence, bool among)
    {
        string[] outcomes = [.. words.Of(WordKind.Outcome).Distinct()], columns = [.. words.Of(WordKind.Applicant).Distinct()];
        string[] flows = [.. words.Of(WordKind.Flow).SelectMany(f => f.Split('|')).Distinct()];
        if (outcomes.Length + columns.Length + flows.Length == 0 || columns.Length > 1 || words.Has(WordKind.Case) || words.Has(WordKind.Document) || words.Has(WordKind.Act) || words.Has(WordKind.Charge))
            return null;
        if (!Said("申请", words.End) || (words.Number is { } n && (!n.CountsThings || NotOfApplications.Contains(n.Measure))))
            return null;
        if (foreign && foreignSince != sentence && flows.Length > 0 && !among)
            foreign = false; // the unit speaks of itself again
        if (foreign || (among && flows.Length > 1 && columns.Length == 0 && outcomes.Length == 0))
            return null;
        if (words.Number is null)
        {
            if (flows.Length == 0 || columns.Length > 0 || outcomes.Length > 0)
                return null;
            if (words.Words.Any(w => ProseWords.Receiving.Contains(w.Text)))
                flows = ["new"];
        }
        if (columns.Length == 1)
            column = columns[0];
        if (outcomes.Length > 0)
            return Claim(ProseRules.Outcomes, words, [.. Columns(columns).Select(c => Reading.OfTable3(form, outcomes, c))]);
        if (flows.Length > 0)
            before.Rows = flows;
        else if (before.Rows.Length == 0)
            return null;
        return Claim(columns.Length > 0 ? ProseRules.Applicants : ProseRules.Applications, words, [.. before.Rows.SelectMany(rows => Columns(columns).Select(c => Reading.OfTable3(form, rows.Split('+'), c)))]);
    }

    // 自然人申请 7 件,予以公开 3 件: of all or of natural persons, both may be meant.
    private IEnumerable<string[]> Columns(string[] named) =>
        named.Length > 0 ? [named[0].Split('+')] : column.Length > 0 ? [["total"], column.Split('+')] : [["total"]];

    private static Claim? Claim(Rule rule, ClauseWords words, params ImmutableArray<Reading?> readings) =>
        readings.OfType<Reading>().ToImmutableArray() is { IsEmpty: false } known ? new Claim(rule, words.Start, words.End, words.Number, known) : null;

    private bool IsForeign(Clause clause)
    {
        var words = text.Normal.AsSpan(clause.Start, clause.End - clause.Start).ToString();
        return clause.Numerals.Any(n => n.CountsThings)
            ? OfApplications.Any(o => words.Contains(o, StringComparison.Ordinal))
            : clause.After == '\uFF1A' && Bodies.Contains(words[^1], StringComparison.Ordinal);
    }

    private bool Said(string words, int until) => text.Normal.AsSpan(lineStart, until - lineStart).Contains(words, StringComparison.Ordinal);

    private bool Starts(int at, string words) => string.CompareOrdinal(text.Normal, at, words, 0, words.Length) == 0;

    private bool Is(Clause clause, string words) => clause.End - clause.Start == words.Length && Starts(clause.Start, words);
}

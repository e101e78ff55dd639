using System.Collections.Immutable;

namespace Federation.Documents.Layouts;

/// <summary>Table three: 25 rows of applications and their outcomes by 7 kinds of applicant.</summary>
public static partial class Layout2021
{
    private static readonly (string Id, Printed Text)[] applicants =
    [
        ("natural", new("自然人", "Natural persons")), ("enterprise", new("商业企业", "Enterprises")), ("research", new("科研机构", "Research bodies")),
        ("welfare", new("社会公益组织", "Public-interest bodies")), ("legal", new("法律服务机构", "Legal services")), ("other", new("其他", "Others")),
        ("total", new("总计", "Total")),
    ];

    private static readonly (string Id, Printed Text, (string Id, Printed Text)[] Rows)[] outcomes =
    [
        ("deny", new("(三)不予公开", "(3) Withheld"),
        [
            ("deny_secret", new("1.属于国家秘密", "1. State secrets")),
            ("deny_law", new("2.其他法律行政法规禁止公开", "2. Forbidden by other laws or regulations")),
            ("deny_security", new("3.危及“三安全一稳定”", "3. Endangers security or stability")),
            ("deny_third_party", new("4.保护第三方合法权益", "4. Rights of third parties")),
            ("deny_internal", new("5.属于三类内部事务信息", "5. Internal affairs")),
            ("deny_process", new("6.属于四类过程性信息", "6. Deliberative records")),
            ("deny_casefile", new("7.属于行政执法案卷", "7. Enforcement case files")),
            ("deny_query", new("8.属于行政查询事项", "8. Open to inspection under other rules")),
        ]),
        ("cannot", new("(四)无法提供", "(4) Not available"),
        [
            ("cannot_not_held", new("1.本机关不掌握相关政府信息", "1. Not held by this body")),
            ("cannot_must_create", new("2.没有现成信息需要另行制作", "2. Would have to be created")),
            ("cannot_unclear", new("3.补正后申请内容仍不明确", "3. Still unclear after correction")),
        ]),
        ("refuse", new("(五)不予处理", "(5) Not processed"),
        [
            ("refuse_petition", new("1.信访举报投诉类申请", "1. Petitions and complaints")),
            ("refuse_repeat", new("2.重复申请", "2. Repeated applications")),
            ("refuse_publication", new("3.要求提供公开出版物", "3. Published works")),
            ("refuse_mass", new("4.无正当理由大量反复申请", "4. Mass applications without reason")),
            ("refuse_confirm", new("5.要求行政机关确认或重新出具已获取信息", "5. Confirmation or reissue of information already obtained")),
        ]),
        ("handled_otherwise", new("(六)其他处理", "(6) Other handling"),
        [
            ("other_no_correction", new("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1. Not corrected in time")),
            ("other_fee_unpaid", new("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2. Fee not paid in time")),
            ("other_other", new("3.其他", "3. Other")),
        ]),
    ];

    /// <summary>Kinds of applicant in print order, the total left out.</summary>
    public static IEnumerable<(string Id, Printed Text)> ApplicantKinds => applicants[..^1];

    /// <summary>Outcomes as charts show them: the two of their own and the four groups, each with the rows it adds.</summary>
    public static IEnumerable<(Printed Text, IEnumerable<string> Rows)> OutcomeGroups =>
    [
        (new("予以公开", "Granted"), ["granted"]), (new("部分公开", "Partly granted"), ["partial"]),
        .. outcomes.Select(group => (new Printed(group.Text.Zh[3..], group.Text.En[4..]), group.Rows.Select(r => r.Id))),
    ];

    private static TableLayout TableThree()
    {
        ImmutableArray<FigurePlace> Figures(params string[] beside) =>
        [
            .. applicants.Select(a => new FigurePlace($"t3.{beside[^1][3..]}.{a.Id}", a.Id is "natural" or "total"
                ? ["t3-applicants", $"t3-{a.Id}", .. beside]
                : ["t3-applicants", "t3-organisations", $"t3-{a.Id}", .. beside])),
        ];
        LayoutRow Main(string row, Printed text) => new([new Heading($"t3-{row}", text, HeadingScope.Row, 3)], Figures($"t3-{row}"), true);
        LayoutRow Single(string row, Printed text, bool strong, params IEnumerable<Heading> before) =>
            new([.. before, new Heading($"t3-{row}", text, HeadingScope.Row, 2)], Figures("t3-handled", $"t3-{row}"), strong);
        IEnumerable<LayoutRow> Group((string Id, Printed Text, (string Id, Printed Text)[] Rows) group) => group.Rows.Select((row, index) => new LayoutRow(
            index > 0
                ? [new Heading($"t3-{row.Id}", row.Text, HeadingScope.Row)]
                : [new Heading($"t3-{group.Id}", group.Text, HeadingScope.RowGroup, 1, group.Rows.Length), new Heading($"t3-{row.Id}", row.Text, HeadingScope.Row)],
            Figures("t3-handled", $"t3-{group.Id}", $"t3-{row.Id}")));

        var handled = new Heading("t3-handled", new("三、本年度办理结果", "III. Handled this year"), HeadingScope.RowGroup, 1, 3 + outcomes.Sum(g => g.Rows.Length));
        return new TableLayout(
            "t3", "三", new("收到和处理政府信息公开申请情况", "Applications received and handled"), 10,
            ApplicantHead(),
            [
                [
                    Main("new", new("一、本年新收政府信息公开申请数量", "I. Received this year")),
                    Main("carried_in", new("二、上年结转政府信息公开申请数量", "II. Carried in from last year")),
                ],
                [
                    Single("granted", new("(一)予以公开", "(1) Granted"), false, handled),
                    Single("partial", new("(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "(2) Partly granted (counted here only)"), false),
                    .. outcomes.SelectMany(Group),
                    Single("handled_total", new("(七)总计", "(7) Total"), true),
                ],
                [Main("carried_out", new("四、结转下年度继续办理", "IV. Carried out into next year"))],
            ]);
    }

    private static ImmutableArray<LayoutRow> ApplicantHead()
    {
        Heading Column(int at, int rows = 1) => new($"t3-{applicants[at].Id}", applicants[at].Text, HeadingScope.Col, 1, rows);
        return
        [
            new LayoutRow(
            [
                new Heading("t3-note", new("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", "(In each column, I plus II equals III plus IV)"), HeadingScope.None, 3, 3),
                new Heading("t3-applicants", new("申请人情况", "Applicants"), HeadingScope.ColGroup, 7),
            ], []),
            new LayoutRow([Column(0, 2), new Heading("t3-organisations", new("法人或其他组织", "Legal persons and other organisations"), HeadingScope.ColGroup, 5), Column(6, 2)], []),
            new LayoutRow([.. Enumerable.Range(1, 5).Select(at => Column(at))], []),
        ];
    }
}

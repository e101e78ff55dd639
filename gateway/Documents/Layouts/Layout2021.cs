using System.Collections.Immutable;

namespace Federation.Documents.Layouts;

/// <summary>
/// The printed layout of the form of 2021: tables two, three and four with their merged heads and groups of rows.
/// </summary>
/// <remarks>Source: 国办公开办函〔2021〕30号, 中华人民共和国政府信息公开工作年度报告格式.</remarks>
public static partial class Layout2021
{
    /// <summary>The three tables.</summary>
    public static ImmutableArray<TableLayout> Tables { get; } = [TableTwo(), TableThree(), TableFour()];

    /// <summary>What a cell says in English, row before column; the form itself says it in Chinese.</summary>
    public static string InEnglish(string cell)
    {
        var table = Tables.First(t => cell.StartsWith(t.Table + ".", StringComparison.Ordinal));
        var headings = table.Headings.ToDictionary(h => h.Id);
        var over = table.Figures.First(f => f.Cell == cell).Headers.Select(id => headings[id]).Where(h => h.Id is not ("t3-applicants" or "t3-organisations")).ToList();
        var rows = over.Where(h => h.Scope is HeadingScope.Row or HeadingScope.RowGroup);
        var columns = over.Where(h => h.Scope is HeadingScope.Col or HeadingScope.ColGroup);
        return string.Join(" · ", rows.Concat(columns).Select(h => h.Text.En));
    }

    private static TableLayout TableTwo()
    {
        (string Id, Printed Article, (string Id, Printed Text)[] Columns, (string Id, Printed Text)[] Rows)[] blocks =
        [
            ("1", new("第二十条第(一)项", "Article 20 (1)"),
                [("issued", new("本年制发件数", "Issued this year")), ("repealed", new("本年废止件数", "Repealed this year")), ("valid", new("现行有效件数", "In force"))],
                [("rules", new("规章", "Rules")), ("normative", new("行政规范性文件", "Administrative normative documents"))]),
            ("5", new("第二十条第(五)项", "Article 20 (5)"), [Decisions], [("licence", new("行政许可", "Administrative licences"))]),
            ("6", new("第二十条第(六)项", "Article 20 (6)"), [Decisions],
                [("penalty", new("行政处罚", "Administrative penalties")), ("coercion", new("行政强制", "Administrative coercion"))]),
            ("8", new("第二十条第(八)项", "Article 20 (8)"), [("amount", new("本年收费金额(单位:万元)", "Charged this year (10,000 yuan)"))],
                [("fees", new("行政事业性收费", "Administrative fees"))]),
        ];
        var body = blocks.Select(block =>
        {
            var span = 3 / block.Columns.Length;
            string Id(string part) => $"t2-{block.Id}-{part}";
            return (ImmutableArray<LayoutRow>)
            [
                new LayoutRow([new Heading(Id("article"), block.Article, HeadingScope.ColGroup, 4)], []),
                new LayoutRow(
                    [new Heading(Id("content"), new("信息内容", "Content"), HeadingScope.Col), .. block.Columns.Select(c => new Heading(Id(c.Id), c.Text, HeadingScope.Col, span))], []),
                .. block.Rows.Select(row => new LayoutRow(
                    [new Heading(Id(row.Id), row.Text, HeadingScope.Row)],
                    [.. block.Columns.Select(c => new FigurePlace($"t2.{row.Id}.{c.Id}", [Id("article"), Id(c.Id), Id(row.Id)], span))])),
            ];
        });
        return new TableLayout("t2", "二", new("主动公开政府信息情况", "Proactive disclosure"), 4, [], [.. body]);
    }

    private static (string Id, Printed Text) Decisions => ("decisions", new("本年处理决定数量", "Decisions this year"));

    private static TableLayout TableFour()
    {
        (string Id, Printed Text)[] rulings =
        [
            ("upheld", new("结果维持", "Upheld")), ("corrected", new("结果纠正", "Corrected")), ("other", new("其他结果", "Other result")),
            ("pending", new("尚未审结", "Pending")), ("total", new("总计", "Total")),
        ];
        IEnumerable<Heading> Rulings(string of, int rows) => rulings.Select(r => new Heading($"t4-{of}-{r.Id}", r.Text, HeadingScope.Col, 1, rows));
        IEnumerable<FigurePlace> Figures(string of, params string[] over) => rulings.Select(r => new FigurePlace($"t4.{of}.{r.Id}", [.. over, $"t4-{of}-{r.Id}"]));
        return new TableLayout(
            "t4", "四", new("政府信息公开行政复议、行政诉讼情况", "Reconsideration and litigation"), 15,
            [
                new LayoutRow(
                [
                    new Heading("t4-review", new("行政复议", "Administrative reconsideration"), HeadingScope.ColGroup, 5),
                    new Heading("t4-litigation", new("行政诉讼", "Administrative litigation"), HeadingScope.ColGroup, 10),
                ], []),
                new LayoutRow(
                [
                    .. Rulings("review", 2),
                    new Heading("t4-suit_direct", new("未经复议直接起诉", "Without reconsideration"), HeadingScope.ColGroup, 5),
                    new Heading("t4-suit_after_review", new("复议后起诉", "After reconsideration"), HeadingScope.ColGroup, 5),
                ], []),
                new LayoutRow([.. Rulings("suit_direct", 1), .. Rulings("suit_after_review", 1)], []),
            ],
            [
                [
                    new LayoutRow([],
                    [
                        .. Figures("review", "t4-review"), .. Figures("suit_direct", "t4-litigation", "t4-suit_direct"),
                        .. Figures("suit_after_review", "t4-litigation", "t4-suit_after_review"),
                    ]),
                ],
            ]);
    }
}

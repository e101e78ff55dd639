using Federation.Domain.Notices;

namespace Federation.Domain.Tests.Notices;

/// <summary>Patterns and traps one by one; sentences after DOMAIN 8.1 and the notices in data.</summary>
public sealed class NoticeReaderTests
{
    private const string Head = "某市人民政府办公厅关于印发2017年政务公开工作要点的通知\n各区人民政府:\n某市人民政府办公厅\n2017年4月26日\n一、重点工作\n";

    private static string Facts(string body, params NoticeFactKind[] kinds) => string.Join(" ", NoticeReader.Read(Head + body).Facts
        .Where(f => kinds.Contains(f.Kind)).Select(f => f.Kind == NoticeFactKind.Body ? $"{f.Role.ToString()![0]}:{f.Value}" : f.Value));

    [Theory]
    [InlineData("(一)公开。(市编办牵头,市财政局、市审计局等配合)", "L:市编办 S:市财政局 S:市审计局")]
    [InlineData("(一)公开。(各市政府,省发展改革委、省财政厅按职责分工分别牵头)", "L:各市政府 L:省发展改革委 L:省财政厅")] // a comma ends no list
    [InlineData("(一)公开。(市编办牵头,各区政府、市政府各部门负责落实)", "L:市编办 R:各区政府 R:市政府各部门")]
    [InlineData("(一)公开。(市公安局会同有关部门落实)", "L:市公安局 S:有关部门")]
    [InlineData("(一)公开。(市工商局、市商务委牵头落实)", "L:市工商局 L:市商务委")]
    [InlineData("(一)公开。(市国土局等公共资源交易监管部门负责落实)", "R:市国土局")]
    [InlineData("(一)公开。(各区县(自治县)人民政府负责)", "R:各区县(自治县)人民政府")]
    [InlineData("(一)公开。(市府办〔市大数据局〕牵头,各县〔区〕政府负责)", "L:市府办(市大数据局) R:各县(区)政府")]
    [InlineData("(一)公开PPP项目(PPP)信息(涉密项目除外),(以下简称《条例》)。(此件公开发布)", "")]
    [InlineData("(一)公开。\n责任单位:市发展和改革委员会、市审计局\n配合单位:市政府各有关部门", "R:市发展和改革委员会 R:市审计局 S:市政府各有关部门")]
    [InlineData("(一)公开。(市科委牵头)推进。(市教委牵头,市财政局配合)", "L:市科委 L:市教委 S:市财政局")] // two tasks in one paragraph
    [InlineData("(一)公开。〔责任单位:市发展改革委、商务局按职责分工负责。具体任务均涉及相关区政府,不再列出〕", "R:市发展改革委 R:商务局 R:相关区政府")]
    [InlineData("(一)公开。(公安部、应急管理部、国家林草局)", "R:公安部 R:应急管理部 R:国家林草局")] // bodies of the nation behind a stop
    [InlineData("(一)对来本市的团队给予支持。责任单位:市科技局、市财政局。2.其他。", "R:市科技局 R:市财政局")] // a label inside a line
    [InlineData("(一)公开(村委会)信息,接受(公安部)检查。", "")]
    [InlineData("(一)公开(未闭合。(市编办牵头)", "L:市编办")] // an open bracket hides none behind it
    public void Read_Responsibility(string body, string expected) => Assert.Equal(expected, Facts(body, NoticeFactKind.Body));

    [Theory]
    [InlineData("11月底前完成。12月31日前报送。", "2017-11-30 2017-12-31")]
    [InlineData("2020年底前实现;到2020年底建成;年底前完成。", "2020-12-31 2020-12-31 2017-12-31")]
    [InlineData("每年1月31日前公布年报;每年度3月31日前报送。", "yearly 01-31 yearly 03-31")]
    [InlineData("2016年全面完成清单。公布2016年版清单。", "2016-12-31")]
    [InlineData("2月底前完成。", "2017-02-28")]
    [InlineData("13月5日前,2月30日前报送。", "")] // no such days
    [InlineData("相关部门年内解读不少于1次。", "")]
    [InlineData("到2013年全市建成平台,从2016年到2020年逐步推开。", "2013-12-31")]
    [InlineData("二〇一八年十二月底前完成,十一月五日前报送。", "2018-12-31 2017-11-05")]
    public void Read_Deadlines(string body, string expected) => Assert.Equal(expected, Facts("(一)" + body, NoticeFactKind.Deadline));

    [Theory]
    [InlineData("每月发布,按季度公布,每半年通报,按年公布,每五日发布,每周更新。", "monthly quarterly half_yearly yearly five_daily weekly")]
    [InlineData("实时更新,动态调整,实行“7×24”小时监测。", "continuous continuous continuous")]
    [InlineData("定期公开,不定期抽查。", "unstated")]
    [InlineData("每季度举办发布会不少于2次。", "")] // belongs to the count
    [InlineData("定期公开住房公积金年度报告。", "yearly")]
    public void Read_Cadence(string body, string expected) => Assert.Equal(expected, Facts("(一)" + body, NoticeFactKind.Cadence));

    [Theory]
    [InlineData("每季度举办新闻发布会不少于2次,主要负责人每年参加不少于1次。", ">=2/quarter >=1/year")]
    [InlineData("年内至少听取两次汇报,每年至少听取一次汇报。", ">=2/year >=1/year")]
    [InlineData("每周更新1次。", ">=1/week")]
    [InlineData("各街道至少建立1个服务站。", "")] // how many, not how often
    [InlineData("培训率不低于50%,权重不低于4%,败诉率控制在2%以内,覆盖率80%以上。", ">=50% >=4% <=2% >=80%")]
    [InlineData("实现全覆盖,结果全部按时纳入平台,全部细化到款级科目。", ">=100% >=100%")]
    [InlineData("文件公开后3个工作日内解读,文件公开3个工作日内发布,最迟在5小时内回应,3年内轮训,30日内对接。", "3 working_days 3 working_days 5 hours 3 years 30 days")]
    public void Read_Measures(string body, string expected) => Assert.Equal(expected, Facts("(一)" + body, NoticeFactKind.Quota, NoticeFactKind.Ratio, NoticeFactKind.Limit));

    [Theory]
    [InlineData("各级政府要主动公开规划。市监局要会同有关部门建立企业名录。", "各级政府 市监局 有关部门")]
    [InlineData("教育局、文化和旅游局等有关主管部门要制定规定。", "教育局 文化和旅游局")]
    [InlineData("各级行政机关收到申请后,应当答复;由承办单位告知。", "各级行政机关 承办单位")]
    [InlineData("各乡镇、街道和县直各单位要明确人员。", "各乡镇 街道 县直各单位")]
    [InlineData("社会事务办、财政所要按月公开。各村(社区)应当公示。计财处应汇总。", "社会事务办 财政所 各村(社区) 计财处")]
    [InlineData("市交通委(市道运局)、市委编办须按时报送。", "市交通委(市道运局) 市委编办")]
    [InlineData("建设法治政府的重要措施,组织各部门开展检查,指导各区政府做好公开。", "")] // objects
    [InlineData("区政府办可退文,在市政府门户网站公开。主办单位发生变化的,应注销。", "")]
    [InlineData("各区政府要公开,各区政府要解读。各区政府要回应。", "各区政府 各区政府")] // again in a new sentence only
    public void Read_Actors(string body, string expected) => Assert.Equal(expected, Facts("(一)" + body, NoticeFactKind.Actor));

    [Theory]
    [InlineData("依法公开随机抽查事项清单,健全公开目录,建立任务落实台账。", "随机抽查事项清单 公开目录 任务落实台账")]
    [InlineData("公布本市清理规范后保留的中介服务事项清单和市政府部门权力清单。", "中介服务事项清单 权力清单")] // without the owner
    [InlineData("按照权力清单要求公开,对照标准目录自查,各类清单都要更新。", "")] // what it rests on; no name
    [InlineData("编制政务公开负面清单,负面清单要详细。", "政务公开负面清单")] // once
    public void Read_Registers(string body, string expected) => Assert.Equal(expected, Facts("(一)" + body, NoticeFactKind.Register));

    [Fact] // a cell merged downward is left out and an empty one put behind
    public void Read_TableRowThatSlipped_StillNamesItsBodies() =>
        Assert.Equal(["Responsible 财务科", "Responsible 各科室"], NoticeReader.Read("某中心2022年任务表\n工作任务 | 具体要求 | 责任部门 |\n一、财政 | 1.公开预算。 | 财务科 |\n2.反馈意见。 | 各科室 | |\n")
            .Facts.Where(f => f.Kind == NoticeFactKind.Body).Select(f => $"{f.Role} {f.Value}"));

    [Fact]
    public void Read_WhatIsNotUnderstood_IsListedAndNotGuessed()
    {
        var notice = NoticeReader.Read(Head + "(一)征求意见的期限一般不低于10日。要高度重视。");
        Assert.Equal(["征求意见的期限一般不低于10日。", "要高度重视。"], notice.Unread.Select(u => u.Quote.Replace("(一)", "", StringComparison.Ordinal)));
        Assert.DoesNotContain(notice.Facts, f => f.Kind is NoticeFactKind.Limit or NoticeFactKind.Ratio);
    }

    [Fact]
    public void Read_DocumentWideDefault_IsMarked()
    {
        var facts = NoticeReader.Read(Head + "(一)公开。(市府办牵头。以下工作均需各县〔区〕政府落实,不再列出)").Facts;
        Assert.Equal([("市府办", false), ("各县(区)政府", true)], facts.Where(f => f.Kind == NoticeFactKind.Body).Select(f => (f.Value, f.WholeNotice)));
    }

    [Fact]
    public void Read_TableWithOneCellALine_KnowsItsColumns()
    {
        var notice = NoticeReader.Read("某区2020年政务公开任务表\n序号\n工作任务\n责任单位\n完成时限\n1\n推进清单公开。\n区委编办牵头落实\n年底前\n2\n推进预决算公开\n继续细化。\n区财政局牵头,各镇配合\n每季度\n");
        Assert.Equal(
            ["Lead 区委编办", " 2020-12-31", "Lead 区财政局", "Support 各镇", " quarterly"],
            notice.Facts.Where(f => f.Kind is not NoticeFactKind.Register).Select(f => $"{f.Role} {f.Value}"));
        Assert.Equal(["表/1", "表/2"], notice.Items.Select(i => i.Path).Where(p => p.StartsWith('表')));
    }

    [Theory]
    [InlineData("003_c67f4f0281724664.txt", "青办发201626号", "青办发〔2016〕26号")]
    [InlineData("003_c67f4f0281724664.txt", "2016715", "2016年7月15日")]
    [InlineData("08-lezhi-county-2023-task-table-notice.txt", "川办发202310", "川办发〔2023〕10号")]
    [InlineData("19-suiling-county-2018.txt", "黑政办发201835号", "黑政办发〔2018〕35号")]
    public void Read_LostCharacters_AreProposedAndTheTextIsLeft(string file, string was, string proposed)
    {
        var notice = NoticeReader.Read(File.ReadAllText(Repository.Data("notices", file)));
        Assert.Equal(proposed, Assert.Single(notice.Proposals, p => p.Was == was).Proposed);
        Assert.Contains(was, notice.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LostLineBreaks_StillGivesTheTree()
    {
        var notice = NoticeReader.Read(File.ReadAllText(Repository.Data("notices", "19-suiling-county-2018.txt")));
        Assert.Equal(["head", "一", "二", "二/(一)", "二/(一)/1"], notice.Items.Select(i => i.Path));
    }

    [Fact]
    public void Read_AnyText_EndsAndKeepsItsPlaces()
    {
        foreach (var text in new[] { "", "\n\n", "(((", "》《?", "||||", "一、\n(一)\n1.\n", new string('各', 3000), "责任单位:", "?(qu)", "2016年13月45日前" })
            Assert.All(NoticeReader.Read(text).Facts, f => Assert.Equal(f.Quote, text.Substring(f.Span.Start, f.Span.Length)));
    }
}

namespace Federation.Domain.Tests.Reports.Prose;

/// <summary>Sentences in the manner of published reports: what is wrong is found at its place, and what may be right is left alone.</summary>
public sealed class ProseCheckTests
{
    [Theory] // figures of ProseSheets.City: 110 new, 10 carried in, 116 handled, 4 carried out
    [InlineData("2024年,全市各级行政机关共收到政府信息公开申请110件。")] // new
    [InlineData("全市共收办政府信息公开申请120件。")] // new and carried in
    [InlineData("我市共办理依申请公开116件,均按时答复。")] // handled
    [InlineData("本年度受理政府信息公开申请１１０件,上年结转10件,办结116件,结转下年度继续办理4件。")] // full-width digits
    [InlineData("本年新收政府信息公开申请 110 件。")]
    [InlineData("共收到申请约100件。")] // about
    [InlineData("收到政府信息公开申请一百一十件。")] // Chinese numerals
    [InlineData("市政府办公室共收到政府信息公开申请56件,予以公开20件,部分公开10件。")] // somebody else's
    [InlineData("其中,市自然资源局:收到申请30件,予以公开3件。")] // a part of the jurisdiction
    [InlineData("2023年收到政府信息公开申请100件。")] // another year
    [InlineData("收到群众意见44条,受理热线诉求7853件,办结7852件。")] // not applications
    [InlineData("政府信息公开申请方面,民呼我为平台受理诉求7853件,办结7852件。")]
    [InlineData("通过当面方式收到申请24件。")] // a channel
    [InlineData("全年办理人大代表建议337件,政协提案293件,予以公开337件。")]
    [InlineData("受理政府信息公开申请110件。其中,21件申请包含83项内容。")] // items inside applications
    [InlineData("收到申请110人次。")]
    [InlineData("共收到政府信息公开申请110件,其中自然人申请100件,法人或其他组织申请10件。")]
    [InlineData("已办结申请116件,其中予以公开60件、部分公开20件、不予公开14件、无法提供2件、不予处理10件、其他处理10件。")]
    [InlineData("其中60件予以公开,20件部分公开。")] // no word of applications
    [InlineData("收到申请110件,其中自然人100件,予以公开60件。")]
    [InlineData("本年度新收申请110件(含重复申请10件)。")]
    [InlineData("全年办理行政复议案件320件,审结300件。")] // the review body's own work
    [InlineData("因政府信息公开被申请行政复议7件,其中结果维持5件、结果纠正2件;被提起行政诉讼7件,其中维持3件,尚未审结4件。")]
    [InlineData("政府信息公开行政复议、行政诉讼共14件。")] // of both together
    [InlineData("制发行政规范性文件50件,废止227件,现行有效420件。")]
    [InlineData("公开行政规范性文件12件,转发上级规范性文件30件。")] // published, passed on
    [InlineData("作出行政许可157.32万件、行政处罚2676件、行政强制29件。")] // rounded to the last digit printed
    [InlineData("公示行政许可33件、行政处罚2件。")] // published decisions
    [InlineData("收取行政事业性收费14722.49万元。")]
    [InlineData("行政事业性收费147224900元。")]
    [InlineData("行政事业性收费约1.47亿元。")]
    [InlineData("行政事业性收费1.47亿元。")]
    public void Check_SentenceThatMayBeRight_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory] // longer passages, with figures of other things among them
    [InlineData("一是及时公开。全年通过市政府网站公开政府信息3746条,政务新媒体发布1.2万余条,同比增长8%;举办新闻发布会12场,办结12345热线工单3万件,办结率99.8%。")]
    [InlineData("全市规范性文件审查备案53件,制发市政府文件15件、市政府办公室文件21件,清理文件226件,废止12件。")]
    [InlineData("2024年受理政府信息公开申请110件,其中涉及土地征收40件、房屋拆迁30件、其他方面40件,占比分别为36.4%、27.3%、36.4%。")]
    [InlineData("办理政府信息公开行政复议案件7件、行政应诉案件9件,纠正违法行为2件。")]
    [InlineData("依申请公开工作中,答复咨询30件,收到补正材料12份,电话沟通申请人200余次。")]
    [InlineData("市本级新收申请56件,各县(市、区)新收申请54件,合计110件。")]
    [InlineData("开展培训2次,培训人员300人次;监测网站35家,发现问题120个,整改120个,整改率100%。")]
    [InlineData("行政许可事项22项,行政处罚事项350项,动态调整行政强制事项3项。")]
    [InlineData("全年未发生因政府信息公开引发的舆情,未收到举报投诉。")]
    [InlineData("收到政府信息公开申请110件,较上年有所增加,主要集中在征地、规划等领域。")]
    public void Check_PassageThatMayBeRight_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory] // figures of several years, of other offices, of other things: no table of this year holds them
    [InlineData("截至2024年底,累计收到政府信息公开申请3000件,办结2980件。")]
    [InlineData("五年来,全市累计受理政府信息公开申请3000件。")]
    [InlineData("“十四五”以来,共收到政府信息公开申请3000件。")]
    [InlineData("近三年收到政府信息公开申请310件。")]
    [InlineData("自2019年以来,全市共受理政府信息公开申请900件,予以公开500件。")]
    [InlineData("2020年至2024年,共收到政府信息公开申请530件。")]
    [InlineData("截至2024年12月31日,累计制发行政规范性文件900件,废止400件。")]
    [InlineData("全市现行有效行政规范性文件420件,其中市政府规范性文件186件、市政府办公室规范性文件234件。")]
    [InlineData("政府信息公开申请收到量居全省第3位,办结率100%。")]
    [InlineData("网站访问量1.2亿次,网站总浏览量5000万人次,政府信息公开专栏访问量110万次。")]
    [InlineData("指导各区县答复政府信息公开申请320件。")]
    [InlineData("转办政府信息公开申请13件,协助答复6件。")]
    [InlineData("收到政府信息公开申请110件,其中线上申请90件、线下申请20件。")]
    [InlineData("政府信息公开申请平均办理时长8天,提前办结50件。")]
    [InlineData("上半年收到政府信息公开申请60件,下半年收到50件。")]
    [InlineData("第四季度收到政府信息公开申请30件。")]
    [InlineData("12月收到政府信息公开申请9件。")]
    [InlineData("收到政府信息公开申请110件,日均0.3件。")]
    [InlineData("收到政府信息公开申请110件,涉及信息236条,形成答复书116份。")]
    [InlineData("区政府收到政府信息公开申请23件,区教育局收到12件。")]
    [InlineData("全市收到政府信息公开申请110件,排名前三的单位:市公安局30件、市资规局25件、市住建局10件。")]
    [InlineData("依申请公开件数由2020年的80件增长到110件。")]
    [InlineData("处理政府信息公开申请撤回8件,补正15件,延期答复6件。")]
    [InlineData("政府信息公开行政复议案件纠错率0%,行政诉讼案件败诉率0%。")]
    [InlineData("全市收到行政复议申请2000件,受理1800件,办结1700件。")]
    [InlineData("法院审理政府信息公开行政诉讼案件9件,其中上年结转3件。")]
    [InlineData("上年度结转政府信息公开行政诉讼2件。")]
    [InlineData("作出行政许可决定157万余件,行政处罚决定2600余件。")]
    [InlineData("行政许可事项办件量1200件,行政处罚案卷评查30件。")]
    [InlineData("收取不动产登记费300万元,免收行政事业性收费1200万元。")]
    [InlineData("政府信息公开申请公开率85%,按期答复率100%,网上受理率70%。")]
    public void Check_FiguresOfSomethingElse_FindNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory]
    [InlineData("2024年,全市各级行政机关共收到政府信息公开申请111件。", "AR-050 收到政府信息公开申请111件")]
    [InlineData("宿江市收到申请1,110件。", "AR-050 收到申请1,110件")] // thousands mark; the unit by its name
    [InlineData("本年新收政府信息公开申请120件。", "AR-050 本年新收政府信息公开申请120件")] // exact words have one reading
    [InlineData("本年度受理政府信息公开申请 １１２ 件。", "AR-050 受理政府信息公开申请 １１２ 件")]
    [InlineData("收到政府信息公开申请一百零九件。", "AR-050 收到政府信息公开申请一百零九件")]
    [InlineData("全市共收到申请1.2万件。", "AR-050 收到申请1.2万件")]
    [InlineData("本年度未收到政府信息公开申请。", "AR-050 未收到政府信息公开申请")]
    [InlineData("共收到112件政府信息公开申请,上年结转11件。", "AR-050 收到112件政府信息公开申请", "AR-050 上年结转11件")]
    [InlineData("新收申请110件,按时办结115件,结转至下年度5件。", "AR-050 按时办结115件", "AR-050 结转至下年度5件")]
    [InlineData("市政府办公室收到申请56件,予以公开20件。全市共收到申请99件,部分公开9件。", "AR-050 收到申请99件", "AR-051 部分公开9件")] // the unit speaks of itself again
    [InlineData("受理申请110件,其中自然人申请99件,法人和其他组织申请10件。", "AR-052 自然人申请99件", "AR-059 自然人申请99件,法人和其他组织申请10件")]
    [InlineData("办结申请116件,其中予以公开60件,不予公开8件(属于国家秘密7件)。", "AR-051 不予公开8件", "AR-051 属于国家秘密7件")]
    [InlineData("收到申请110件,61件予以公开。", "AR-051 61件予以公开")]
    [InlineData("因政府信息公开引发行政复议8件,结果维持6件;行政诉讼3件。", "AR-053 引发行政复议8件", "AR-053 结果维持6件", "AR-053 行政诉讼3件")]
    [InlineData("政府信息公开行政复议7件,均获维持。", "AR-053 维持")]
    [InlineData("未发生政府信息公开行政诉讼。", "AR-053 未发生政府信息公开行政诉讼")]
    [InlineData("政府信息公开未经复议直接起诉4件,复议后起诉4件。", "AR-053 未经复议直接起诉4件")]
    [InlineData("制发规章3部,现行有效规章11部;制发行政规范性文件50件,废止228件。", "AR-054 制发规章3部", "AR-054 废止228件")]
    [InlineData("全年作出行政许可决定157.33万件,行政处罚2677件。", "AR-054 作出行政许可决定157.33万件", "AR-054 行政处罚2677件")]
    [InlineData("收取行政事业性收费14722.5万元,行政事业性收费1.48亿元。", "AR-055 行政事业性收费1.48亿元")]
    [InlineData("行政事业性收费14722.49元。", "AR-055 行政事业性收费14722.49元")] // 元 for 万元
    public void Check_NumberThatNoTableHolds_IsFoundAtItsPlace(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));

    [Theory] // the year before: 100 new, 5 carried in
    [InlineData("共收到申请110件,同比增长10%。")]
    [InlineData("共收到申请110件,较上年增加10件,增长10.00%。")]
    [InlineData("收办申请120件,比上年增长14.29%。")] // 120 against 105
    [InlineData("收办申请120件,比上年增长14.28%。")] // cut, not rounded
    [InlineData("收到申请110件,较2023年增加10件。")]
    [InlineData("收到申请110件,较2019年增加70件,增长175%。")] // another year
    [InlineData("办结率同比提高5个百分点。")]
    [InlineData("网站访问量12万次,同比增长20%。")] // nothing to compare with
    [InlineData("收到申请110件(其中自然人100件,法人或其他组织10件),同比增长10%。")] // of the whole, not of the last part
    [InlineData("收到申请110件,其中自然人100件,同比增长5%。")] // of which nobody can tell
    [InlineData("公开信息由23件上升到60件,上升160.87%。")]
    [InlineData("公开信息5000条,同比增加1000条,增长25%。")]
    [InlineData("上年度公开23件,本年度公开60件,同比增长160.9%。")]
    public void Check_GrowthThatMayBeRight_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory]
    [InlineData("共收到申请110件,同比增长10.5%。", "AR-057 同比增长10.5%")]
    [InlineData("共收到申请110件,同比下降10%。", "AR-057 同比下降10%")]
    [InlineData("共收到申请110件,同比增长110%。", "AR-058 同比增长110%")]
    [InlineData("共收到申请110件,较上年减少13件。", "AR-057 较上年减少13件")]
    [InlineData("公开信息由23件上升到60件,上升261%。", "AR-058 上升261%")]
    [InlineData("公开信息从2023年的23件增加到2024年的60件,增长百分之六十。", "AR-057 增长百分之六十")]
    [InlineData("公开信息5000条,同比增加1000条,增长20%。", "AR-057 增长20%")]
    [InlineData("收到申请110件(其中自然人100件,法人或其他组织10件),同比增长12%。", "AR-057 同比增长12%")]
    public void Check_GrowthThatDoesNotFollow_IsFound(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));

    [Theory]
    [InlineData("主动公开信息130条,其中政策类20条、动态类100条。")] // not said to be all
    [InlineData("主动公开信息149条,其中政策类7条、预决算5条、指南12条、法治年报1条、其他124条,其中基层政务公开106条、其他信息18条。")] // lists in lists
    [InlineData("公开信息100条,其中网站80条、微信公众号60条。")] // published twice
    [InlineData("收取信息处理费2950元,共25件,其中县公安局15件1500元、市公安局10件1450元。")] // two measures
    [InlineData("收到申请110件,其中当面申请10件、网络申请70件、信函申请30件。")]
    [InlineData("共发布信息12条,其中工作动态10条,政策法规1条。")]
    [InlineData("共收到申请120件,其中新收110件,上年结转10件,办结116件。")] // the list ends at 办结
    [InlineData("开展培训3次,发布信息5000余条,其中政策类3000余条、其他3000条。")] // about
    public void Check_PartsThatMayAdd_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text).Where(f => f.StartsWith("AR-059", StringComparison.Ordinal)));

    [Theory]
    [InlineData("主动公开信息127条,其中财政42条、教育50条、民政41条。", "AR-059 财政42条、教育50条、民政41条")] // too much
    [InlineData("主动公开信息155条,其中政策类30条、动态类70条、其他54条。", "AR-059 政策类30条、动态类70条、其他54条")] // 其他 is the rest
    [InlineData("今年公开三类信息共100条,分别为政策50条、动态40条、公告9条。", "AR-059 分别为政策50条、动态40条、公告9条")]
    [InlineData("收到95件,其中当面24件、网络66件、信函3件。", "AR-059 当面24件、网络66件、信函3件")]
    [InlineData("共收到申请110件,其中新收110件,上年结转10件。", "AR-059 新收110件,上年结转10件")]
    [InlineData("公开信息100条(政策60条,动态50条)。", "AR-059 政策60条,动态50条")]
    public void Check_PartsThatDoNotAdd_AreFound(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));

    [Theory]
    [InlineData("收到信息95件,其中当面24件,占25.3%。")]
    [InlineData("收到信息805件,其中不予公开35件(4.34%)。")] // cut, not rounded
    [InlineData("收到信息95件,其中当面24件,占全市总量的12%。")] // of something else
    [InlineData("办结率100%,满意率达99.8%。")]
    [InlineData("重点任务完成率212.50%,公开量增长率120%。")] // may be more than planned
    public void Check_ShareThatMayBeRight_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory]
    [InlineData("收到信息95件,其中当面24件,占26%。", "AR-060 24件,占26%")]
    [InlineData("收到信息805件,其中予以公开258件(33.9%)。", "AR-060 258件(33.9%")]
    [InlineData("按时公开率212.50%。", "AR-061 按时公开率212.50%")]
    [InlineData("申请办结率达到101%。", "AR-061 申请办结率达到101%")]
    public void Check_ShareThatCannotBe_IsFound(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));

    [Theory]
    [InlineData("我局认真做好政府信息公开申请件办理,妥善答复收到的申请件。")]
    [InlineData("办理政府信息公开申请件,须登记。")]
    [InlineData("具备公共条件,发布文件、信件。")]
    [InlineData("及时清理现行有效的规范性文件。")]
    [InlineData("制发文件。")]
    public void Check_DutyWithoutNumber_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory]
    [InlineData("2024年,全市共收到申请件,均已办结。", "AR-062 收到申请件")]
    [InlineData("收到申请件,按时答复。", "AR-062 收到申请件")]
    [InlineData("主动公开政府信息共 件。", "AR-062 共 件")]
    [InlineData("制发0件,废止0件,现行有效的规范性文件。", "AR-062 现行有效的规范性文件")]
    [InlineData("公开信息××条。", "AR-062 ××条")]
    [InlineData("公开政府信息「…」条。", "AR-069 「…」")]
    public void Check_SentenceWithoutItsNumber_IsFound(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));

    [Theory]
    [InlineData("本报告依据国办公开办函〔2021〕30号编制,所列数据的统计期限为2024年1月1日至2024年12月31日。")]
    [InlineData("国办公开办函〔2021〕30号印发后,国办公开办函〔2019〕60号停止执行。")]
    [InlineData("统计期限自2024年1月1日起至12月31日止。")]
    [InlineData("2024年3月1日至6月30日开展专项检查。")] // no period of the report
    [InlineData("参照渝府办发〔2022〕13号,自2024年5月起施行,热线12345。")]
    public void Check_FormalitiesInOrder_FindsNothing(string text) => Assert.Equal([], ProseSheets.Found(text));

    [Theory]
    [InlineData("依据国办公开办函〔2019〕60号编制。", "AR-063 国办公开办函〔2019〕60号")]
    [InlineData("依据国办公开办函(2019)60号编制。", "AR-063 国办公开办函(2019)60号")]
    [InlineData("依据国办公开办函〔2021〕60号编制。", "AR-064 国办公开办函〔2021〕60号")]
    [InlineData("依据国办政务公开办函〔2021〕30号编制。", "AR-064 国办政务公开办函")]
    [InlineData("三、依申请公开政府信息和不予公开政府信息情况", "AR-065 依申请公开政府信息和不予公开政府信息情况")]
    [InlineData("所列数据的统计期限为2024年1月1日至12月30日。", "AR-066 2024年1月1日至12月30日")]
    [InlineData("统计期限为2023年1月1日至2023年12月31日。", "AR-066 2023年1月1日至2023年12月31日")]
    [InlineData("统计期限为202411日至1231日。", "AR-067 202411日")]
    [InlineData("自2024年11日起施行。", "AR-067 2024年11日")]
    public void Check_Formalities_AreFound(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));
}

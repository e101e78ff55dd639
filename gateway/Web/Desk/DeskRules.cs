using Federation.Domain.Findings;

namespace Federation.Web.Desk;

/// <summary>UI: what forms of the pages refuse by themselves, before anything is asked of a grain.</summary>
public static class DeskRules
{
    private const string Own = "本系统界面规则";

    /// <summary>UI-001</summary>
    public static Rule NotConfirmed { get; } = new("UI-001", Severity.Error, "请先勾选确认", "tick the confirmation first", Own);

    /// <summary>UI-002</summary>
    public static Rule NothingChosen { get; } = new("UI-002", Severity.Error, "没有选择任何一项", "nothing was chosen", Own);

    /// <summary>UI-003</summary>
    public static Rule BadDay { get; } = new("UI-003", Severity.Error, "日期应写作 年-月-日,如 2026-03-31", "write the date as YYYY-MM-DD", Own);

    /// <summary>UI-004</summary>
    public static Rule NoFile { get; } = new("UI-004", Severity.Error, "没有选择文件,或试导入已过期,请重新上传", "no file was chosen, or its dry run has expired; upload it again", Own);

    /// <summary>UI-005</summary>
    public static Rule ShelfFull { get; } = new(
        "UI-005", Severity.Error, "等待导入的文件已占满暂存空间,请先办理已上传的文件,或半小时后再试", "files waiting to be taken over fill the space kept for them; deal with yours first, or try again in half an hour", Own);

    /// <summary>UI-006</summary>
    public static Rule ManyNamed { get; } = new("UI-006", Severity.Error, "名称对应多个单位,请填写单位代码", "several units have that name; give the unit code", Own);

    /// <summary>UI-007</summary>
    public static Rule NoPlan { get; } = new("UI-007", Severity.Error, "没有这份工作要点或这一条,或尚未发布", "there is no such plan or clause, or it is not issued yet", Own);

    /// <summary>UI-008</summary>
    public static Rule BadMeasure { get; } = new("UI-008", Severity.Error, "要求没有填写完整", "a measure is not complete", Own);

    /// <summary>UI-009</summary>
    public static Rule BadChoice { get; } = new("UI-009", Severity.Error, "接收范围没有填写完整", "a choice of receivers is not complete", Own);

    /// <summary>UI-010</summary>
    public static Rule BadNumber { get; } = new("UI-010", Severity.Error, "应填写 0 至 9999 的整数", "a whole number from 0 to 9999 is asked for", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [NotConfirmed, NothingChosen, BadDay, NoFile, ShelfFull, ManyNamed, NoPlan, BadMeasure, BadChoice, BadNumber];
}

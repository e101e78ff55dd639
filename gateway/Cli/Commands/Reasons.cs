using System.CommandLine;
using Federation.Cli.Errors;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>The reasons of a return or of a sending back, some of them bound to cells.</summary>
internal sealed class Reasons(Words words)
{
    public Option<string[]> Texts { get; } = new("--reason") { Description = words["退回理由(可多次)", "reason (may be repeated)"], HelpName = "TEXT" };

    public Option<string[]> Cells { get; } = new("--cell") { Description = words["针对单元格的理由(可多次)", "reason bound to a cell (may be repeated)"], HelpName = "ID=TEXT" };

    /// <exception cref="UsageException">A reason for a cell is not written ID=TEXT.</exception>
    public IEnumerable<ReturnReason> Of(ParseResult parsed) =>
    [
        .. (parsed.GetValue(Texts) ?? []).Select(text => new ReturnReason { Text = text }),
        .. (parsed.GetValue(Cells) ?? []).Select(text => Pair(text, "--cell", words)).Select(p => new ReturnReason { Cell = p.Name, Text = p.Value }),
    ];

    /// <summary>Reads NAME=VALUE.</summary>
    /// <exception cref="UsageException">It is not written so.</exception>
    public static (string Name, string Value) Pair(string text, string option, Words words) =>
        text.Split('=', 2) is [{ Length: > 0 } name, var value]
            ? (name, value)
            : throw new UsageException(words[$"{option} 应写作 编号=内容,收到的是“{text}”", $"{option} takes ID=TEXT, not '{text}'"]);
}

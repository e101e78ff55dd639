using System.CommandLine;

namespace Federation.Cli.Commands;

/// <summary>Says in the language of the run what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>What is absent or unknown, by name; where it is neither, what the parser says.</summary>
    public static IEnumerable<string> Of(ParseResult parsed, Words words)
    {
        var command = parsed.CommandResult.Command;
        var arguments = command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > (parsed.GetResult(a)?.Tokens.Count ?? 0)).Select(a => a.Name).ToList();
        var options = command.Options.Where(o => o.Required && parsed.GetResult(o) is not { Implicit: false }).Select(o => o.Name).ToList();
        var sentences = new List<string>();
        if (arguments.Count > 0)
            sentences.Add(words["缺少参数 ", "absent: "] + string.Join(", ", arguments));
        if (options.Count > 0)
            sentences.Add(words["缺少选项 ", "absent: "] + string.Join(", ", options));
        if (parsed.UnmatchedTokens.Count > 0)
            sentences.Add(words["不认识 ", "unknown: "] + string.Join(' ', parsed.UnmatchedTokens));
        return sentences.Count > 0 ? sentences : parsed.Errors.Select(e => e.Message).Distinct();
    }
}

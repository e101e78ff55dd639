using System.CommandLine;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>Arguments and options that several commands take, worded once.</summary>
internal static class SharedArguments
{
    public static Argument<string> Unit(Words words) => new("UNIT")
    {
        Description = words["单位代码,例如 500151;部门为 500151.justice;全国为 000000", "code of the unit, for example 500151; an agency 500151.justice; the nation 000000"],
    };

    public static Argument<string> Period(Words words) => new("PERIOD") { Description = words["报告期,例如 annual-2025", "period, for example annual-2025"] };

    /// <summary>The report of the whole territory instead of the own office's.</summary>
    public static Option<bool> Whole(Words words) => new("--whole") { Description = words["全辖区报告(默认为本机关报告)", "the report of the whole territory (the own office's when absent)"] };

    public static ReportScope ScopeOf(bool whole) => whole ? ReportScope.Whole : ReportScope.Own;

    public static Option<bool> Yes(Words words) => new("--yes", "-y") { Description = words["不再询问", "do not ask"] };

    public static Option<string> Day(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD" };

    /// <summary>Where a file goes: a name, or a folder in which it takes the name that the server proposes.</summary>
    public static Option<string> To(Words words) => new("--to") { Description = words["文件名或文件夹(默认当前文件夹、服务器建议的文件名)", "file name, or folder (the current one and the name that the server proposes when absent)"], HelpName = "PATH" };

    public static Option<bool> Force(Words words) => new("--force") { Description = words["覆盖已有文件", "overwrite a file that is there"] };

    public static Option<long> ExpectedVersion(Words words)
    {
        var option = new Option<long>("--expected-version")
        {
            Description = words["您所依据的版本;首次报送为 0", "version you believe to be current; 0 for a first filing"],
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && long.TryParse(result.Tokens[0].Value, out var version) && version < 0)
                result.AddError(words["--expected-version 不得为负", "--expected-version is at least 0"]);
        });
        return option;
    }

    /// <summary>A number from 1 up; null when the option is absent.</summary>
    public static Option<int?> Bound(string name, string description, Words words)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var bound) && bound < 1)
                result.AddError(words[$"{name} 至少为 1", $"{name} is at least 1"]);
        });
        return option;
    }

    /// <summary>An id under which the server knows a repeat of this act.</summary>
    public static string NewRequestId() => Guid.NewGuid().ToString("N");
}

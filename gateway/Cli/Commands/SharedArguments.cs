using System.CommandLine;

namespace Federation.Cli.Commands;

/// <summary>Arguments and options that several commands take, worded once.</summary>
internal static class SharedArguments
{
    public static Argument<string> Unit(Words words) => new("UNIT")
    {
        Description = words["单位代码,例如 500151;部门为 500151.justice;全国为 000000", "code of the unit, for example 500151; an agency 500151.justice; the nation 000000"],
    };

    public static Argument<string> Period(Words words) => new("PERIOD") { Description = words["报告期,例如 annual-2025", "period, for example annual-2025"] };

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

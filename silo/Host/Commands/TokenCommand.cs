using System.CommandLine;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Federation.Host.Commands;

/// <summary>token: makes a token for somebody, on the machine that holds the keys.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data("data");
        var person = new Option<string>("--person") { Description = "账号 / account name", Required = true };
        var unit = new Option<string>("--unit") { Description = "单位代码 / unit code", Required = true };
        var roles = new Option<Role[]>("--role") { Description = "角色 / roles", Required = true, AllowMultipleArgumentsPerToken = true };
        var days = new Option<int>("--days") { Description = "有效天数 / days valid", DefaultValueFactory = _ => 30 };
        var command = new Command("token", "签发访问令牌 / issue a token") { data, person, unit, roles, days };
        command.SetAction(parsed =>
        {
            if (!UnitId.TryParse(parsed.GetRequiredValue(unit), out var id))
            {
                Console.Error.WriteLine($"{parsed.GetRequiredValue(unit)} 不是单位代码 / is no unit code");
                return 2;
            }
            var keys = new HostSettings(parsed.GetRequiredValue(data).FullName, 0, 0, "").KeyDirectory;
            var protection = DataProtectionProvider.Create(new DirectoryInfo(keys), b => b.SetApplicationName("federation"));
            var subject = new Subject(parsed.GetRequiredValue(person), id, [.. parsed.GetRequiredValue(roles)]);
            Console.WriteLine(new SubjectTokens(protection).Issue(subject, TimeSpan.FromDays(parsed.GetRequiredValue(days))));
            return 0;
        });
        return command;
    }
}

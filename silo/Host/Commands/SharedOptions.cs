using System.CommandLine;

namespace Federation.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class SharedOptions
{
    public static Option<DirectoryInfo> Data(string usual) =>
        new("--data") { Description = "数据目录 / data directory", DefaultValueFactory = _ => new DirectoryInfo(usual) };

    public static Option<int> WebPort { get; } =
        new("--web-port") { Description = "网页与 REST 端口 / port of pages and REST", DefaultValueFactory = _ => HostSettings.UsualWebPort };

    public static Option<int> GrpcPort { get; } =
        new("--grpc-port") { Description = "gRPC 端口 / port of gRPC", DefaultValueFactory = _ => HostSettings.UsualGrpcPort };

    public static Option<FileInfo> Divisions { get; } =
        new("--divisions") { Description = "首次启动载入的单位 CSV / CSV of units loaded at the first start", DefaultValueFactory = _ => new FileInfo(HostSettings.ShippedDivisions) };

    // without a value: the list that comes with the program
    public static Option<FileInfo?> Departments { get; } = new("--departments")
    {
        Description = "首次启动同时载入各级部门;可另给 CSV / load the departments of every tier too; a CSV of your own may follow",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static HostSettings Settings(this ParseResult parsed, Option<DirectoryInfo> data, int? mostUnits = null) => new(
        parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(WebPort), parsed.GetRequiredValue(GrpcPort), parsed.GetRequiredValue(Divisions).FullName, mostUnits,
        parsed.GetResult(Departments) is null ? null : parsed.GetValue(Departments)?.FullName ?? HostSettings.ShippedDepartments);
}

namespace Federation.Host;

/// <summary>Where an installation keeps its data and listens. Everything is on the loopback interface.</summary>
/// <param name="DataDirectory">Folder of the ledger and the keys; made when absent.</param>
/// <param name="WebPort">Port of pages and REST (HTTP/1.1); 0 lets the system choose.</param>
/// <param name="GrpcPort">Port of gRPC (HTTP/2 without TLS); 0 lets the system choose.</param>
/// <param name="DivisionsFile">CSV of units loaded at the first start.</param>
/// <param name="MostUnits">Load only so many territories, whole subtrees first in order of code; null: all.</param>
/// <param name="DepartmentsFile">CSV of departments loaded with them: per tier, or agencies by name; null: territories alone.</param>
public sealed record HostSettings(string DataDirectory, int WebPort, int GrpcPort, string DivisionsFile, int? MostUnits = null, string? DepartmentsFile = null)
{
    /// <summary>Usual port of pages and REST.</summary>
    public const int UsualWebPort = 5080;

    /// <summary>Usual port of gRPC.</summary>
    public const int UsualGrpcPort = 5081;

    /// <summary>The national tree that comes with the program.</summary>
    public static string ShippedDivisions => Path.Combine(AppContext.BaseDirectory, "data", "divisions.csv");

    /// <summary>The usual departments per tier that come with the program.</summary>
    public static string ShippedDepartments => Path.Combine(AppContext.BaseDirectory, "data", "departments.csv");

    /// <summary>A list of local facts: the installation's own file in its data directory, or else the one that comes with the program.</summary>
    public string LocalFile(string name) =>
        Path.Combine(DataDirectory, name) is var own && File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>The ledger.</summary>
    public string LedgerFile => Path.Combine(DataDirectory, "federation.db");

    /// <summary>The search index; made anew from the ledger when it is not there.</summary>
    public string SearchFile => Path.Combine(DataDirectory, "search.db");

    /// <summary>Keys that seal tokens.</summary>
    public string KeyDirectory => Path.Combine(DataDirectory, "keys");
}

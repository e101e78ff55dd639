using System.Diagnostics;
using System.Reflection;

namespace Federation.Grpc.Tests.Interop;

/// <summary>A gRPC implementation in another language, if it is installed (peers/install.sh).</summary>
public sealed record Peer(string Name, string Program, string Extension, string Probe)
{
    public static readonly Peer Python = new(
        "python", "/usr/bin/python3", "py", "import grpc, sys; sys.path.insert(0, 'generated'); import echo_pb2_grpc");

    public static readonly Peer Node = new("node", "node", "js", "require('@grpc/grpc-js'); require('@grpc/proto-loader')");

    private static readonly string Folder = typeof(Peer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "PeersFolder").Value!;

    private readonly Lazy<string?> _missing = new(() => Try(Program, Program == "node" ? "-e" : "-c", Probe)
        ? null
        : $"{Program} with its gRPC packages is not installed here: run tests/Grpc.Tests/peers/install.sh");

    /// <summary>Why the tests with this peer cannot run; none when they can.</summary>
    public string? Missing => _missing.Value;

    public static Peer Named(string name) => name == Python.Name ? Python : Node;

    public Process Start(string script, params string[] arguments) => Launch(Program, [$"{script}.{Extension}", .. arguments]);

    private static bool Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Launch(program, arguments);
            if (process.WaitForExit(TimeSpan.FromSeconds(30)))
                return process.ExitCode == 0;
            process.Kill();
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }

    private static Process Launch(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

using System.Net;
using System.Net.Sockets;
using Federation.Host.Composition;
using Spectre.Console;

namespace Federation.Host.Commands;

/// <summary>Starts an installation for a person at a terminal: what keeps it from starting is said in a sentence, not in a stack of calls.</summary>
internal static class Launch
{
    /// <summary>True when both ports can be listened on; says which one cannot.</summary>
    public static bool PortsAreFree(HostSettings settings)
    {
        foreach (var port in new[] { settings.WebPort, settings.GrpcPort }.Where(p => p != 0))
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
            }
            catch (SocketException)
            {
                AnsiConsole.MarkupLineInterpolated(
                    $"[red]无法启动[/]:端口 {port} 已被占用,可用 --web-port 和 --grpc-port 另选 [grey]/ cannot start: port {port} is in use; choose others with --web-port and --grpc-port[/]");
                return false;
            }
        }
        return true;
    }

    /// <summary>The running application; null when it could not start, which was said.</summary>
    public static async Task<WebApplication?> TryStart(HostSettings settings, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            return await FederationHost.Start(settings, clock, ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException or Domain.Ledger.LedgerUnavailableException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]无法启动 / cannot start[/]: {e.Message}");
            return null;
        }
    }
}

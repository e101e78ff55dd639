using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Findings;
using Microsoft.Extensions.Configuration;

namespace Federation.Gateway.Catalogs;

/// <summary>A host that must not be connected to. Its message names it.</summary>
public sealed class NotPublicException(string message) : IOException(message);

/// <summary>
/// Where sources may be: on the public internet, and in networks that the operator allows. Whoever may register a source could otherwise make this server
/// ask its own neighbours. A name is judged by the addresses that are then connected to, so that it cannot mean something else a moment later.
/// </summary>
/// <param name="allowed">Networks that are allowed beside the public ones.</param>
/// <param name="resolve">Addresses of a name; null: as the system resolves it.</param>
public sealed class SourceNetworks(ImmutableArray<IPNetwork> allowed, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    /// <summary>Name of the setting: networks such as 10.1.0.0/16, divided by commas or as a list.</summary>
    public const string Setting = "Sources:AllowedNetworks";

    // IANA special-purpose registries for IPv4 and IPv6, as of 2026: what is not reachable from everywhere, or leads elsewhere than it says.
    private static readonly ImmutableArray<IPNetwork> NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3"); // of IPv6 nothing else is public

    /// <summary>Reads the operator's setting.</summary>
    /// <exception cref="InvalidDataException">Something in it is no network.</exception>
    public static SourceNetworks Read(IConfiguration configuration)
    {
        var setting = configuration.GetSection(Setting);
        var texts = setting.GetChildren().Select(c => c.Value ?? "").Append(setting.Value ?? "").SelectMany(t => t.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new SourceNetworks([.. texts.Select(t => IPNetwork.TryParse(t, out var network) ? network : throw new InvalidDataException($"{Setting}: '{t}' 不是网段 / is no network"))]);
    }

    /// <summary>True when an address may be connected to.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(n => n.Contains(plain)) || (!NotPublic.Any(n => n.Contains(plain)) && (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)));
    }

    /// <summary>CT-424 for an address of which it is plain without asking anybody; null: it is not.</summary>
    public Finding? Refuses(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null; // other findings say so
        var host = uri.IdnHost.TrimEnd('.');
        var local = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        var address = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? literal : local ? IPAddress.Loopback : null;
        return address is null || Allows(address)
            ? null
            : SyncRules.NotPublic.At("url", $"{uri.Host} 不是公网地址,也不在运维人员允许的网络({Setting})内", $"{uri.Host} is neither public nor of a network that the operator allows ({Setting})");
    }

    /// <summary>Connects to an address of a host that may be connected to.</summary>
    /// <exception cref="NotPublicException">It has none.</exception>
    /// <exception cref="SocketException">None answers.</exception>
    public async Task<Stream> Connect(DnsEndPoint host, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await (resolve ?? Dns.GetHostAddressesAsync)(host.Host, ct);
        var open = addresses.Where(Allows).ToList();
        if (addresses.Length > 0 && open.Count == 0)
            throw new NotPublicException(host.Host); // its addresses are not told: whoever registers sources is not to learn this network
        var socket = await First(open, host.Port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<Socket> First(List<IPAddress> addresses, int port, CancellationToken ct)
    {
        var failed = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), ct);
                return socket;
            }
            catch (SocketException e)
            {
                socket.Dispose();
                failed = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw failed;
    }
}

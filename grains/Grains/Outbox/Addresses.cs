using Federation.Contracts.Outbox;
using Federation.Contracts.WorkPoints;

namespace Federation.Grains.Outbox;

/// <summary>Which grain stands behind an address: its first word says.</summary>
internal static class Addresses
{
    /// <summary>The receiver of messages at an address.</summary>
    /// <exception cref="FormatException">No grain takes messages under such an address.</exception>
    public static IParcelReceiver Find(IGrainFactory grains, string address) => address.Split('/')[0] switch
    {
        "plan" => grains.GetGrain<IWorkPlanGrain>(address),
        _ => throw new FormatException($"'{address}' takes no messages"),
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Obligations;
using Federation.Contracts.Outbox;
using Federation.Contracts.WorkPoints;

namespace Federation.Grains.Outbox;

/// <summary>Carries messages to the grain behind their address, by kind. Whoever comes twice has no effect twice: receivers see to that.</summary>
internal static class Carrier
{
    /// <summary>Delivers a batch in order.</summary>
    /// <exception cref="FormatException">A kind that nobody takes, or a damaged message.</exception>
    public static async Task Deliver(IGrainFactory grains, string receiver, ImmutableArray<Parcel> batch)
    {
        foreach (var run in Runs(batch))
        {
            switch (run[0].Kind)
            {
                case DutyMessages.Issued:
                    foreach (var parcel in run)
                    {
                        var message = DutyMessages.ReadIssued(string.Create(CultureInfo.InvariantCulture, $"outbox-{parcel.Position}"), parcel.Payload);
                        await grains.GetGrain<IObligationBookGrain>(receiver).Receive(message);
                    }
                    break;
                case DutyMessages.Receipts:
                    await grains.GetGrain<IWorkPlanGrain>(receiver).TakeReceipts([.. run.Select(p => DutyMessages.ReadReceipts(p.Payload))]);
                    break;
                default:
                    throw new FormatException($"'{run[0].Kind}' is no message for {receiver}");
            }
        }
    }

    private static IEnumerable<List<Parcel>> Runs(ImmutableArray<Parcel> batch)
    {
        List<Parcel> run = [];
        foreach (var parcel in batch)
        {
            if (run.Count > 0 && run[0].Kind != parcel.Kind)
            {
                yield return run;
                run = [];
            }
            run.Add(parcel);
        }
        if (run.Count > 0)
            yield return run;
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Federation.Web.Desk.Files;

/// <summary>A file between its dry run and its taking over.</summary>
/// <param name="Actor">Who brought it; nobody else gets it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="At">When.</param>
internal sealed record ShelvedFile(string Actor, string Name, byte[] Content, DateTimeOffset At);

/// <summary>Keeps files between dry run and taking over, for half an hour and within bounds; one that is gone is uploaded again.</summary>
internal sealed class ImportShelf(TimeProvider clock)
{
    private const int Most = 32;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, ShelvedFile> files = [];

    public string Put(string actor, string name, byte[] content)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in files.Where(f => f.Value.At + Kept < now).Concat(files.OrderByDescending(f => f.Value.At).Skip(Most - 1)).ToList())
            files.TryRemove(old, out _);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        files[key] = new ShelvedFile(actor, name, content, now);
        return key;
    }

    public ShelvedFile? Get(string actor, string key) =>
        files.TryGetValue(key, out var file) && file.Actor == actor && file.At + Kept >= clock.GetUtcNow() ? file : null;
}

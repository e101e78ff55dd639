using System.Security.Cryptography;

namespace Federation.Web.Desk.Files;

/// <summary>A file between its dry run and its taking over.</summary>
/// <param name="Actor">Who brought it; nobody else gets it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="At">When.</param>
internal sealed record ShelvedFile(string Actor, string Name, byte[] Content, DateTimeOffset At);

/// <summary>
/// Keeps files between dry run and taking over for half an hour, in memory and within bounds: a few of each person, and no more bytes of all
/// together than <see cref="MostBytes"/>. Nobody's file makes room for another person's.
/// </summary>
internal sealed class ImportShelf(TimeProvider clock)
{
    /// <summary>Bytes of all files together.</summary>
    public const long MostBytes = 4 * LargeBody.Most;

    private const int MostOfOne = 3;
    private static readonly TimeSpan kept = TimeSpan.FromMinutes(30);
    private readonly Dictionary<string, ShelvedFile> files = [];
    private readonly Lock gate = new();

    /// <summary>Keeps a file; of more than three of one person the oldest goes.</summary>
    /// <returns>Under what it is found; null when the shelf is full (UI-005).</returns>
    public string? Put(string actor, string name, byte[] content)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var mine = files.Where(f => f.Value.Actor == actor).OrderByDescending(f => f.Value.At).Skip(MostOfOne - 1);
            foreach (var (old, _) in files.Where(f => f.Value.At + kept < now).Concat(mine).ToList())
                files.Remove(old);
            if (files.Values.Sum(f => (long)f.Content.Length) + content.Length > MostBytes)
                return null;
            var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
            files[key] = new ShelvedFile(actor, name, content, now);
            return key;
        }
    }

    /// <summary>A file of a person; null when it is gone or somebody else's.</summary>
    public ShelvedFile? Get(string actor, string key)
    {
        lock (gate)
            return files.TryGetValue(key, out var file) && file.Actor == actor && file.At + kept >= clock.GetUtcNow() ? file : null;
    }
}

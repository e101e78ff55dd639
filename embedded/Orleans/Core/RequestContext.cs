using Federation.Embedded.Engine;

namespace Orleans.Runtime;

/// <summary>Values that travel with calls, from the caller into the grain and onward. Set anew, never changed in place.</summary>
public static class RequestContext
{
    internal const string ReentrancyKey = "#CCR";

    private static readonly AsyncLocal<Dictionary<string, object>?> Local = new();

    internal static Dictionary<string, object>? Values
    {
        get => Local.Value;
        set
        {
            if (!ReferenceEquals(Local.Value, value))
                Local.Value = value;
        }
    }

    public static IEnumerable<string> Keys => Values?.Keys ?? Enumerable.Empty<string>();

    public static IEnumerable<KeyValuePair<string, object>> Entries => Values ?? Enumerable.Empty<KeyValuePair<string, object>>();

    public static Guid ReentrancyId
    {
        get => Get(ReentrancyKey) is Guid id ? id : Guid.Empty;
        set
        {
            if (value == Guid.Empty)
                Remove(ReentrancyKey);
            else
                Set(ReentrancyKey, value);
        }
    }

    public static object? Get(string key) => Values?.GetValueOrDefault(key);

    public static void Set(string key, object value)
    {
        // calls under way hold the dictionary: it is copied, never changed
        var copy = Values is { } now ? new Dictionary<string, object>(now) : new Dictionary<string, object>(1);
        copy[key] = value;
        Values = copy;
    }

    public static bool Remove(string key)
    {
        if (Values is not { } now || !now.ContainsKey(key))
            return false;
        var copy = new Dictionary<string, object>(now);
        copy.Remove(key);
        Values = copy.Count == 0 ? null : copy;
        return true;
    }

    public static void Clear() => Values = null;

    /// <summary>Until disposed, calls made from here may come back to this grain although it waits for them.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var before = ReentrancyId;
        return new ReentrancySection(before, before == Guid.Empty ? Guid.NewGuid() : before);
    }

    /// <summary>Until disposed, calls made from here may not come back to this grain while it waits for them.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    /// <summary>The extent within which call chains are allowed, or not allowed, to come back.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _before;
        private readonly Guid _within;

        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            _before = originalReentrancyId;
            _within = newReentrancyId;
            if (_within != _before)
                ReentrancyId = _within;
            if (_within != Guid.Empty)
                Activation.Current?.EnterReentrantSection(_within);
        }

        public void Dispose()
        {
            if (_within != Guid.Empty)
                Activation.Current?.ExitReentrantSection(_within);
            if (_within != _before)
                ReentrancyId = _before;
        }
    }
}

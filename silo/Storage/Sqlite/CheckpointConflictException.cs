namespace Federation.Storage.Sqlite;

/// <summary>A snapshot was written by someone else since it was read: read it again.</summary>
public sealed class CheckpointConflictException : Exception
{
    /// <summary>For one snapshot.</summary>
    public CheckpointConflictException(string state, string key)
        : base($"Checkpoint {state} of {key} bears another tag than expected.")
    {
    }
}

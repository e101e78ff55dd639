namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes a snapshot when the one there still bears the tag its writer saw.</summary>
internal sealed class WriteCheckpoint(string state, string key, ReadOnlyMemory<byte> bytes, long? expected) : Job<long>
{
    protected override long Write(Session session, out Exception? refusal)
    {
        var found = session.Checkpoints.Find(state, key);
        refusal = found == expected ? null : new CheckpointConflictException(state, key);
        return refusal is null ? session.Checkpoints.Write(state, key, bytes) : 0;
    }
}

/// <summary>Removes a snapshot when it still bears the tag its writer saw; one that is not there needs no tag.</summary>
internal sealed class ClearCheckpoint(string state, string key, long? expected) : Job<bool>
{
    protected override bool Write(Session session, out Exception? refusal)
    {
        var found = session.Checkpoints.Find(state, key);
        refusal = found is null || found == expected ? null : new CheckpointConflictException(state, key);
        if (refusal is null && found is not null)
            session.Checkpoints.Delete(state, key);
        return found is not null;
    }
}

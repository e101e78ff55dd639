using SQLitePCL;

namespace Federation.Storage.Sqlite.Native;

/// <summary>SQLite answered a call with an error code.</summary>
internal sealed class SqliteFailure(int extendedCode, string message)
    : Exception($"SQLite error {extendedCode}: {message}")
{
    /// <summary>Primary code: the extended code's low byte.</summary>
    public int Code => extendedCode & 0xff;

    /// <summary>
    /// True when the statement itself was at fault (a constraint, a value too big), so that other acts of the same transaction can
    /// still succeed; false when the file, the disk or a lock failed.
    /// </summary>
    public bool IsOfOneAct => Code is raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE or raw.SQLITE_ERROR;
}

using System.Text;
using SQLitePCL;

namespace Federation.Storage.Sqlite.Native;

/// <summary>A prepared statement, used again and again. Parameters count from 1, columns from 0. A step that fails resets it.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt prepared) : IDisposable
{
    private const int ShortText = 256;

    public Statement Bind(int parameter, long value) => Checked(raw.sqlite3_bind_int64(prepared, parameter, value));

    public Statement Bind(int parameter, ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_blob(prepared, parameter, value));

    public Statement BindNull(int parameter) => Checked(raw.sqlite3_bind_null(prepared, parameter));

    public Statement Bind(int parameter, string value)
    {
        if (value.Length == 0)
            return Checked(raw.sqlite3_bind_text(prepared, parameter, ""));
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = most <= ShortText ? stackalloc byte[ShortText] : new byte[most];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        return Checked(raw.sqlite3_bind_text(prepared, parameter, bytes[..length]));
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none; the statement is then reset and ready to be used again.</returns>
    /// <exception cref="SqliteFailure">The statement failed; it is reset.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(prepared);
        if (code == raw.SQLITE_ROW)
            return true;
        var failure = code == raw.SQLITE_DONE ? null : connection.Failure();
        raw.sqlite3_reset(prepared);
        return failure is null ? false : throw failure;
    }

    /// <summary>Runs a statement that answers no rows.</summary>
    public void Run()
    {
        while (Step())
        {
            // a PRAGMA may answer a row that nobody asked for
        }
    }

    /// <summary>Ends a read before its last row.</summary>
    public void Reset() => raw.sqlite3_reset(prepared);

    public bool IsNull(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(prepared, column);

    public int Int32(int column) => raw.sqlite3_column_int(prepared, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(prepared, column));

    public byte[] Blob(int column) => raw.sqlite3_column_blob(prepared, column).ToArray();

    public void Dispose() => prepared.Dispose();

    private Statement Checked(int code) => code == raw.SQLITE_OK ? this : throw connection.Failure();
}

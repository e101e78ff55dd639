using Federation.Storage.Sqlite;
using Orleans.Runtime.Hosting;

namespace Federation.Host.Stack;

/// <summary>The engine of this process: one silo, states and reminders in the ledger's file.</summary>
internal static class EngineStack
{
    /// <summary>Adds the engine.</summary>
    public static void AddEngine(this WebApplicationBuilder builder)
    {
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.AddReminders();
            silo.AddActivityPropagation();
        });
        builder.Services.AddSingleton<IReminderTable>(s => new SqliteReminderTable(s.GetRequiredService<SqliteLedger>().Checkpoints));
        builder.Services.AddGrainStorage("Default", (s, _) => new SqliteGrainStorage(s.GetRequiredService<SqliteLedger>().Checkpoints));
    }
}

using System.Collections.Immutable;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Host.Composition;

/// <summary>Lists of local facts that an operator may replace: earlier dates, local rules, successions of units.</summary>
internal static class LocalData
{
    /// <summary>Reads them all; a fault in any keeps the host from starting, with every line named.</summary>
    public static void Add(IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(Read(settings.LocalFile("deadline-layers.csv"), LocalDeadlines.Read));
        services.AddSingleton(Read(settings.LocalFile("local-rules.csv"), LocalRules.Read));
        services.AddSingleton(Read(settings.LocalFile("lineage.csv"), Lineage.Read));
        AddCalendar(services, settings);
        var items = Read(settings.LocalFile(NationalStandard.File), StandardCsv.Read);
        services.AddSingleton(s => new NationalStandard(items, s.GetRequiredService<ILedger>(), s.GetRequiredService<IStandardReads>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<NationalStandard>>()));
    }

    /// <summary>The State Council's holiday lists.</summary>
    public static HolidayData Holidays(HostSettings settings)
    {
        var path = settings.LocalFile("holidays.csv");
        using var days = File.OpenText(path);
        using var notices = File.OpenText(settings.LocalFile("holiday-notices.csv"));
        using var changes = File.OpenText(settings.LocalFile("holiday-changes.csv"));
        var (read, findings) = HolidayLists.Read(notices, days, changes);
        Refuse(path, findings);
        return new HolidayData(read);
    }

    /// <summary>The State Council's holiday lists and the limits of the Regulation.</summary>
    private static void AddCalendar(IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(Holidays(settings));
        services.AddSingleton(ClockLimits.From(Read(settings.LocalFile("regulation-limits.csv"), RegulationLimits.Read)));
    }

    private static T Read<T>(string path, Func<TextReader, (T Read, ImmutableArray<Finding> Findings)> read)
    {
        using var file = File.OpenText(path);
        var (data, findings) = read(file);
        Refuse(path, findings);
        return data;
    }

    private static void Refuse(string path, ImmutableArray<Finding> findings)
    {
        if (!findings.IsEmpty)
            throw new InvalidDataException($"{path}:\n" + string.Join('\n', findings.Select(f => $"  {f.Where}  {f.Code}  {f.Text} / {f.TextEn}")));
    }
}

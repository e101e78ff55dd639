using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

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
    }

    private static T Read<T>(string path, Func<TextReader, (T Read, ImmutableArray<Finding> Findings)> read)
    {
        using var file = File.OpenText(path);
        var (data, findings) = read(file);
        return findings.IsEmpty
            ? data
            : throw new InvalidDataException($"{path}:\n" + string.Join('\n', findings.Select(f => $"  {f.Where}  {f.Code}  {f.Text} / {f.TextEn}")));
    }
}

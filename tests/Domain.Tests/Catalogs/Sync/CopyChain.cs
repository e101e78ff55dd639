using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Sync;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>
/// A township's catalog, a website that it takes its documents from, and copies of it in county, city and province, each following the one below. A
/// seed decides what is edited, removed, made again and held, which pages are lost, doubled, late or damaged, and who crashes when.
/// </summary>
internal sealed class CopyChain
{
    private const string Origin = "330110/website";
    private readonly Random chance;
    private readonly bool trustsSource;
    private readonly FedCatalog township = new();
    private readonly IFollower[] tiers;
    private readonly object[] disks;
    private readonly List<(int Tier, FeedPage Page)> mail = [];
    private readonly SortedDictionary<string, string> website = new(StringComparer.Ordinal);
    private readonly List<HashSet<EntryId>> had;
    private readonly HashSet<EntryId> everRemoved = [];
    private readonly HashSet<string> takenDown = []; // by the website itself, at any time
    private SourceMemory memory = SourceMemory.None;
    private int edits;

    public CopyChain(int seed, Func<IFollower> follower, bool trustsSource = false)
    {
        chance = new Random(seed);
        this.trustsSource = trustsSource;
        tiers = [follower(), follower(), follower()];
        disks = [.. tiers.Select(t => t.Save())];
        had = [.. tiers.Select(_ => new HashSet<EntryId>())];
        for (var i = 0; i < 60; i++)
            website[$"web-{i}"] = $"网站文件 {i}";
    }

    /// <summary>What went wrong; null: nothing did.</summary>
    public string? Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Step();
            if (Lost() is { } lost)
                return $"step {step}: {lost}";
        }
        return Settle();
    }

    private void Step()
    {
        switch (chance.Next(20))
        {
            case < 5:
                Edit();
                break;
            case 5:
                ReadWebsite(chance.Next(3) == 0);
                break;
            case 6:
                foreach (var hold in township.Head.Holds)
                    township.DecideHold(hold.Number, chance.Next(2) == 0);
                break;
            case 7:
                township.NextDay();
                break;
            case < 13:
                Ask(chance.Next(tiers.Length));
                break;
            case < 18 when mail.Count > 0:
                Deliver();
                break;
            case 18:
                var saved = chance.Next(tiers.Length);
                disks[saved] = tiers[saved].Save();
                break;
            case 19:
                var crashed = chance.Next(tiers.Length);
                tiers[crashed].Restore(disks[crashed]);
                had[crashed] = [.. tiers[crashed].Ids];
                break;
        }
    }

    private void Edit()
    {
        var id = $"own-{chance.Next(50)}";
        if (chance.Next(4) > 0)
        {
            var change = Entries.Put(Entries.Document(id, $"第 {++edits} 次修改"), chance.Next(5) == 0 ? chance.Next(4) : null); // now and then on an old revision
            township.Push(change);
            if (chance.Next(4) == 0)
                township.Push(change); // the answer was lost, the sender repeats
        }
        else
        {
            township.Push([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(i => Entries.Remove($"own-{(chance.Next(50) + i) % 50}")).DistinctBy(c => c.Id)]);
        }
        Note();
    }

    private void ReadWebsite(bool faulty)
    {
        for (var i = 0; i < 3; i++)
        {
            var id = $"web-{chance.Next(80)}";
            if (chance.Next(3) == 0)
                takenDown.Add(website.Remove(id) ? id : "");
            else
                website[id] = $"网站文件 {++edits}";
        }
        var settings = new SourceSettings("website", SourceKind.Json, "http://127.0.0.1/list", 0, 10, 1_000_000, 1000, "items", "total", "at", "网站管理员", ImmutableSortedDictionary.CreateRange(new Dictionary<string, string>
        {
            ["id"] = "id", ["title"] = "name", ["kind"] = "=document", ["disclosure"] = "=proactive", ["formedOn"] = "=2026-02-27",
        }));
        var listed = website.ToList();
        var total = listed.Count;
        var at = Entries.Now.AddMinutes(edits);
        var answer = AnswerKind.Content;
        if (faulty)
        {
            switch (chance.Next(5))
            {
                case 0: listed = listed[..(listed.Count / 2)]; break; // cut off, the number tells
                case 1: (listed, total) = ([], 0); break; // emptied
                case 2: (at, listed) = (Entries.Now.AddMinutes(-5), [.. listed.Skip(10)]); total = listed.Count; break; // an old list
                case 3: (at, listed) = (Entries.Now.AddYears(1), [.. listed.Skip(10)]); total = listed.Count; break; // a clock that runs ahead
                default: answer = AnswerKind.Refused; break;
            }
        }
        var json = $$"""{"total":{{total}},"at":"{{at:O}}","items":[{{string.Join(',', listed.Select(l => $$"""{"id":"{{l.Key}}","name":"{{l.Value}}"}"""))}}]}""";
        var bytes = answer == AnswerKind.Content ? Encoding.UTF8.GetBytes(json) : [];
        var snapshot = SourceReading.Of(settings, memory, new SourceAnswer(answer, bytes, "", null, "500"), "330110", Entries.Now.AddMinutes(edits));
        if (trustsSource)
            snapshot = new([.. listed.Select(l => Entries.Document(l.Key, l.Value))], [.. listed.Select(l => EntryId.Parse(l.Key))], true, [], [], memory);
        else if (snapshot.Findings.Any(f => f.Blocks))
            return;
        memory = snapshot.Memory;
        var changes = SnapshotDiff.Of(snapshot, Origin, township.Rows.ToDictionary(r => r.Key, r => OriginRow.Of(r.Value)), "330110").Changes;
        township.PushFrom(Origin, [.. changes]);
    }

    private FeedPage From(int below, long after, int limit) => below == 0 ? township.Page(after, limit) : tiers[below - 1].Page(after, limit);

    private void Ask(int tier)
    {
        var page = From(tier, tiers[tier].Cursor, 1 + chance.Next(12));
        switch (chance.Next(12))
        {
            case 0:
                return; // lost
            case 1:
                mail.Add((tier, page)); // doubled
                break;
            case 2 when !page.Changes.IsEmpty:
                page = page with { Changes = page.Changes.SetItem(0, Damaged(page.Changes[0])) };
                break;
            case 3:
                page = new FeedPage(tiers[tier].Cursor, [], tiers[tier].Cursor, true, 0, Digest.None); // the source answers as if it were empty
                break;
            case 4:
                mail.Add((tier, From(tier, tiers[tier].Cursor + 3, 5))); // as one that was asked for by a self which the crash undid
                break;
            case 5:
                mail.Add((tier, From(tier, 0, 1000))); // somebody asked anew from the beginning, and the answer takes long
                break;
        }
        mail.Add((tier, page));
    }

    private static CopyRow Damaged(CopyRow row) => row.Entry is null ? row : row with { Entry = row.Entry with { Title = row.Entry.Title + "(损坏)" } };

    private void Deliver()
    {
        var at = chance.Next(mail.Count);
        var (tier, page) = mail[at];
        mail.RemoveAt(at);
        tiers[tier].Take(page);
        had[tier].UnionWith(tiers[tier].Ids);
    }

    private void Note()
    {
        foreach (var row in township.Rows.Values.Where(r => r.Removed))
            everRemoved.Add(row.Id);
    }

    // What nobody ever removed cannot be gone from a copy that had it.
    private string? Lost()
    {
        Note();
        if (everRemoved.FirstOrDefault(id => id.Value.StartsWith("web-", StringComparison.Ordinal) && !takenDown.Contains(id.Value)) is { } gone)
            return $"the township lost {gone} of the website";
        for (var tier = 0; tier < tiers.Length; tier++)
        {
            var ids = tiers[tier].Ids;
            if (had[tier].FirstOrDefault(id => !everRemoved.Contains(id) && !ids.Contains(id)) is { } lost)
                return $"tier {tier} lost {lost}";
        }
        return null;
    }

    // Everything still under way arrives, then everybody fetches what is left.
    private string? Settle()
    {
        while (mail.Count > 0)
            Deliver();
        foreach (var hold in township.Head.Holds)
            township.DecideHold(hold.Number, trustsSource);
        township.NextDay();
        ReadWebsite(false);
        foreach (var hold in township.Head.Holds)
            township.DecideHold(hold.Number, true);
        for (var tier = 0; tier < tiers.Length; tier++)
        {
            for (var tries = 0; tries < 10_000; tries++)
            {
                var page = From(tier, tiers[tier].Cursor, 7);
                tiers[tier].Take(page);
                if (page.Complete)
                    break;
            }
        }
        return Difference();
    }

    private string? Difference()
    {
        var truth = township.Present.Values.Where(r => !r.Removed).ToDictionary(r => r.Id, r => r.Hash!);
        foreach (var id in website.Keys.Where(id => !truth.ContainsKey(EntryId.Parse(id))))
            return $"the township lost {id} of the website";
        for (var tier = 0; tier < tiers.Length; tier++)
        {
            var contents = tiers[tier].Contents;
            if (truth.Keys.FirstOrDefault(id => !contents.ContainsKey(id)) is { } lost)
                return $"tier {tier} lost {lost}";
            if (contents.Keys.FirstOrDefault(id => !truth.ContainsKey(id)) is { } back)
                return $"tier {tier} brought {back} back";
            if (truth.FirstOrDefault(t => contents[t.Key] != t.Value) is { Key: { } other })
                return $"tier {tier} has another {other}";
            if (tiers[tier].Whole != township.Head.Whole.Digest)
                return $"tier {tier} has another digest";
        }
        return null;
    }
}

using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>
/// The state machine walked through: from the blank report every act by everybody, breadth first over states that differ, up to a depth
/// at which every kind of event has met every other.
/// </summary>
public sealed class ReportModelTests
{
    private const int Depth = 7; // submit, seal, accept, correct, seal, return, and one act more

    [Fact]
    public void EveryState_WithinSevenActs_KeepsTheInvariants()
    {
        var seen = new HashSet<string> { Actors.Spell(Report.Blank) };
        var (front, states, kinds) = (new List<Story> { Story.Blank }, new HashSet<ReportState>(), new HashSet<Type>());
        for (var depth = 0; depth < Depth; depth++)
        {
            var next = new List<Story>();
            foreach (var story in front)
            {
                foreach (var move in Actors.All)
                {
                    var decision = move.Decide(story);
                    Assert.True(decision.Refused || decision.Events.Length <= 1);
                    foreach (var happened in decision.Events)
                    {
                        var after = story.After(happened, move.By);
                        Actors.AssertLawful(story.Report, happened, move.By, after.Report);
                        kinds.Add(happened.GetType());
                        states.Add(after.Report.State);
                        if (seen.Add(Actors.Spell(after.Report)))
                            next.Add(after);
                    }
                }
            }
            front = next;
        }

        Assert.Equal(Enum.GetValues<ReportState>().Length, states.Count); // the walk has been everywhere
        Assert.Equal(9, kinds.Count); // every kind of event, without the retired one and the count of the ledger
    }

    [Fact] // the walk is only as good as its look at a broken machine
    public void AssertLawful_AcceptedFilingThatVanishes_IsSeen()
    {
        var accepted = Story.Blank.Sealed(ReportContent.Of(Sheets.Nil)).Then(s => s.Accept()).Report;
        var vanished = accepted.Apply(new ReportReturned(1, Story.Reasons), Story.Start, Story.Reviewer, []);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Actors.AssertLawful(accepted, new ReportReturned(1, Story.Reasons), Story.Reviewer, vanished));
    }
}

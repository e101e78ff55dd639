namespace Federation.Domain.WorkPoints;

/// <summary>How many receivers of a plan stand how, in units.</summary>
/// <param name="Receivers">Bound to a clause.</param>
/// <param name="Reached">Those that have the version that binds them.</param>
/// <param name="Opened">Those in which somebody opened it.</param>
/// <param name="Accepted">Those that have accepted every clause.</param>
/// <param name="Objected">Those that object to a clause.</param>
/// <param name="Refused">Those whose book did not take it.</param>
/// <param name="Escalated">Those whose silence was told.</param>
public sealed record StandingTally(int Receivers, int Reached, int Opened, int Accepted, int Objected, int Refused, int Escalated)
{
    /// <summary>Nobody.</summary>
    public static StandingTally Empty { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>All together, counted one by one.</summary>
    public static StandingTally Of(IEnumerable<Standing> standings) => standings.Aggregate(Empty, (sum, standing) => sum.Plus(Of(standing)));

    /// <summary>One receiver.</summary>
    public static StandingTally Of(Standing standing)
    {
        if (!standing.IsBound)
            return Empty;
        var receipt = standing.IsReached ? standing.Receipt : null;
        return new(
            1, On(receipt is not null), On(receipt?.OpenedAt is not null),
            On(receipt?.Lines.All(l => l.StateOf(null) == AssignmentState.Accepted) ?? false),
            On(receipt?.Lines.Any(l => l.StateOf(null) == AssignmentState.Objected) ?? false),
            On(standing.IsRefused), On(standing.EscalatedOn is not null));
    }

    /// <summary>With more.</summary>
    public StandingTally Plus(StandingTally more) => new(
        Receivers + more.Receivers, Reached + more.Reached, Opened + more.Opened, Accepted + more.Accepted, Objected + more.Objected, Refused + more.Refused, Escalated + more.Escalated);

    /// <summary>Without some.</summary>
    public StandingTally Minus(StandingTally less) => new(
        Receivers - less.Receivers, Reached - less.Reached, Opened - less.Opened, Accepted - less.Accepted, Objected - less.Objected, Refused - less.Refused, Escalated - less.Escalated);

    private static int On(bool counts) => counts ? 1 : 0;
}

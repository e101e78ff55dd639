using Federation.Domain.WorkPoints;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes plans, their clauses and assignments.</summary>
internal sealed class PlanWriter(Connection connection)
{
    private readonly Statement plan = connection.Prepare("INSERT OR REPLACE INTO plan VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    private readonly Statement forgetClauses = connection.Prepare("DELETE FROM clause WHERE plan = ?1");
    private readonly Statement clause = connection.Prepare("INSERT INTO clause VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    private readonly Statement forgetMonths = connection.Prepare("DELETE FROM clause_month WHERE plan = ?1");
    private readonly Statement month = connection.Prepare("INSERT INTO clause_month VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement forgetAssignments = connection.Prepare("DELETE FROM assignment WHERE plan = ?1");
    private readonly Statement assignment = connection.Prepare("INSERT OR REPLACE INTO assignment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");

    private readonly PlanCountWriter counts = new(connection);

    public void Write(PlanChanged changed)
    {
        var row = changed.Row;
        plan.Bind(1, row.Plan.ToString()).Bind(2, row.Issuer.Value).Bind(3, row.Year).Bind(4, row.Plan.Number).Bind(5, row.Title).Bind(6, row.DocumentNumber).Bind(7, row.Version);
        Bind(plan, 8, row.IssuedAt?.UtcTicks).Bind(9, row.AsOf.DayNumber).Bind(10, row.Receivers).Bind(11, row.Withdrawn ? 1 : 0).Run();
        forgetClauses.Bind(1, row.Plan.ToString()).Run();
        foreach (var one in changed.Clauses)
        {
            clause.Bind(1, one.Plan.ToString()).Bind(2, one.Ord).Bind(3, one.Clause).Bind(4, one.Title).Bind(5, one.Measures).Bind(6, one.Source).Bind(7, one.Root)
                .Bind(8, one.Minutes).Run();
        }
        forgetMonths.Bind(1, row.Plan.ToString()).Run();
        foreach (var one in changed.Months)
            month.Bind(1, row.Plan.ToString()).Bind(2, one.Clause).Bind(3, (one.Month.Year * 12) + one.Month.Month - 1).Bind(4, one.Minutes).Run();
    }

    public void Write(AssignmentsChanged changed)
    {
        var of = changed.Plan.ToString();
        counts.Write(changed);
        if (changed.All)
            forgetAssignments.Bind(1, of).Run();
        foreach (var row in changed.Rows)
        {
            assignment.Bind(1, of).Bind(2, row.Ord).Bind(3, row.Unit.Value).Bind(4, row.Clause).Bind(5, row.Version).Bind(6, (int)row.State).Bind(7, row.SentAt.UtcTicks);
            Bind(assignment, 8, row.DeliveredAt?.UtcTicks);
            Bind(assignment, 9, row.OpenedAt?.UtcTicks);
            Bind(assignment, 10, row.AnsweredAt?.UtcTicks);
            Bind(assignment, 11, row.EscalatedOn?.DayNumber);
            Bind(assignment.Bind(12, row.Objection).Bind(13, row.Light), 14, row.Due?.DayNumber).Run();
        }
    }

    private static Statement Bind(Statement to, int parameter, long? value) => value is { } known ? to.Bind(parameter, known) : to.BindNull(parameter);
}

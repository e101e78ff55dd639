using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Authority;

public sealed class PermissionsTests
{
    /// <summary>How a unit stands to the district 500151, in which the subject acts.</summary>
    private static readonly Dictionary<string, UnitId> Relations = new()
    {
        ["self"] = Units.Id("500151"),
        ["agency"] = Units.Id("500151.audit"),
        ["child"] = Units.Id("500151001"),
        ["grandchild"] = Units.Id("500151001.civil"),
        ["parent"] = Units.Id("500000"),
        ["aunt"] = Units.Id("500000.audit"), // an agency of the parent
        ["sibling"] = Units.Id("500109"),
        ["niece"] = Units.Id("500109.audit"),
        ["nation"] = UnitId.Nation,
        ["stranger"] = Units.Id("320831"),
        ["unknown"] = Units.Id("500199"),
    };

    private static readonly DivisionTree Tree = DivisionTree.Of(
    [
        .. Units.Small,
        Units.Agency("500151001.civil", "巴川街道民政办", Tier.Township),
        Units.Agency("500109.audit", "北碚区审计局", Tier.County),
    ]);

    private const string All = "self agency child grandchild parent aunt sibling niece nation stranger unknown";

    // The whole table. A pair that is not written here permits nothing.
    private static readonly Dictionary<(Role, Permission), string> Granted = new()
    {
        [(Role.Clerk, Permission.ReadDivisions)] = All, // units are public
        [(Role.Reviewer, Permission.ReadDivisions)] = All,
        [(Role.Officer, Permission.ReadDivisions)] = All,
        [(Role.Reader, Permission.ReadDivisions)] = All,
        [(Role.Approver, Permission.ReadDivisions)] = All,
        [(Role.Clerk, Permission.ReadReports)] = "self agency",
        [(Role.Reviewer, Permission.ReadReports)] = "self agency child grandchild",
        [(Role.Officer, Permission.ReadReports)] = "self agency child grandchild",
        [(Role.Reader, Permission.ReadReports)] = "self agency child grandchild",
        [(Role.Approver, Permission.ReadReports)] = "self agency child grandchild",
        [(Role.Collector, Permission.ReadDivisions)] = All,
        [(Role.Collector, Permission.ReadReports)] = "self agency child grandchild",
        [(Role.Collector, Permission.FileReports)] = "agency child", // for units that send paper; never the own unit
        [(Role.Collector, Permission.ApproveReports)] = "agency child",
        [(Role.Clerk, Permission.FileReports)] = "self",
        [(Role.Approver, Permission.ApproveReports)] = "self",
        [(Role.Clerk, Permission.PublishReports)] = "self",
        [(Role.Approver, Permission.PublishReports)] = "self",
        [(Role.Officer, Permission.ReviewReports)] = "self agency child grandchild",
        [(Role.Reviewer, Permission.ChaseReports)] = "self agency child grandchild",
        [(Role.Officer, Permission.ChaseReports)] = "self agency child grandchild",
        [(Role.Clerk, Permission.Delegate)] = "self",
        [(Role.Approver, Permission.Delegate)] = "self",
        [(Role.Reviewer, Permission.Delegate)] = "self",
        [(Role.Officer, Permission.Delegate)] = "self",
        [(Role.Reviewer, Permission.ReviewReports)] = "agency child", // directly below; never the own unit
        [(Role.Officer, Permission.OpenPeriods)] = "self agency child grandchild",
        [(Role.Officer, Permission.IssuePlans)] = "self",
        [(Role.Officer, Permission.SetAppraisals)] = "self",
        [(Role.Officer, Permission.KeepTags)] = "self",
        [(Role.Clerk, Permission.ReadPlans)] = All, // notices that bind others are no secret among them
        [(Role.Reviewer, Permission.ReadPlans)] = All,
        [(Role.Officer, Permission.ReadPlans)] = All,
        [(Role.Reader, Permission.ReadPlans)] = All,
        [(Role.Approver, Permission.ReadPlans)] = All,
        [(Role.Collector, Permission.ReadPlans)] = All,
        [(Role.Clerk, Permission.ReadDuties)] = "self agency",
        [(Role.Reviewer, Permission.ReadDuties)] = "self agency child grandchild",
        [(Role.Officer, Permission.ReadDuties)] = "self agency child grandchild",
        [(Role.Reader, Permission.ReadDuties)] = "self agency child grandchild",
        [(Role.Approver, Permission.ReadDuties)] = "self agency child grandchild",
        [(Role.Collector, Permission.ReadDuties)] = "self agency child grandchild",
        [(Role.Clerk, Permission.WorkDuties)] = "self",
        [(Role.Approver, Permission.WorkDuties)] = "self",
        [(Role.Reviewer, Permission.ReviewDuties)] = "agency child", // directly below; never the own unit
        [(Role.Officer, Permission.ReviewDuties)] = "self agency child grandchild",
        [(Role.Officer, Permission.WaiveDuties)] = "self agency child grandchild",
        [(Role.Officer, Permission.KeepCalendar)] = "self agency child grandchild",
        [(Role.Clerk, Permission.KeepClocks)] = "self", // an application is with the unit it was made to
        [(Role.Officer, Permission.KeepClocks)] = "self",
        [(Role.SecrecyReviewer, Permission.ReadPlans)] = All,
        [(Role.Integrator, Permission.ReadPlans)] = All,
        [(Role.SecrecyReviewer, Permission.ReadDivisions)] = All,
        [(Role.Integrator, Permission.ReadDivisions)] = All,
        [(Role.Clerk, Permission.ReadRegisters)] = "self agency", // what is not public
        [(Role.Reviewer, Permission.ReadRegisters)] = "self agency child grandchild",
        [(Role.Officer, Permission.ReadRegisters)] = "self agency child grandchild",
        [(Role.Reader, Permission.ReadRegisters)] = "self agency child grandchild",
        [(Role.Approver, Permission.ReadRegisters)] = "self agency child grandchild",
        [(Role.Collector, Permission.ReadRegisters)] = "self agency child grandchild",
        [(Role.SecrecyReviewer, Permission.ReadRegisters)] = "self agency child grandchild",
        [(Role.Clerk, Permission.KeepCatalog)] = "self",
        [(Role.Integrator, Permission.KeepCatalog)] = "self",
        [(Role.Integrator, Permission.PushEntries)] = "self",
        [(Role.SecrecyReviewer, Permission.ReviewEntries)] = "self",
        [(Role.Approver, Permission.ReviewEntries)] = "self",
        [(Role.Approver, Permission.ConfirmRemovals)] = "self",
        [(Role.Officer, Permission.ConfirmRemovals)] = "self agency child grandchild",
        [(Role.Approver, Permission.SetCatalogs)] = "self",
        [(Role.Officer, Permission.SetCatalogs)] = "self agency child grandchild",
        [(Role.Officer, Permission.KeepStandards)] = "self",
    };

    [Fact]
    public void Check_EveryRolePermissionAndRelation_IsAsTheTableSays()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                var permitted = Relations.Where(r => Check([role], permission, r.Value)).Select(r => r.Key);
                Assert.Equal((role, permission, Granted.GetValueOrDefault((role, permission), "")), (role, permission, string.Join(' ', permitted)));
            }
        }
    }

    [Fact]
    public void Check_SubjectWithoutRoles_IsDeniedEverything() =>
        Assert.All(Enum.GetValues<Permission>(), p => Assert.All(Relations.Values, unit => Assert.False(Check([], p, unit))));

    [Fact]
    public void ReachOf_PermissionThatDoesNotExist_IsNowhere() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(Reach.None, Permissions.ReachOf(role, (Permission)99)));

    [Fact]
    public void Check_SeveralRoles_AddUp()
    {
        Assert.True(Check([Role.Clerk, Role.Reviewer], Permission.FileReports, Relations["self"]));
        Assert.True(Check([Role.Clerk, Role.Reviewer], Permission.ReviewReports, Relations["child"]));
        Assert.False(Check([Role.Clerk, Role.Reviewer], Permission.ReviewReports, Relations["self"]));
    }

    [Fact]
    public void Check_OfficerOfTheNation_OpensPeriodsEverywhereKnown()
    {
        var officer = new Subject("zhou", UnitId.Nation, [Role.Officer]);

        Assert.Null(Permissions.Check(officer, Permission.OpenPeriods, UnitId.Nation, Tree));
        Assert.Null(Permissions.Check(officer, Permission.OpenPeriods, Relations["stranger"], Tree));
        Assert.NotNull(Permissions.Check(officer, Permission.OpenPeriods, Relations["unknown"], Tree));
    }

    [Fact]
    public void Check_SubjectOfAnAgency_ReachesNothingBesideIt()
    {
        var clerk = new Subject("zhou", Relations["agency"], [Role.Clerk, Role.Reviewer, Role.Reader]);

        Assert.Null(Permissions.Check(clerk, Permission.FileReports, Relations["agency"], Tree));
        Assert.NotNull(Permissions.Check(clerk, Permission.ReadReports, Relations["self"], Tree)); // the government above it
        Assert.NotNull(Permissions.Check(clerk, Permission.ReadReports, Units.Id("500151.police"), Tree));
    }

    [Fact]
    public void Check_AgencyThatTheTreeDoesNotHold_IsDenied() =>
        Assert.False(Check([Role.Clerk], Permission.ReadReports, Units.Id("500151.gone"))); // its code alone proves nothing

    [Fact]
    public void Check_Denied_NamesWhoAndWhere()
    {
        var finding = Permissions.Check(new Subject("zhou", Relations["self"], [Role.Reader]), Permission.FileReports, Relations["child"], Tree);

        Assert.Equal(("AU-001", true), (finding!.Code, finding.Blocks));
        Assert.Contains("zhou@500151", finding.TextEn, StringComparison.Ordinal);
        Assert.Contains("500151001", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "zhou@500151")]
    [InlineData("li", "zhou@500151 for li@500151")]
    public void Actor_OfAStandIn_NamesBoth(string standsInFor, string actor) =>
        Assert.Equal(actor, new Subject("zhou", Relations["self"], [Role.Clerk], standsInFor).Actor);

    [Theory]
    [InlineData("zhou@500151", "zhou@500151", true)]
    [InlineData("zhou@500151", "zhou@500152", false)] // the same name in another unit
    [InlineData("zhou@500151 for li@500151", "li@500151", true)]
    [InlineData("li@500151", "zhou@500151 for li@500151", true)]
    [InlineData("zhou@500151 for li@500151", "sun@500151 for li@500151", true)]
    [InlineData("zhou@500151 for li@500151", "li@500151 for zhou@500151", true)]
    [InlineData("zhou@500151 for li@500151", "sun@500151", false)]
    [InlineData("zhou@50015", "zhou@500151", false)] // no matching by beginnings
    public void SamePerson_WithStandIns_CountsBothNames(string a, string b, bool same)
    {
        Assert.Equal(same, ReportAct.SamePerson(a, b));
        Assert.Equal(same, ReportAct.SamePerson(b, a));
    }

    private static bool Check(Role[] roles, Permission permission, UnitId target) =>
        Permissions.Check(new Subject("zhou", Relations["self"], [.. roles]), permission, target, Tree) is null;
}

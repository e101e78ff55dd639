using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Authority;
using Federation.Domain.Authority;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Access;

/// <summary>federation.v1.Delegations: who acts in whose place.</summary>
public sealed class DelegationsService(IGrainFactory grains, Requests requests) : V1.Delegations.DelegationsBase
{
    /// <inheritdoc />
    public override async Task<V1.Delegation> GrantDelegation(GrantDelegationRequest request, ServerCallContext context)
    {
        var by = context.Subject();
        requests.Demand(by, Permission.Delegate, by.Unit);
        var findings = new List<Domain.Findings.Finding>();
        var roles = request.Roles.Count == 0 ? by.Roles : [.. request.Roles.Select(text => ReadRole(text, findings)).OfType<Role>()];
        var first = Requests.OptionalDay(request.FirstDay, "first_day", findings) ?? requests.Day("");
        var last = Requests.OptionalDay(request.LastDay, "last_day", findings) ?? first;
        Requests.Refuse(findings);
        var reply = await GrainOf(by).Grant(new GrantDelegation(by, request.To, roles, first, last, request.Reason));
        return ToProto(reply.OrThrow());
    }

    /// <inheritdoc />
    public override async Task<V1.Delegation> EndDelegation(EndDelegationRequest request, ServerCallContext context) =>
        ToProto((await GrainOf(context.Subject()).End(context.Subject(), request.Number)).OrThrow());

    /// <inheritdoc />
    public override async Task<ListDelegationsResponse> ListDelegations(ListDelegationsRequest request, ServerCallContext context)
    {
        var grain = grains.GetGrain<IDelegationsGrain>(GrainKeys.Delegations(requests.Unit(request.Unit)));
        var response = new ListDelegationsResponse();
        response.Delegations.AddRange((await grain.List(context.Subject())).OrThrow().All.Select(ToProto));
        return response;
    }

    private IDelegationsGrain GrainOf(Subject by) => grains.GetGrain<IDelegationsGrain>(GrainKeys.Delegations(by.Unit));

    private static Role? ReadRole(string text, List<Domain.Findings.Finding> findings)
    {
        if (Enum.TryParse<Role>(text, out var role) && Enum.IsDefined(role))
            return role;
        findings.Add(DelegationRules.NotOwnRoles.At("roles", $"没有角色 {text}", $"there is no role {text}"));
        return null;
    }

    private static V1.Delegation ToProto(DelegationView view)
    {
        var delegation = new V1.Delegation
        {
            Number = view.Number,
            From = view.From,
            To = view.To,
            FirstDay = view.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            LastDay = view.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Reason = view.Reason,
            Holds = view.Holds,
        };
        delegation.Roles.AddRange(view.Roles.Select(r => r.ToString()));
        return delegation;
    }
}

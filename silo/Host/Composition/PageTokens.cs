using Federation.Domain.Authority;
using Federation.Gateway.Access;
using Federation.Web.Desk.SignIn;

namespace Federation.Host.Composition;

/// <summary>Lets the pages take the same tokens as the services do.</summary>
internal sealed class PageTokens(SubjectTokens tokens) : ITokenReader
{
    public Subject? Read(string token) => tokens.Read(token);
}

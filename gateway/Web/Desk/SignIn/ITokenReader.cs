using Federation.Domain.Authority;

namespace Federation.Web.Desk.SignIn;

/// <summary>Reads access tokens for the pages. The host brings it, because only the host holds the keys.</summary>
public interface ITokenReader
{
    /// <summary>Whom a token stands for; null when it is damaged, foreign or past its end.</summary>
    Subject? Read(string token);
}

using System.Net;
using System.Xml.Linq;
using Federation.Domain.Authority;

namespace Federation.Web.Tests.Hosting;

/// <summary>Somebody with a browser without script: keeps cookies, follows redirects, sends forms as they stand on the page.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(FederationHost host) =>
        client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = host.Client.BaseAddress };

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query where the visitor has come to.</summary>
    public string Where { get; private set; } = "";

    /// <summary>The page in front of the visitor.</summary>
    public XDocument Page { get; private set; } = null!;

    public string Text => Page.Root!.Value;

    public static async Task<Visitor> SignIn(FederationHost host, string person, string unit, Role role)
    {
        var visitor = new Visitor(host);
        await visitor.Go("/sign-in");
        await visitor.Send("/sign-in", ("token", SampleTokens.Of(person, unit, role)));
        Assert.Equal("/desk", visitor.Where);
        return visitor;
    }

    public async Task Go(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        await Take(response);
    }

    /// <summary>Sends the form of an address with everything that stands in it, some fields changed.</summary>
    public Task Send(string action, params (string Name, string Value)[] changes) => Post(action, Fields(action, changes));

    /// <summary>The same twice, as a double click does.</summary>
    public async Task SendTwice(string action, params (string Name, string Value)[] changes)
    {
        var fields = Fields(action, changes);
        await Post(action, fields);
        await Post(action, fields);
    }

    /// <summary>Sends the form of an address with a file.</summary>
    public async Task Upload(string action, string name, byte[] file, params (string Name, string Value)[] changes)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in Fields(action, changes).Where(f => f.Name != "file"))
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(file), "file", name);
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        await Take(response);
    }

    private (string Name, string Value)[] Fields(string action, params (string Name, string Value)[] changes)
    {
        var form = Page.All("form").FirstOrDefault(f => f.Attr("action") == action || f.All("button").Any(b => b.Attr("formaction") == action));
        Assert.True(form is not null, $"no form sends to {action}; there are {string.Join(", ", Page.All("form").Select(f => f.Attr("action")))}");
        var fields = form.All("input").Where(i => i.Attr("name").Length > 0 && i.Attr("type") != "checkbox").Select(i => (Name: i.Attr("name"), Value: i.Attr("value")))
            .Concat(form.All("textarea").Select(t => (Name: t.Attr("name"), Value: t.Value.TrimStart('\n'))))
            .Where(f => changes.All(c => c.Name != f.Name)).Concat(changes);
        return [.. fields];
    }

    /// <summary>Posts fields as they are given, with or without the token of a form.</summary>
    public async Task Post(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content);
        await Take(response);
    }

    public Task<string> Download(string address) => client.GetStringAsync(new Uri(address, UriKind.Relative));

    public async Task<(HttpStatusCode Status, byte[] Content)> File(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => client.Dispose();

    private async Task Take(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Where = response.RequestMessage!.RequestUri!.PathAndQuery;
        Page = Html.Parse(await response.Content.ReadAsStringAsync());
    }
}

using System.Globalization;
using System.Xml;

namespace Federation.Documents.Packages;

/// <summary>Parts that every Open Packaging file has: content types, relationships, core properties.</summary>
/// <remarks>ECMA-376 part 2.</remarks>
internal static class PackageParts
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string CoreType = Packages + "relationships/metadata/core-properties";

    /// <summary>The content types of parts, core properties among them.</summary>
    public static void ContentTypes(OpenPackage package, IEnumerable<(string Part, string Type)> parts) => package.Xml("[Content_Types].xml", xml =>
    {
        xml.WriteStartElement("Types", Packages + "content-types");
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml") })
        {
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
        foreach (var (part, type) in parts.Append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")))
        {
            xml.WriteStartElement("Override");
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <summary>Relationships rId1, rId2 ... of a part.</summary>
    public static void Relationships(OpenPackage package, string name, IEnumerable<(string Type, string Target)> targets) => package.Xml(name, xml =>
    {
        xml.WriteStartElement("Relationships", Packages + "relationships");
        var number = 0;
        foreach (var (type, target) in targets)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", string.Create(CultureInfo.InvariantCulture, $"rId{++number}"));
            xml.WriteAttributeString("Type", type.Contains(':', StringComparison.Ordinal) ? type : $"{Relations}/{type}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <summary>The relationships of the package itself and its core properties; dates only when the status has one.</summary>
    public static void Root(OpenPackage package, string main, string title, DocumentStatus status)
    {
        Relationships(package, "_rels/.rels", [("officeDocument", main), (CoreType, "docProps/core.xml")]);
        package.Xml("docProps/core.xml", xml =>
        {
            const string dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/";
            xml.WriteStartElement("cp", "coreProperties", Packages + "metadata/core-properties");
            xml.WriteElementString("dc", "title", dc, PartText.Clean(title));
            xml.WriteElementString("dc", "creator", dc, PartText.Clean(status.SealedBy));
            if (status.SealedAt is { } at)
                Date(xml, "created", at);
            xml.WriteEndElement();

            static void Date(XmlWriter xml, string name, DateTimeOffset at)
            {
                xml.WriteStartElement("dcterms", name, terms);
                xml.WriteAttributeString("xsi", "type", XmlSchema, "dcterms:W3CDTF");
                xml.WriteString(at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
        });
    }

    private const string XmlSchema = "http://www.w3.org/2001/XMLSchema-instance";
}

package io.plexica.plugins.internal.check;

import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.HeaderClause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the component descriptions that a bundle's {@code Service-Component} header names. */
final class ComponentXml {

    private ComponentXml() {}

    static List<ComponentDescription> read(ArchiveContents contents, Consumer<String> problems) {
        List<ComponentDescription> components = new ArrayList<>();
        for (String path : paths(contents, problems)) {
            byte[] xml = contents.texts().get(path);
            if (xml == null) {
                problems.accept("Service-Component names '" + path + "', which is not in the jar under OSGI-INF/");
                continue;
            }
            try {
                components.addAll(components(parse(xml)));
            } catch (SAXException | IOException e) {
                problems.accept("The component description '" + path + "' is no valid XML: " + e.getMessage());
            }
        }
        return components;
    }

    private static Set<String> paths(ArchiveContents contents, Consumer<String> problems) {
        Set<String> paths = new TreeSet<>();
        for (HeaderClause clause : HeaderClause.parse(contents.header("Service-Component"))) {
            if (!clause.name().contains("*")) {
                paths.add(clause.name());
                continue;
            }
            Pattern pattern = Pattern.compile(Pattern.quote(clause.name()).replace("*", "\\E[^/]*\\Q"));
            List<String> matching = contents.texts().keySet().stream()
                    .filter(name -> pattern.matcher(name).matches())
                    .toList();
            if (matching.isEmpty()) {
                problems.accept("Service-Component names '" + clause.name() + "', which nothing in the jar matches");
            }
            paths.addAll(matching);
        }
        return paths;
    }

    private static List<ComponentDescription> components(Document document) {
        NodeList found = document.getElementsByTagNameNS("*", "component");
        List<ComponentDescription> components = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            components.add(component((Element) found.item(i)));
        }
        return components;
    }

    private static ComponentDescription component(Element element) {
        String implementation = attributes(element, "implementation", "class").stream()
                .findFirst()
                .orElse("");
        String name = element.getAttribute("name");
        return new ComponentDescription(
                name.isEmpty() ? implementation : name,
                implementation,
                attributes(element, "provide", "interface"),
                attributes(element, "reference", "interface"),
                properties(element));
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new LinkedHashMap<>();
        NodeList found = element.getElementsByTagName("property");
        for (int i = 0; i < found.getLength(); i++) {
            Element property = (Element) found.item(i);
            String value = property.hasAttribute("value")
                    ? property.getAttribute("value")
                    : property.getTextContent().strip().lines().findFirst().orElse("");
            properties.put(property.getAttribute("name"), value);
        }
        return properties;
    }

    private static List<String> attributes(Element element, String child, String attribute) {
        NodeList found = element.getElementsByTagName(child);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static Document parse(byte[] xml) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML parser has these features", e);
        }
    }
}

package io.plexica.configuration.internal;

import io.plexica.configuration.internal.Setting.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the settings that a room declares, from the metatype document that its build makes of its annotation types. */
final class MetatypeReader {

    private static final String PREFIX = "PLEXICA_";

    private MetatypeReader() {}

    /** The settings of one document. */
    static List<Setting> read(InputStream document) throws IOException {
        Element root = parse(document).getDocumentElement();
        Map<String, Element> definitions = new LinkedHashMap<>();
        for (Element definition : children(root, "OCD")) {
            definitions.put(definition.getAttribute("id"), definition);
        }
        List<Setting> settings = new ArrayList<>();
        for (Element designate : children(root, "Designate")) {
            for (Element object : children(designate, "Object")) {
                Element definition = definitions.get(object.getAttribute("ocdref"));
                if (definition != null) {
                    settings.addAll(settings(designate.getAttribute("pid"), definition));
                }
            }
        }
        return settings;
    }

    private static List<Setting> settings(String pid, Element definition) {
        return children(definition, "AD").stream()
                .filter(attribute -> attribute.getAttribute("name").startsWith(PREFIX))
                .map(attribute -> setting(pid, attribute))
                .toList();
    }

    private static Setting setting(String pid, Element attribute) {
        String cardinality = attribute.getAttribute("cardinality");
        boolean many = !cardinality.isEmpty() && !cardinality.equals("0");
        String defaultText = attribute.getAttribute("default");
        return new Setting(
                pid,
                attribute.getAttribute("id"),
                attribute.getAttribute("name"),
                kind(attribute.getAttribute("type")),
                many,
                many ? defaultText : defaultText.replaceAll("\\\\(.)", "$1"),
                bound(attribute, "min"),
                bound(attribute, "max"),
                children(attribute, "Option").stream()
                        .map(option -> option.getAttribute("value"))
                        .toList(),
                attribute.getAttribute("description"));
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "Integer", "Short", "Byte" -> Kind.INTEGER;
            case "Long" -> Kind.LONG;
            case "Double", "Float" -> Kind.DECIMAL;
            case "Boolean" -> Kind.BOOLEAN;
            default -> Kind.TEXT;
        };
    }

    private static @Nullable String bound(Element attribute, String name) {
        String text = attribute.getAttribute(name);
        return text.isEmpty() ? null : text;
    }

    private static Document parse(InputStream document) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(document);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("A room's declared settings cannot be read", e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}

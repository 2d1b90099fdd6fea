package io.plexica.plugins.internal.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads which build of a snapshot is the newest from a repository's {@code maven-metadata.xml}. */
final class SnapshotMetadata {

    private static final Pattern BUILD = Pattern.compile("[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*");

    private SnapshotMetadata() {}

    /**
     * The version in the newest jar's name; empty when the file does not say.
     *
     * @throws IOException when the file is no such document
     */
    static Optional<String> newest(byte[] xml, Coordinate coordinate) throws IOException {
        Document document = parse(xml);
        return entries(document)
                .or(() -> text(document.getDocumentElement(), "timestamp")
                        .flatMap(timestamp -> text(document.getDocumentElement(), "buildNumber")
                                .map(number -> coordinate.base() + "-" + timestamp + "-" + number)))
                .filter(build -> BUILD.matcher(build).matches());
    }

    private static Optional<String> entries(Document document) {
        NodeList found = document.getElementsByTagName("snapshotVersion");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(entry -> text(entry, "extension").filter("jar"::equals).isPresent())
                .filter(entry -> text(entry, "classifier")
                        .filter(name -> !name.isEmpty())
                        .isEmpty())
                .map(entry -> text(entry, "value"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0
                ? Optional.empty()
                : Optional.of(found.item(0).getTextContent().strip());
    }

    private static Document parse(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new IOException("maven-metadata.xml is no valid XML", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML parser has these features", e);
        }
    }
}

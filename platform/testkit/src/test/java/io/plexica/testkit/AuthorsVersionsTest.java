package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The poms that authors inherit from stand on their own; this holds their versions to those of the root pom. */
class AuthorsVersionsTest {

    private static final Element ROOT = pom("../../pom.xml");
    private static final Element BOM = pom("../bom/pom.xml");
    private static final Element PARENT = pom("../plugin-parent/pom.xml");

    @Test
    void thePlatformsVersionIsOne() {
        String version = child(ROOT, "version");
        assertThat(properties(ROOT)).containsEntry("plexica.version", version);
        assertThat(properties(BOM)).containsEntry("plexica.version", version);
        assertThat(child(BOM, "version")).isEqualTo(version);
        assertThat(child((Element) PARENT.getElementsByTagName("parent").item(0), "version"))
                .isEqualTo(version);
    }

    @Test
    void librariesHaveTheVersionsOfThePlatform() {
        Map<String, String> root = properties(ROOT);
        assertThat(properties(BOM))
                .isNotEmpty()
                .allSatisfy((name, version) -> assertThat(root).containsEntry(name, version));
    }

    @Test
    void buildPluginsHaveTheVersionsOfThePlatform() {
        Map<String, String> root = plugins(ROOT);
        assertThat(plugins(PARENT))
                .isNotEmpty()
                .allSatisfy((name, version) -> assertThat(root).containsEntry(name, version));
    }

    @Test
    void bothBuildTheSameBytesEachTime() {
        assertThat(properties(PARENT)).containsKey("project.build.outputTimestamp");
    }

    private static Map<String, String> plugins(Element project) {
        Map<String, String> properties = properties(project);
        Map<String, String> versions = new TreeMap<>();
        NodeList plugins = project.getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            Element plugin = (Element) plugins.item(i);
            String version = child(plugin, "version");
            if (!version.isEmpty()) {
                boolean named = version.startsWith("${");
                versions.put(
                        child(plugin, "artifactId"),
                        named ? properties.get(version.substring(2, version.length() - 1)) : version);
            }
        }
        return versions;
    }

    private static Map<String, String> properties(Element project) {
        Map<String, String> properties = new TreeMap<>();
        NodeList found = project.getElementsByTagName("properties").item(0).getChildNodes();
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element property) {
                properties.put(property.getTagName(), property.getTextContent().strip());
            }
        }
        return properties;
    }

    private static String child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element
                    && element.getTagName().equals(name)) {
                return element.getTextContent().strip();
            }
        }
        return "";
    }

    private static Element pom(String path) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of(path).toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }
}

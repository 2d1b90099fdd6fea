package io.plexica.itests.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** All modules of a reactor, found by its poms. */
record House(Path root, List<Room> rooms) {

    /** The house of this very build. */
    static House ours() {
        return at(Path.of(System.getProperty("plexica.root", "../..")));
    }

    static House at(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        List<Room> rooms = new ArrayList<>();
        collect(absolute, absolute, rooms);
        return new House(absolute, List.copyOf(rooms));
    }

    /** The compiled classes of all rooms that have any, without those of libraries. */
    JavaClasses classes() {
        List<Path> compiled =
                rooms.stream().map(Room::classes).filter(Files::isDirectory).toList();
        return new ClassFileImporter().withImportOption(this::isOurs).importPaths(compiled);
    }

    /** A bundle that embeds a library has its classes in the same folder; ours have a source. */
    private boolean isOurs(Location location) {
        Path file = Path.of(location.asURI());
        return rooms.stream()
                .filter(room -> file.startsWith(room.classes()))
                .map(room -> room.sources()
                        .resolve("main/java")
                        .resolve(sourceOf(room.classes().relativize(file))))
                .anyMatch(Files::isRegularFile);
    }

    private static String sourceOf(Path compiled) {
        return compiled.toString().replaceFirst("(\\$.*)?\\.class$", ".java");
    }

    /** The room that a class was compiled in; empty for a library's. */
    Optional<Room> roomOf(JavaClass type) {
        return type.getBaseComponentType()
                .getSource()
                .map(Source::getUri)
                .filter(uri -> uri.getScheme().equals("file"))
                .map(Path::of)
                .flatMap(file -> rooms.stream()
                        .filter(room -> file.startsWith(room.classes()))
                        .findFirst());
    }

    /** The text files of a room that people write, not what a build makes. */
    static List<Path> files(Path directory, String... endings) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document xml(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    /** The elements of that name directly within another. */
    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static void collect(Path root, Path directory, List<Room> rooms) {
        Element project = xml(directory.resolve("pom.xml")).getDocumentElement();
        if (!directory.equals(root)) {
            String name =
                    children(project, "artifactId").get(0).getTextContent().strip();
            rooms.add(new Room(name, root.relativize(directory).toString(), directory));
        }
        for (Element modules : children(project, "modules")) {
            for (Element module : children(modules, "module")) {
                collect(root, directory.resolve(module.getTextContent().strip()).normalize(), rooms);
            }
        }
    }
}

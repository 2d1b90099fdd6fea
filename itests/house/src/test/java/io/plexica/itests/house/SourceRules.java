package io.plexica.itests.house;

import static io.plexica.itests.house.House.children;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What files look like. Each check answers with one sentence per violation. */
final class SourceRules {

    static final int MOST_LINES = 300;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sleep\\s*\\(");
    private static final String LITTER = "createTempDirectory\\s*\\(|createTempFile\\s*\\(\\s*(?!\"plexica-[a-z]+\"";
    private static final Pattern LITTER_OF_PRODUCT = Pattern.compile(LITTER + ")");

    /** Whoever names a folder for it has one that goes. */
    private static final Pattern LITTER_OF_TESTS = Pattern.compile(LITTER + "|[a-z][\\w.()]*\\s*,[^,;]*,)");

    private static final Pattern DOCUMENTED = Pattern.compile("(?s)^\\s*/\\*\\*.*?\\*/.*");
    private static final String[] WRITTEN = {
        ".java", ".sql", ".xml", ".sh", ".md", ".json", ".cfg", ".properties", ".yml", ".yaml", ".ts", ".tsx", ".bnd"
    };

    private final House house;

    SourceRules(House house) {
        this.house = house;
    }

    List<String> longFiles() {
        return check(
                java(),
                file -> House.text(file).lines().count() > MOST_LINES,
                "has more than " + MOST_LINES + " lines");
    }

    List<String> unfinishedWork() {
        return check(
                sources(WRITTEN).toList(),
                file -> UNFINISHED.matcher(House.text(file)).find(),
                "leaves work for later: finish it, or write an issue");
    }

    List<String> sleepingTests() {
        return check(
                java().stream().filter(SourceRules::isTest).toList(),
                file -> SLEEP.matcher(House.text(file)).find(),
                "sleeps: wait for a condition instead");
    }

    /** After a crash the platform removes the temporary files that it knows by their name; tests have folders of their own. */
    List<String> temporaryFilesThatStay() {
        return check(
                java(),
                file -> (isTest(file) ? LITTER_OF_TESTS : LITTER_OF_PRODUCT)
                        .matcher(House.text(file))
                        .find(),
                "makes a temporary file or folder that nobody removes after a crash: call the file plexica-... where it is made, in"
                        + " a test use @TempDir or TestFolders");
    }

    /** Every package of product code says what it is for and is null-marked. */
    List<String> packagesWithoutWords() {
        List<String> violations = new ArrayList<>();
        for (Path directory : productPackages()) {
            Path info = directory.resolve("package-info.java");
            if (!info.toFile().isFile()) {
                violations.add(house.root().relativize(directory) + " has no package-info.java");
                continue;
            }
            String text = House.text(info);
            require(violations, info, text.contains("@NullMarked"), "is not @NullMarked");
            require(violations, info, DOCUMENTED.matcher(text).matches(), "does not begin with a paragraph of Javadoc");
            if (text.contains("@Export")) {
                require(violations, info, text.contains("@Version("), "exports a package without a version");
            }
        }
        return violations;
    }

    /** Versions of dependencies and build plugins stand in the root pom alone. */
    List<String> versionsOutsideTheRoot() {
        List<String> violations = new ArrayList<>();
        for (Room room : house.rooms()) {
            Element project = House.xml(room.directory().resolve("pom.xml")).getDocumentElement();
            for (String kind : List.of("dependency", "plugin", "extension", "path")) {
                var found = project.getElementsByTagName(kind);
                for (int i = 0; i < found.getLength(); i++) {
                    Element element = (Element) found.item(i);
                    if (children(element, "version").stream().anyMatch(version -> !refersToRoot(version))) {
                        violations.add(room + "/pom.xml gives a version to "
                                + children(element, "artifactId").get(0).getTextContent());
                    }
                }
            }
        }
        return violations;
    }

    /** A property stands in the root; a number does not. */
    private static boolean refersToRoot(Element version) {
        return version.getTextContent().strip().startsWith("${");
    }

    private TreeSet<Path> productPackages() {
        TreeSet<Path> packages = new TreeSet<>();
        house.rooms().stream()
                .filter(room -> room.kind() != Room.Kind.OTHER)
                .flatMap(room -> House.files(room.sources().resolve("main/java"), ".java").stream())
                .map(Path::getParent)
                .forEach(packages::add);
        return packages;
    }

    private List<Path> java() {
        return sources(".java").toList();
    }

    private Stream<Path> sources(String... endings) {
        return house.rooms().stream().flatMap(room -> House.files(room.sources(), endings).stream());
    }

    private static boolean isTest(Path file) {
        String path = file.toString();
        return path.contains("/src/test/") || path.contains("/itests/");
    }

    private List<String> check(List<Path> files, java.util.function.Predicate<Path> wrong, String why) {
        return files.stream()
                .filter(wrong)
                .map(file -> house.root().relativize(file) + " " + why)
                .toList();
    }

    private void require(List<String> violations, Path file, boolean holds, String why) {
        if (!holds) {
            violations.add(house.root().relativize(file) + " " + why);
        }
    }
}

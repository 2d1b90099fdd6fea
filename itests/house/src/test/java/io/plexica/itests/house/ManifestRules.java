package io.plexica.itests.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.plexica.itests.house.Room.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** What bundles say of themselves. Each check answers with one sentence per violation. */
final class ManifestRules {

    /** A comma outside quotes parts two clauses. */
    private static final Pattern CLAUSES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final House house;

    ManifestRules(House house) {
        this.house = house;
    }

    /** A bundle's symbolic name is its artifactId, and so its root package. */
    List<String> namesOfBundles() {
        List<String> violations = new ArrayList<>();
        bundles().forEach((room, headers) -> {
            String name = headers.getValue("Bundle-SymbolicName").split(";")[0];
            if (!name.equals(room.name())) {
                violations.add(room + " is the bundle " + name + ", not " + room.name());
            }
        });
        return violations;
    }

    /** Only the contracts export packages, each with a version, never an internal one. */
    List<String> exports() {
        List<String> violations = new ArrayList<>();
        bundles()
                .forEach((room, headers) -> clauses(headers.getValue("Export-Package"))
                        .forEach(clause -> {
                            String exported = clause.split(";")[0];
                            if ((exported + ".").contains(".internal.")) {
                                violations.add(room + " exports the internal package " + exported);
                            }
                            if (!clause.contains("version=")) {
                                violations.add(room + " exports " + exported + " without a version");
                            }
                            if (!Set.of(Kind.API, Kind.SPI, Kind.PLUGIN_API, Kind.TESTKIT, Kind.SHELL)
                                    .contains(room.kind())) {
                                violations.add(room + " exports " + exported + "; only contracts do");
                            }
                        }));
        return violations;
    }

    /** What a core service, an adapter or a plugin holds is internal. */
    List<String> classesOutsideInternal(JavaClasses classes) {
        return classes.stream()
                .filter(type -> house.roomOf(type)
                        .filter(room -> Set.of(Kind.CORE, Kind.ADAPTER).contains(room.kind()))
                        .isPresent())
                .filter(type -> !(type.getPackageName() + ".").contains(".internal."))
                .map(type -> type.getName() + " is neither exported nor internal")
                .toList();
    }

    /** Exported interfaces say whether authors implement them. */
    List<String> interfacesWithoutRole(JavaClasses classes) {
        return classes.stream()
                .filter(type -> house.roomOf(type)
                        .filter(room -> Set.of(Kind.API, Kind.SPI).contains(room.kind()))
                        .isPresent())
                .filter(type -> type.isInterface() && !type.isAnnotation() && type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !saysItsRole(type))
                .map(type -> type.getName() + " is neither a @ProviderType nor a @ConsumerType")
                .toList();
    }

    private static boolean saysItsRole(JavaClass type) {
        return type.isAnnotatedWith("org.osgi.annotation.versioning.ProviderType")
                || type.isAnnotatedWith("org.osgi.annotation.versioning.ConsumerType");
    }

    private Map<Room, Attributes> bundles() {
        Map<Room, Attributes> bundles = new LinkedHashMap<>();
        for (Room room : house.rooms()) {
            Path manifest = room.classes().resolve("META-INF/MANIFEST.MF");
            if (room.kind() != Kind.OTHER && Files.isRegularFile(manifest)) {
                bundles.put(room, headers(manifest));
            }
        }
        return bundles;
    }

    private static List<String> clauses(String header) {
        return header == null ? List.of() : List.of(CLAUSES.split(header));
    }

    private static Attributes headers(Path manifest) {
        try (InputStream in = Files.newInputStream(manifest)) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.plexica.itests.house;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which packages of libraries a room may use. What is not listed here may be used by nobody. */
final class Libraries {

    /** All that a plugin author's contract may stand on. */
    static final List<String> CONTRACT = List.of(
            "java",
            "org.osgi.annotation",
            "org.osgi.service.component.annotations",
            "javax.ws.rs",
            "javax.persistence",
            "javax.validation",
            "org.slf4j",
            "org.jspecify.annotations");

    /** What a plugin may use beside the contract; the same list as the installer's check of imports. */
    static final List<String> PLUGIN =
            join(CONTRACT, List.of("javax", "org.osgi.service.component", "com.fasterxml.jackson.annotation"));

    /** What the contracts between rooms may stand on; sockets and their certificates are the JDK's own. */
    static final List<String> SPI = join(CONTRACT, List.of("javax.net"));

    /** Tools of every core service and adapter. */
    static final List<String> GENERAL = List.of(
            "java",
            "javax",
            "org.w3c.dom",
            "org.xml.sax",
            "org.osgi",
            "org.slf4j",
            "org.jspecify.annotations",
            "com.fasterxml.jackson",
            "com.github.benmanes.caffeine",
            "org.apache.karaf.shell");

    /** Technologies, each with the rooms that may know them. */
    static final Map<String, List<String>> OWNED = Map.ofEntries(
            Map.entry("org.apache.cxf", List.of("platform/web")),
            Map.entry("io.swagger", List.of("platform/web")),
            Map.entry("org.eclipse.jetty", List.of("platform/web", "platform/door")),
            Map.entry("org.ops4j.pax.web", List.of("platform/web")),
            Map.entry("org.hibernate.validator", List.of("platform/web")),
            Map.entry("com.nimbusds", List.of("platform/identity")),
            Map.entry("org.flywaydb", List.of("platform/data")),
            Map.entry("com.zaxxer.hikari", List.of("platform/data")),
            Map.entry("org.eclipse.persistence", List.of("platform/data")),
            Map.entry("org.postgresql", List.of("platform/data", "bundles/embedded")),
            Map.entry("com.networknt", List.of("platform/plugins")),
            Map.entry("org.apache.felix.fileinstall", List.of("platform/plugins")),
            Map.entry("org.objectweb.asm", List.of("platform/plugins")),
            Map.entry("org.apache.logging.log4j", List.of("bundles/logging")),
            Map.entry("javax.mail", List.of("bundles/mail-smtp")),
            Map.entry("com.sun.mail", List.of("bundles/mail-smtp")),
            Map.entry("software.amazon.awssdk", List.of("bundles/storage-s3")),
            Map.entry("com.github.kagkarlsson", List.of("platform/jobs")),
            Map.entry("redis.clients", List.of("bundles/cache-redis")),
            Map.entry("org.apache.commons.pool2", List.of("bundles/cache-redis")),
            Map.entry("io.opentelemetry", List.of("bundles/observability")),
            Map.entry("org.apache.kafka", List.of("bundles/events-kafka")),
            Map.entry("org.keycloak", List.of("bundles/identity-keycloak")),
            Map.entry("io.zonky.test", List.of("bundles/embedded")),
            Map.entry("org.apache.commons.compress", List.of("bundles/embedded")),
            Map.entry("org.tukaani.xz", List.of("bundles/embedded")));

    private Libraries() {}

    /** Whether a package is, or lies within, one of those named. */
    static boolean within(String packageName, List<String> names) {
        return names.stream().anyMatch(name -> packageName.equals(name) || packageName.startsWith(name + "."));
    }

    static boolean ownedBy(Room room, String packageName) {
        return OWNED.entrySet().stream()
                .filter(entry -> within(packageName, List.of(entry.getKey())))
                .anyMatch(entry -> entry.getValue().contains(room.folder()));
    }

    private static List<String> join(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }
}

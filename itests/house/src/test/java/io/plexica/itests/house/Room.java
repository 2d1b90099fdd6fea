package io.plexica.itests.house;

import java.nio.file.Path;

/**
 * One module of the reactor.
 *
 * @param name its artifactId, which is also its root package
 * @param folder where it lies, relative to the root
 * @param directory the same, absolute
 */
record Room(String name, String folder, Path directory) {

    /** What a room is, by where it lies. */
    enum Kind {
        API,
        SPI,
        CORE,
        ADAPTER,
        PLUGIN,
        PLUGIN_API,
        TESTKIT,
        SHELL,
        OTHER
    }

    Kind kind() {
        if (folder.startsWith("bundles/plugins/")) {
            return folder.endsWith("-api") ? Kind.PLUGIN_API : Kind.PLUGIN;
        }
        if (folder.startsWith("bundles/")) {
            return Kind.ADAPTER;
        }
        return switch (folder) {
            case "platform/api" -> Kind.API;
            case "platform/spi" -> Kind.SPI;
            case "platform/testkit" -> Kind.TESTKIT;
            case "platform/shell" -> Kind.SHELL;
            default -> folder.startsWith("platform/") ? Kind.CORE : Kind.OTHER;
        };
    }

    Path classes() {
        return directory.resolve("target/classes");
    }

    Path sources() {
        return directory.resolve("src");
    }

    @Override
    public String toString() {
        return folder;
    }
}

package io.plexica.itests.support;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small plugin made on the spot: compiled from text, packed by bnd as an author's build would do it. In sources and files
 * {@code {{id}}}, {@code {{package}}} and {@code {{version}}} stand for the plugin's own.
 */
public final class PluginJar {

    private static final long MODIFIED = 1_700_000_000_000L;
    private static final List<String> CONTRACT =
            List.of("io.plexica.api", "platform/api", "jakarta.", "osgi", "slf4j-api", "jspecify");

    private final String id;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> instructions = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ObjectNode manifest;
    private @Nullable String manifestText;
    private boolean hasManifest = true;

    private PluginJar(String id, String version) {
        this.id = id;
        this.version = version;
        this.manifest = Json.mapper().createObjectNode();
        manifest.put("id", id).put("name", "Test " + id).put("version", version);
    }

    /** A plugin that can do nothing yet. */
    public static PluginJar of(String id, String version) {
        return new PluginJar(id, version);
    }

    public String id() {
        return id;
    }

    /** The package that {@code {{package}}} stands for. */
    public String packageName() {
        return "com.example." + id.replace("-", "");
    }

    /** Adds a class of the plugin's package. */
    public PluginJar source(String simpleName, String text) {
        sources.put(packageName() + "." + simpleName, filled(text));
        return this;
    }

    /** Adds any other file. */
    public PluginJar file(String path, String text) {
        files.put(path, filled(text));
        return this;
    }

    /** Adds a migration, {@code V1__things.sql}. */
    public PluginJar migration(String name, String sql) {
        manifest.putObject("data").put("migrations", "db/migration");
        return file("db/migration/" + name, sql);
    }

    /** Declares a permission that these system roles get by default. */
    public PluginJar permission(String key, String... defaultRoles) {
        ArrayNode permissions = manifest.withArray("permissions");
        ArrayNode roles =
                permissions.addObject().put("key", key).put("name", key).putArray("defaultRoles");
        Stream.of(defaultRoles).forEach(roles::add);
        return this;
    }

    /** Changes the manifest. */
    public PluginJar manifest(Consumer<ObjectNode> change) {
        change.accept(manifest);
        return this;
    }

    /** Puts this text where the manifest belongs. */
    public PluginJar manifestText(String text) {
        manifestText = text;
        return this;
    }

    /** Leaves the plugin's manifest out: an ordinary bundle. */
    public PluginJar withoutManifest() {
        hasManifest = false;
        return this;
    }

    /** Sets a header that bnd works out, such as the imports. */
    public PluginJar instruction(String name, String value) {
        instructions.put(name, filled(value));
        return this;
    }

    /** Sets a bundle header after bnd is done, however wrong it is. */
    public PluginJar header(String name, String value) {
        headers.put(name, filled(value));
        return this;
    }

    /** Builds {@code <id>-<version>.jar} in a folder. */
    public Path build(Path folder) {
        Path jar = folder.resolve(id + "-" + version + ".jar");
        try {
            Path classes = folder.resolve(id + "-" + version + "-" + Long.toString(System.nanoTime(), 36));
            Compiler.compile(sources, classes);
            pack(classes, jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pack(Path classes, Path target) throws IOException {
        try (Builder builder = new Builder()) {
            builder.setProperty("Bundle-SymbolicName", packageName());
            builder.setProperty("Bundle-Version", osgiVersion());
            builder.setProperty("-reproducible", "true");
            builder.setProperty("-noextraheaders", "true");
            if (sources.isEmpty()) {
                builder.setProperty("-resourceonly", "true");
            } else {
                builder.setProperty("Private-Package", packageName() + ".*");
            }
            instructions.forEach(builder::setProperty);
            builder.addClasspath(classes.toFile());
            builder.addClasspath(contract());
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalArgumentException("the plugin of this test cannot be packed: " + builder.getErrors());
            }
            add(jar);
            jar.write(target.toFile());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("bnd failed", e);
        }
    }

    private void add(Jar jar) throws Exception {
        headers.forEach(jar.getManifest().getMainAttributes()::putValue);
        if (hasManifest) {
            String text = manifestText == null ? manifest.toPrettyString() : filled(manifestText);
            jar.putResource("META-INF/plexica/plugin.json", resource(text));
        }
        files.forEach((path, text) -> jar.putResource(path, resource(text)));
    }

    private static EmbeddedResource resource(String text) {
        return new EmbeddedResource(text.getBytes(StandardCharsets.UTF_8), MODIFIED);
    }

    private String osgiVersion() {
        int dash = version.indexOf('-');
        return dash < 0
                ? version
                : version.substring(0, dash) + "." + version.substring(dash + 1).replace('.', '_');
    }

    private static List<File> contract() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> CONTRACT.stream().anyMatch(entry::contains))
                .map(File::new)
                .toList();
    }

    private String filled(String text) {
        return text.replace("{{id}}", id).replace("{{package}}", packageName()).replace("{{version}}", version);
    }
}

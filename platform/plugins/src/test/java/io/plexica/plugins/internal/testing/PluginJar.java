package io.plexica.plugins.internal.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds the jar of a plugin, good unless it is told otherwise. */
public final class PluginJar {

    private static final long PACKED = 1_700_000_000_000L;

    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<ApiJar> apis = new ArrayList<>();
    private final StringBuilder components = new StringBuilder();
    private String manifest = "";

    private PluginJar(String id, String version) {
        member("id", quoted(id)).member("name", quoted("Test " + id)).member("version", quoted(version));
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", "test." + id.replace('-', '.'));
        header("Bundle-Version", version.replace("-SNAPSHOT", ".SNAPSHOT"));
        header(
                "Import-Package",
                "io.plexica.api.plugin;version=\"[1.0,2)\",io.plexica.api.rest;version=\"[1.0,2)\","
                        + "io.plexica.api.security;version=\"[1.0,2)\",io.plexica.api.problem;version=\"[1.0,2)\","
                        + "javax.ws.rs;version=\"[2.1,3)\"");
    }

    /** An empty plugin. */
    public static PluginJar empty(String id, String version) {
        return new PluginJar(id, version);
    }

    /** A plugin with one resource, {@code GET /hello}, that answers with the version, and one permission. */
    public static PluginJar hello(String id, String version) {
        String type = packageOf(id) + ".HelloResource";
        return new PluginJar(id, version)
                .member(
                        "permissions",
                        "[{\"key\":\"" + id + ":things:read\",\"name\":\"Read\",\"defaultRoles\":[\"member\"]}]")
                .source(
                        type,
                        "package " + packageOf(id) + ";\n"
                                + "import io.plexica.api.rest.PlexicaResource;\n"
                                + "import io.plexica.api.security.RequiresPermission;\n"
                                + "import javax.ws.rs.*;\n"
                                + "@Path(\"/hello\") @PlexicaResource\n"
                                + "public class HelloResource {\n"
                                + "  @GET @RequiresPermission(\"" + id + ":things:read\")\n"
                                + "  public String hello() { return \"" + version + "\"; }\n"
                                + "}\n")
                .resource(type);
    }

    /** The package of a plugin's classes. */
    public static String packageOf(String id) {
        return "test." + id.replace('-', '.');
    }

    /** A member of the manifest, as JSON; null takes it away. */
    public PluginJar member(String name, String json) {
        if (json == null) {
            members.remove(name);
        } else {
            members.put(name, json);
        }
        return this;
    }

    /** A manifest of one's own. */
    public PluginJar manifest(String json) {
        manifest = json;
        return this;
    }

    /** A header; null takes it away. */
    public PluginJar header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** More imports. */
    public PluginJar imports(String packages) {
        return header("Import-Package", headers.get("Import-Package") + "," + packages);
    }

    public PluginJar entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    public PluginJar entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A class to compile into the jar. */
    public PluginJar source(String type, String text) {
        sources.put(type, text);
        return this;
    }

    /** An API bundle to carry. */
    public PluginJar api(ApiJar api) {
        apis.add(api);
        return this;
    }

    /** A migration. */
    public PluginJar migration(String file, String sql) {
        return member("data", "{\"migrations\":\"db/migration\"}").entry("db/migration/" + file, sql);
    }

    /** Declares a component that is a resource. */
    public PluginJar resource(String type) {
        return component(type, "<property name=\"plexica.resource\" type=\"Boolean\" value=\"true\"/>", type);
    }

    /** Declares a component. */
    public PluginJar component(String type, String inner, String service) {
        components
                .append("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"")
                .append(type)
                .append("\">")
                .append(inner)
                .append("<service><provide interface=\"")
                .append(service)
                .append("\"/></service><implementation class=\"")
                .append(type)
                .append("\"/></scr:component>");
        return this;
    }

    /** Writes the jar into a folder. */
    public Path in(Path folder) {
        String id = members.getOrDefault("id", "x").replace("\"", "");
        String version = members.getOrDefault("version", "0").replace("\"", "");
        return to(folder.resolve(id + "-" + version + ".jar"));
    }

    /** Writes the jar. */
    public Path to(Path file) {
        try {
            Map<String, byte[]> all = new LinkedHashMap<>(entries);
            Map<String, String> together = new LinkedHashMap<>(sources);
            apis.forEach(api -> together.putAll(api.sources()));
            Map<String, byte[]> compiled = Sources.compile(together);
            compiled.forEach((name, bytes) -> {
                if (apis.stream().noneMatch(api -> api.owns(name))) {
                    all.put(name, bytes);
                }
            });
            for (ApiJar api : apis) {
                all.put(api.path(), api.bytes(compiled));
            }
            if (!components.isEmpty()) {
                all.put(
                        "OSGI-INF/components.xml",
                        ("<components>" + components + "</components>").getBytes(StandardCharsets.UTF_8));
                headers.put("Service-Component", "OSGI-INF/components.xml");
            }
            if (!members.isEmpty()) {
                all.put("META-INF/plexica/plugin.json", json().getBytes(StandardCharsets.UTF_8));
            }
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream jar = new ZipOutputStream(out)) {
                write(jar, JarFile.MANIFEST_NAME, headers());
                for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                    write(jar, entry.getKey(), entry.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same contents are the same bytes, whenever they are packed. */
    private static void write(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(PACKED);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }

    private byte[] headers() throws IOException {
        Manifest all = new Manifest();
        headers.forEach(all.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        all.write(bytes);
        return bytes.toByteArray();
    }

    private String json() {
        if (!manifest.isEmpty()) {
            return manifest;
        }
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(value));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}

package io.plexica.plugins.internal.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Builds an API bundle, good unless it is told otherwise. */
public final class ApiJar {

    private final String symbolicName;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private ApiJar(String symbolicName, String version) {
        this.symbolicName = symbolicName;
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
        header("Bundle-Version", version);
        header("Export-Package", symbolicName + ";version=\"" + version + "\"");
    }

    /** An API bundle with one package, that of its name. */
    public static ApiJar of(String symbolicName, String version) {
        return new ApiJar(symbolicName, version);
    }

    /** One with the interface {@code Greeter}, whose method does whatever it is told. */
    public static ApiJar greeter(String version) {
        return of("test.shop.api", version)
                .source(
                        "test.shop.api.Greeter",
                        "package test.shop.api;\n"
                                + "public interface Greeter {\n"
                                + "  String greet(String name);\n"
                                + "  Object call(java.util.concurrent.Callable<?> work) throws java.io.IOException;\n"
                                + "}\n");
    }

    /** A header; null takes it away. */
    public ApiJar header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** A class to compile into it. */
    public ApiJar source(String type, String text) {
        sources.put(type, text);
        return this;
    }

    public ApiJar entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    Map<String, String> sources() {
        return sources;
    }

    /** Where in a plugin's jar it lies. */
    String path() {
        return "META-INF/plexica/api/" + symbolicName + ".jar";
    }

    /** Whether a compiled class is one of its own. */
    boolean owns(String classFile) {
        return sources.keySet().stream()
                .map(type -> type.replace('.', '/'))
                .anyMatch(type -> classFile.equals(type + ".class") || classFile.startsWith(type + "$"));
    }

    byte[] bytes(Map<String, byte[]> compiled) throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach(manifest.getMainAttributes()::putValue);
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        compiled.forEach((name, bytes) -> {
            if (owns(name)) {
                all.put(name, bytes);
            }
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

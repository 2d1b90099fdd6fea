package io.plexica.plugins.internal.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the classes of a test's plugin, the same ones only once. */
public final class Sources {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Knows the class path after the first time. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private static final Map<Map<String, String>, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    private Sources() {}

    public static Map<String, byte[]> compile(Map<String, String> sources) throws IOException {
        Map<String, byte[]> known = COMPILED.get(sources);
        if (known == null) {
            known = sources.isEmpty() ? Map.of() : compileNow(sources);
            COMPILED.put(Map.copyOf(sources), known);
        }
        return known;
    }

    private static synchronized Map<String, byte[]> compileNow(Map<String, String> sources) throws IOException {
        Path classes = Files.createTempDirectory("plugin-classes");
        List<String> options = List.of(
                "-proc:none",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                classes.toString());
        List<Text> texts = sources.entrySet().stream()
                .map(source -> new Text(source.getKey(), source.getValue()))
                .toList();
        if (!COMPILER.getTask(null, FILES, null, options, null, texts).call()) {
            throw new IllegalStateException("The test's plugin does not compile: " + sources);
        }
        Map<String, byte[]> compiled = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                compiled.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return compiled;
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

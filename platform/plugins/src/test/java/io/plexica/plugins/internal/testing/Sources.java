package io.plexica.plugins.internal.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
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

    public static Map<String, byte[]> compile(Map<String, String> sources) {
        Map<String, byte[]> known = COMPILED.get(sources);
        if (known == null) {
            known = sources.isEmpty() ? Map.of() : compileNow(sources);
            COMPILED.put(Map.copyOf(sources), known);
        }
        return known;
    }

    private static synchronized Map<String, byte[]> compileNow(Map<String, String> sources) {
        List<String> options = List.of(
                "-proc:none",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        List<Text> texts = sources.entrySet().stream()
                .map(source -> new Text(source.getKey(), source.getValue()))
                .toList();
        Map<String, byte[]> compiled = new TreeMap<>();
        if (!COMPILER.getTask(null, new InMemory(compiled), null, options, null, texts)
                .call()) {
            throw new IllegalStateException("The test's plugin does not compile: " + sources);
        }
        return compiled;
    }

    /** Where the compiler puts its classes. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, byte[]> compiled;

        InMemory(Map<String, byte[]> compiled) {
            super(FILES);
            this.compiled = compiled;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            String path = type.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            compiled.put(path, toByteArray());
                        }
                    };
                }
            };
        }
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

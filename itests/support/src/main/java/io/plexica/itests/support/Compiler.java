package io.plexica.itests.support;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles small sources against the author's contract. */
final class Compiler {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Knows the class path after the first time. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Compiler() {}

    /** Compiles sources, by class name, into a folder. */
    static synchronized void compile(Map<String, String> sources, Path output) throws IOException {
        Files.createDirectories(output);
        if (sources.isEmpty()) {
            return;
        }
        StringWriter log = new StringWriter();
        List<String> options =
                List.of("-d", output.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        List<Text> units = sources.entrySet().stream()
                .map(source -> new Text(source.getKey(), source.getValue()))
                .toList();
        if (!COMPILER.getTask(log, FILES, null, options, null, units).call()) {
            throw new IllegalArgumentException("the plugin of this test does not compile:\n" + log);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(String className, String source) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}

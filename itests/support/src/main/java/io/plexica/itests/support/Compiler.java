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
import javax.tools.ToolProvider;

/** Compiles small sources against the author's contract. */
final class Compiler {

    private Compiler() {}

    /** Compiles sources, by class name, into a folder. */
    static void compile(Map<String, String> sources, Path output) throws IOException {
        Files.createDirectories(output);
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter log = new StringWriter();
        List<String> options = List.of(
                "-d", output.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "--release", "17");
        List<Text> units = sources.entrySet().stream()
                .map(source -> new Text(source.getKey(), source.getValue()))
                .toList();
        if (!compiler.getTask(log, null, null, options, null, units).call()) {
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

package io.plexica.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A small house that breaks rules on purpose, built into a temporary folder. */
final class BadHouse {

    private final Path root;
    private final List<String> modules = new ArrayList<>();

    BadHouse(Path root) {
        this.root = root;
    }

    /** Adds a class to the room in that folder; its package says the room's name. */
    BadHouse with(String folder, String room, String className, String source) throws IOException {
        if (!modules.contains(folder)) {
            modules.add(folder);
            write(folder + "/pom.xml", "<project><artifactId>" + room + "</artifactId></project>");
        }
        compile(root.resolve(folder).resolve("target/classes"), className, source);
        return write(folder + "/src/main/java/" + className.replace('.', '/') + ".java", source);
    }

    /** Adds a class of a library that no room holds. */
    BadHouse withLibrary(String className, String source) throws IOException {
        compile(root.resolve("libraries"), className, source);
        return this;
    }

    BadHouse write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    House build() throws IOException {
        StringBuilder pom = new StringBuilder("<project><artifactId>bad</artifactId><modules>");
        modules.forEach(folder -> pom.append("<module>").append(folder).append("</module>"));
        write("pom.xml", pom.append("</modules></project>").toString());
        return House.at(root);
    }

    private void compile(Path output, String className, String source) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter log = new StringWriter();
        boolean compiled = compiler.getTask(
                        log,
                        null,
                        null,
                        List.of("-d", output.toString(), "-cp", classPath(), "-proc:none"),
                        null,
                        List.of(new Text(className, source)))
                .call();
        assertThat(compiled).as(log.toString()).isTrue();
    }

    private String classPath() {
        List<String> parts = new ArrayList<>(List.of(root.resolve("libraries").toString()));
        modules.forEach(folder ->
                parts.add(root.resolve(folder).resolve("target/classes").toString()));
        return String.join(System.getProperty("path.separator"), parts);
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

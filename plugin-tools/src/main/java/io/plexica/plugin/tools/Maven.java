package io.plexica.plugin.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Maven within this process, for one project: the very build that the author runs by hand. For one thread. */
final class Maven {

    private static final Pattern NO_HELP =
            Pattern.compile("\\[ERROR] (?!\\[Help|-> \\[Help|Re-run Maven|To see the full|For more"
                    + " information|After correcting|$).*");
    private static final Pattern JSON =
            Pattern.compile("\"(?<text>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"(?<colon>\\s*:)?|(?<opens>[{\\[])|[}\\]]");

    private final Path project;
    private final Object maven;
    private final Method run;

    Maven(Path project, Object maven, Method run) {
        this.project = project;
        this.maven = maven;
        this.run = run;
    }

    /** The Maven on the class path, which is no library of ours: it is what the author has. */
    static Maven of(Path project) {
        System.setProperty("maven.multiModuleProjectDirectory", project.toString());
        try {
            Class<?> type = Class.forName("org.apache.maven.cli.MavenCli");
            Constructor<?> constructor = type.getConstructor();
            Method run = type.getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class);
            return new Maven(project, constructor.newInstance(), run);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Maven 3.8 or later is needed on the class path", e);
        }
    }

    /**
     * Packs the project, without its tests and checks: the platform, where the jar goes next, makes those itself.
     *
     * @param offline whether everything has been fetched already
     * @param afresh whether what earlier builds have left must go, since a file has
     * @param pages whether pages have changed
     * @return why it failed; empty when it did not
     */
    List<String> build(boolean offline, boolean afresh, boolean pages) {
        List<String> args = new ArrayList<>(List.of("-q", "-B", "-DskipTests", "-Dplugin.check.skip=true"));
        if (offline) {
            args.add("-o");
        }
        if (!pages && !afresh) {
            args.add("-P!ui");
        }
        if (afresh) {
            args.add("clean");
        }
        args.add("package");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            code = (int) run.invoke(maven, args.toArray(String[]::new), project.toString(), out, out);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return List.of("Maven itself failed: " + e.getCause());
        }
        return code == 0 ? List.of() : errors(said.toString(StandardCharsets.UTF_8));
    }

    /** What Maven says of errors, without its words about itself. */
    static List<String> errors(String said) {
        List<String> lines = said.lines().map(Maven::plain).toList();
        List<String> errors = lines.stream()
                .filter(line -> NO_HELP.matcher(line).matches())
                .map(line -> line.replaceFirst("^\\[ERROR] ", "").replaceFirst(" -> \\[Help 1]$", ""))
                .distinct()
                .toList();
        return errors.isEmpty() ? lines : errors;
    }

    private static String plain(String line) {
        return line.replaceAll("\u001b\\[[0-9;]*m", "").stripTrailing();
    }

    /** The jar that the last build made. */
    Path jar() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("The build has left no jar in " + project.resolve("target")));
        }
    }

    /** Id and version of the plugin, as the platform's log names it. */
    String identity() throws IOException {
        String manifest = Files.readString(project.resolve("target/classes/META-INF/plexica/plugin.json"));
        return member(manifest, "id") + " " + member(manifest, "version");
    }

    /** The text of a member of the whole, and not of its parts; there is no library for it on Maven's class path. */
    static String member(String json, String name) {
        Matcher tokens = JSON.matcher(json);
        int depth = 0;
        boolean named = false;
        while (tokens.find()) {
            String text = tokens.group("text");
            if (text == null) {
                depth += tokens.group("opens") == null ? -1 : 1;
            } else if (depth == 1 && tokens.group("colon") != null) {
                named = text.equals(name);
            } else if (depth == 1 && named) {
                return text;
            }
        }
        return "";
    }
}

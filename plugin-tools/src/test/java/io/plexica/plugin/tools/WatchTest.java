package io.plexica.plugin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    @TempDir
    Path folder;

    private Path project;
    private Path deploy;
    private final List<List<String>> builds = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aPlugin() throws IOException {
        project = Files.createDirectory(folder.resolve("notes"));
        deploy = Files.createDirectory(folder.resolve("deploy"));
        Path manifest = project.resolve("src/main/resources/META-INF/plexica/plugin.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "{}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    @Test
    void aPluginIsWatched() {
        assertThat(Watch.objection(project, deploy)).isEmpty();
    }

    @Test
    void whatCannotBeWatchedIsRefusedInASentenceThatSaysWhatToDo() throws IOException {
        assertThat(Watch.objection(folder, deploy))
                .hasValueSatisfying(said -> assertThat(said).contains("plugin.json", "name the folder"));
        assertThat(Watch.objection(project, folder.resolve("gone")))
                .hasValueSatisfying(said -> assertThat(said).contains("no deploy folder", "./plexica up"));
        Files.writeString(project.resolve("pom.xml"), "<project>\n<packaging>pom</packaging>\n</project>");
        assertThat(Watch.objection(project, deploy))
                .hasValueSatisfying(said -> assertThat(said).contains("makes no jar", "name the folder"));
    }

    @Test
    void whatFailsIsToldOnceAndTheNextChangeIsBuiltAgain() throws IOException {
        Watch watch = watch();
        round(watch);
        watch.lookAndGoOn();
        assertThat(told()).containsOnlyOnce("failed, and goes on");

        Files.writeString(project.resolve("pom.xml"), "<project></project>");
        round(watch);
        assertThat(told().split("failed, and goes on", -1)).hasSize(3);
        assertThat(builds).hasSize(2);
    }

    @Test
    void onlyAChangedPomMayFetchAgain() throws IOException {
        Watch watch = watch();
        round(watch);
        Files.writeString(project.resolve("src/A.java"), "class A {}");
        round(watch);
        Files.writeString(project.resolve("pom.xml"), "<project></project>");
        round(watch);
        Files.writeString(project.resolve("src/A.java"), "class A { }");
        round(watch);
        assertThat(builds).extracting(args -> args.contains("-o")).containsExactly(false, true, false, true);
    }

    /** What is called instead of Maven: it makes nothing. */
    public int doMain(String[] args, String directory, PrintStream out, PrintStream err) {
        builds.add(List.of(args));
        return 0;
    }

    private Watch watch() {
        try {
            Method run = WatchTest.class.getMethod(
                    "doMain", String[].class, String.class, PrintStream.class, PrintStream.class);
            Maven maven = new Maven(project, this, run);
            Drop drop = new Drop(deploy, folder.resolve("plexica.log"));
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            return new Watch(new Sources(project), maven, drop, out);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has changed is seen first, and at rest then. */
    private static void round(Watch watch) {
        watch.lookAndGoOn();
        watch.lookAndGoOn();
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

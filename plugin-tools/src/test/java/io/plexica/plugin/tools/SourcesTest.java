package io.plexica.plugin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path project;

    private Sources sources;

    @BeforeEach
    void aProject() throws IOException {
        write("pom.xml", "<project/>");
        write("src/main/java/A.java", "class A {}");
        sources = new Sources(project);
        assertThat(sources.changed()).as("perhaps still being written").isEmpty();
        assertThat(sources.changed()).hasSize(2);
        assertThat(sources.changed()).isEmpty();
    }

    @Test
    void whatIsSavedCountsOnceItIsAtRest() throws IOException {
        write("src/main/java/A.java", "class A { }");
        assertThat(sources.changed()).isEmpty();
        Set<Path> changed = sources.changed();
        assertThat(sources.named(changed)).isEqualTo("src/main/java/A.java");
        assertThat(sources.concernPages(changed)).isFalse();
    }

    @Test
    void whatIsDeletedHasChanged() throws IOException {
        Files.delete(project.resolve("src/main/java/A.java"));
        sources.changed();
        assertThat(sources.changed()).containsExactly(project.resolve("src/main/java/A.java"));
    }

    @Test
    void whatBuildsAndEditorsWriteIsPassedOver() throws IOException {
        write("target/classes/A.class", "x");
        write("ui/node_modules/react/index.js", "x");
        write("ui/dist/page.js", "x");
        write("dependency-reduced-pom.xml", "<project/>");
        write(".git/HEAD", "x");
        write("src/main/java/.A.java.swp", "x");
        write("src/main/java/A.java~", "x");
        sources.changed();
        assertThat(sources.changed()).isEmpty();
    }

    @Test
    void aPackageMayBeCalledAsAFolderOfBuilds() throws IOException {
        write("src/main/java/build/out/B.java", "class B {}");
        sources.changed();
        assertThat(sources.changed()).containsExactly(project.resolve("src/main/java/build/out/B.java"));
    }

    @Test
    void whatABuildHasWrittenElsewhereIsNoChangeAndWhatIsSavedMeanwhileIsOne() throws IOException {
        write("ui/generated.ts", "x");
        write("src/main/java/A.java", "class A { }");
        sources.built();
        sources.changed();
        assertThat(sources.changed()).containsExactly(project.resolve("src/main/java/A.java"));
    }

    @Test
    void aChangedPomMayNeedWhatHasNotBeenFetched() throws IOException {
        write("pom.xml", "<project></project>");
        sources.changed();
        assertThat(sources.concernPoms(sources.changed())).isTrue();
        write("src/main/java/A.java", "class A { }");
        sources.changed();
        assertThat(sources.concernPoms(sources.changed())).isFalse();
    }

    @Test
    void pagesAreKnownByTheirFolder() throws IOException {
        write("ui/src/page.tsx", "x");
        sources.changed();
        assertThat(sources.concernPages(sources.changed())).isTrue();
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

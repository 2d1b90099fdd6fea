package io.plexica.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceRulesBiteTest {

    private static final String SOURCES = "platform/tenancy/src/main/java/io/plexica/tenancy/";
    private static final String TESTS = "platform/tenancy/src/test/java/io/plexica/tenancy/";

    @TempDir
    Path folder;

    private BadHouse house;

    @BeforeEach
    void build() throws IOException {
        house = new BadHouse(folder)
                .with(
                        "platform/tenancy",
                        "io.plexica.tenancy",
                        "io.plexica.tenancy.Open",
                        "package io.plexica.tenancy; public class Open {}");
    }

    @Test
    void a_long_file_is_reported() throws IOException {
        house.write(SOURCES + "Long.java", "line\n".repeat(SourceRules.MOST_LINES + 1));

        assertThat(new SourceRules(house.build()).longFiles())
                .singleElement()
                .asString()
                .contains("Long.java");
    }

    @Test
    void work_left_for_later_is_reported() throws IOException {
        house.write(SOURCES + "Later.java", "// TO" + "DO finish\n").write(SOURCES + "Fine.java", "class Todos {}\n");

        assertThat(new SourceRules(house.build()).unfinishedWork())
                .singleElement()
                .asString()
                .contains("Later.java");
    }

    @Test
    void a_sleeping_test_is_reported() throws IOException {
        house.write("platform/tenancy/src/test/java/LazyTest.java", "void test() { Thread" + ".sleep(1); }");

        assertThat(new SourceRules(house.build()).sleepingTests())
                .singleElement()
                .asString()
                .contains("LazyTest.java");
    }

    @Test
    void a_temporary_file_that_stays_is_reported() throws IOException {
        house.write(SOURCES + "Swept.java", "Files.createTemp" + "File(\"plexica-upload\", \".jar\")")
                .write(SOURCES + "Folder.java", "Files.createTemp" + "Directory(\n\"plexica-things\")")
                .write(SOURCES + "Elsewhere.java", "Files.createTemp" + "File(folder, \"plexica-things\", null)")
                .write(SOURCES + "Constant.java", "Files.createTemp" + "File(PREFIX, null)")
                .write(TESTS + "InsideTest.java", "Files.createTemp" + "File(folder, \"things\", \".jar\")")
                .write(TESTS + "BesideTest.java", "Files.createTemp" + "File(\"things\", \".jar\")")
                .write(TESTS + "NamedTest.java", "Files.createTemp" + "File(PREFIX, \".jar\")");

        assertThat(new SourceRules(house.build()).temporaryFilesThatStay())
                .extracting(violation -> violation.replaceFirst(".*/(\\w+)\\.java .*", "$1"))
                .containsExactlyInAnyOrder("Folder", "Elsewhere", "Constant", "BesideTest", "NamedTest");
    }

    @Test
    void a_package_without_words_is_reported() throws IOException {
        house.write(SOURCES + "Open.java", "package io.plexica.tenancy;")
                .write(SOURCES + "bare/package-info.java", "package io.plexica.tenancy.bare;")
                .write(
                        SOURCES + "fine/package-info.java",
                        "/** Words. */\n@Export @Version(\"1.0.0\") @NullMarked package io.plexica.tenancy.fine;");

        assertThat(new SourceRules(house.build()).packagesWithoutWords())
                .anySatisfy(line -> assertThat(line).contains("has no package-info"))
                .anySatisfy(line -> assertThat(line).contains("bare/package-info.java is not @NullMarked"))
                .noneSatisfy(line -> assertThat(line).contains("fine"));
    }

    @Test
    void a_version_in_a_rooms_pom_is_reported() throws IOException {
        House built = house.build();
        house.write(
                "platform/tenancy/pom.xml",
                "<project><artifactId>io.plexica.tenancy</artifactId><dependencies><dependency><artifactId>tool</artifactId>"
                        + "<version>1</version></dependency></dependencies></project>");

        assertThat(new SourceRules(built).versionsOutsideTheRoot())
                .containsExactly("platform/tenancy/pom.xml gives a version to tool");
    }

    @Test
    void an_exported_internal_package_is_reported() throws IOException {
        house.write(
                "platform/tenancy/target/classes/META-INF/MANIFEST.MF",
                "Bundle-SymbolicName: other\nExport-Package: io.plexica.tenancy.internal.store;uses:=\"a,b\",c;version=1\n");
        ManifestRules rules = new ManifestRules(house.build());

        assertThat(rules.exports())
                .contains(
                        "platform/tenancy exports the internal package io.plexica.tenancy.internal.store",
                        "platform/tenancy exports io.plexica.tenancy.internal.store without a version",
                        "platform/tenancy exports c; only contracts do");
        assertThat(rules.namesOfBundles())
                .containsExactly("platform/tenancy is the bundle other, not io.plexica.tenancy");
    }

    @Test
    void a_class_that_is_neither_exported_nor_internal_is_reported() throws IOException {
        House built = house.build();

        assertThat(new ManifestRules(built).classesOutsideInternal(built.classes()))
                .containsExactly("io.plexica.tenancy.Open is neither exported nor internal");
    }

    @Test
    void a_contract_without_a_role_is_reported() throws IOException {
        House built = house.with(
                        "platform/spi",
                        "io.plexica.spi",
                        "io.plexica.spi.Loose",
                        "package io.plexica.spi; public interface Loose {}")
                .build();

        assertThat(new ManifestRules(built).interfacesWithoutRole(built.classes()))
                .containsExactly("io.plexica.spi.Loose is neither a @ProviderType nor a @ConsumerType");
    }
}

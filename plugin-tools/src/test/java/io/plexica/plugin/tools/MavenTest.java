package io.plexica.plugin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenTest {

    @Test
    void errorsAreToldWithoutMavensWordsAboutItself() {
        String said = """
                [WARNING] something
                [\u001b[1;31mERROR\u001b[m] COMPILATION ERROR :
                [ERROR] /x/A.java:[3,5] cannot find symbol
                [ERROR] Failed to execute goal: The platform would refuse notes.jar:
                [ERROR] - one
                [ERROR] - two
                [ERROR] -> [Help 1]
                [ERROR]
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException
                """;
        assertThat(Maven.errors(said))
                .containsExactly(
                        "COMPILATION ERROR :",
                        "/x/A.java:[3,5] cannot find symbol",
                        "Failed to execute goal: The platform would refuse notes.jar:",
                        "- one",
                        "- two");
    }

    @Test
    void idAndVersionAreThoseOfTheWholeManifestWhereverTheyStand() {
        String manifest = """
                {
                    "web": {"contributions": [{"id": "list", "title": "\\"id\\": \\"x\\""}]},
                    "name": "id", "requires": [{"id": "crm", "version": "[1,2)"}],
                    "id" : "notes",
                    "version": "1.0.0-SNAPSHOT"
                }
                """;
        assertThat(Maven.member(manifest, "id")).isEqualTo("notes");
        assertThat(Maven.member(manifest, "version")).isEqualTo("1.0.0-SNAPSHOT");
        assertThat(Maven.member(manifest, "title")).isEmpty();
    }

    @Test
    void whatNobodyMarkedAsAnErrorIsToldAsItIs() {
        assertThat(Maven.errors("npm: no such script\n")).containsExactly("npm: no such script");
    }
}

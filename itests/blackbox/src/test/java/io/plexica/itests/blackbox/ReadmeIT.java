package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Platform;
import org.junit.jupiter.api.Test;

@BlackBox
class ReadmeIT {

    private final Platform platform;

    ReadmeIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void the_walk_in_the_readme_does_what_it_says() {
        String output = platform.bash("sed -n '/^# walk/,/^# end of walk/p' README.md | bash -e");

        assertThat(output.lines().map(String::strip).filter(line -> line.matches("\\d{3}")))
                .as(output)
                .containsExactly(
                        "201", "403", "201", "201", "200", "201", "403", "200", "403", "403", "200", "200", "204",
                        "204");
        assertThat(output)
                .contains(
                        "plugin-not-enabled", "Milton Waddams", "tenant-mismatch", "\"allowed\":false", "\"remedies\"");
    }
}

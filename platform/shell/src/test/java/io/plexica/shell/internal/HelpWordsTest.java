package io.plexica.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpWordsTest {

    private static final List<String> NAMES =
            List.of("plugin:list", "plugin:publish", "tenant:list", "*:help", "log:tail");

    @Test
    void commands_groups_and_how_they_begin_are_known() {
        for (String word :
                List.of("plugin:list", "plugin:", "plugin", "plug", "help", "list", "--help", "commands|x")) {
            assertThat(HelpWords.refusal(word, NAMES)).as(word).isEmpty();
        }
    }

    @Test
    void what_is_not_known_is_said_with_what_is_near() {
        assertThat(HelpWords.refusal("plugin:lsit", NAMES))
                .contains("There is no such command as 'plugin:lsit'; did you mean 'plugin:list'?");
        assertThat(HelpWords.refusal("plgin", NAMES))
                .contains("There is no such command as 'plgin'; did you mean 'plugin'?");
        assertThat(HelpWords.refusal("hlep", NAMES))
                .contains("There is no such command as 'hlep'; did you mean 'help'?");
        assertThat(HelpWords.refusal("something-else", NAMES))
                .contains("There is no such command as 'something-else'; 'help' lists all");
    }
}

package io.plexica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.hooks.HookFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestHooksTest {

    private static final TestHooks HOOKS = TestHooks.forPlugin("notes")
            .with("notes.note.naming", (hook, value) -> value + "!")
            .with("notes.note.naming", (hook, value) -> {
                throw new IllegalStateException("not today");
            })
            .with("notes.note.naming", (hook, value) -> 7)
            .with("notes.note.naming", (hook, value) -> null)
            .with("notes.note.naming", (hook, value) -> value + "?");

    @Test
    void aChainPassesThroughAllAndPastThoseThatFail() {
        var chain = HOOKS.chain("notes.note.naming", String.class, "a");
        assertThat(chain.value()).isEqualTo("a!?");
        assertThat(chain.failures())
                .extracting(HookFailure::reason)
                .containsExactly("not today", "It answered with a java.lang.Integer, not with a java.lang.String");
    }

    @Test
    void aTriggerTellsWhoFailed() {
        List<Object> heard = new ArrayList<>();
        TestHooks hooks = HOOKS.with("notes.note.gone", (hook, value) -> heard.add(value));
        assertThat(hooks.trigger("notes.note.gone", 1)).isEmpty();
        assertThat(hooks.trigger("notes.note.naming", "a")).containsExactly(new HookFailure("others", "not today"));
        assertThat(heard).containsExactly(1);
    }

    @Test
    void hooksOfOthersAreNotThePlugins() {
        assertThatThrownBy(() -> HOOKS.trigger("core.user.created", 1)).hasMessageContaining("begin its name with");
    }
}

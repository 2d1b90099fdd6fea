package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.plugins.internal.configuration.Reencryption.State;
import io.plexica.plugins.internal.testing.SettingsJar;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The platform gets another key for plugins' secrets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReencryptionTest extends PlatformCase {

    private static final PluginRef GREETER = new PluginRef("greeter", "1.0.0");
    private static final String FIRST = "the first key, long enough";
    private static final String SECOND = "the second key, long enough";
    private static final String THIRD = "the third key, long enough";

    private WorkspaceInfo sales;

    @BeforeEach
    void keepTwoSecrets() {
        platform.secrets.key(FIRST);
        sales = platform.workspaces.add("sales");
        publish(SettingsJar.of("1.0.0"));
        platform.plugins.install(acme, "greeter", null, null);
        put(null, "s3cret");
        put(sales, "s3cret of sales");
    }

    @Test
    void what_was_sealed_before_opens_while_its_key_is_named_and_is_sealed_anew() {
        platform.secrets.key(SECOND);
        platform.secrets.old(FIRST);
        assertThat(said()).isEqualTo("s3cret");
        long version = platform.configurations.get(acme, "greeter", null, true).version();
        assertThat(platform.configurations.get(acme, "greeter", null, true).problems())
                .isEmpty();
        assertThat(platform.reencryption.state())
                .extracting(State::current, State::old)
                .containsExactly(0, 2);

        assertThat(platform.reencryption.run())
                .extracting(State::current, State::old)
                .containsExactly(2, 0);

        platform.secrets.old(null);
        assertThat(said()).isEqualTo("s3cret");
        assertThat(platform.configurations.get(acme, "greeter", sales, true).problems())
                .isEmpty();
        assertThat(platform.configurations.get(acme, "greeter", null, true).version())
                .as("nobody's edit is lost: nothing that people set has changed")
                .isEqualTo(version);
        platform.reencryption.run();
        assertThat(database.query(
                        "SELECT outcome FROM core.audit_log WHERE action = 'core.plugin.secrets-reencrypted'"))
                .as("what changes nothing leaves no trace")
                .containsExactly("SUCCESS");
    }

    @Test
    void keys_of_several_changes_are_named_one_a_line() {
        platform.secrets.key(SECOND);
        put(sales, "s3cret of sales, again");
        platform.secrets.key(THIRD);
        platform.secrets.old(SECOND + "\n" + FIRST + "\n");

        assertThat(platform.reencryption.state().old()).isEqualTo(2);
        assertThat(platform.reencryption.run().current()).isEqualTo(2);
    }

    @Test
    void what_no_key_opens_is_named_and_nothing_is_changed() {
        platform.secrets.key(SECOND);
        put(sales, "s3cret of sales, again");
        platform.secrets.key(THIRD);
        platform.secrets.old(SECOND);

        assertThatThrownBy(() -> platform.reencryption.run())
                .hasMessageStartingWith(
                        "encryption-key-unknown: 1 secret was sealed with a key that the platform does not have:"
                                + " acme/greeter apiKey (key ")
                .hasMessageEndingWith(
                        "name that key in PLEXICA_ENCRYPTION_KEY_OLD, or have them set again or removed first")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(platform.reencryption.state().old()).isEqualTo(1);
        assertThat(platform.configurations.get(acme, "greeter", null, true).problems())
                .extracting(FieldError::pointer)
                .containsExactly("/apiKey");

        put(null, "s3cret, set again");
        assertThat(platform.reencryption.run().current()).isEqualTo(2);
    }

    @Test
    void without_a_key_nothing_is_sealed() {
        platform.secrets.key(null);

        assertThatThrownBy(() -> platform.reencryption.run()).hasMessageStartingWith("encryption-key-missing: ");
    }

    private void put(@Nullable WorkspaceInfo place, String secret) {
        platform.configurations.put(acme, "greeter", place, Map.of("apiKey", secret), IfMatch.ANY);
    }

    /** What the plugin's own code finds. */
    private String said() {
        return platform.servers.hello(GREETER, acme).split(" ")[3];
    }
}

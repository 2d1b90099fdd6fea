package io.plexica.storage.s3.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class S3ConfigTest {

    /** As {@code PLEXICA_PLUGIN_TIMEOUT} is unless it is set. */
    private static final int SECONDS_OF_A_CALL = 30;

    @Test
    void a_server_that_is_silent_is_given_up_before_the_call_of_a_plugin_is() throws Exception {
        int attempts = 1 + standard("retries");

        assertThat(attempts * standard("timeout")).isLessThan(SECONDS_OF_A_CALL);
    }

    private static int standard(String name) throws Exception {
        return (Integer) S3Config.class.getDeclaredMethod(name).getDefaultValue();
    }
}

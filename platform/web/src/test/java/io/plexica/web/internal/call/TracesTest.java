package io.plexica.web.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void a_callers_trace_goes_on() {
        assertThat(Traces.of("00-" + ID + "-b7ad6b7169203331-01", "other-trace"))
                .isEqualTo(ID);
        assertThat(Traces.of(null, "other-trace")).isEqualTo("other-trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void what_is_no_trace_starts_a_new_one(String traceparent) {
        assertThat(Traces.of(traceparent, null)).matches("[0-9a-f]{32}").isNotEqualTo(ID);
        assertThat(Traces.of(null, "line\nbreak12")).matches("[0-9a-f]{32}");
    }
}

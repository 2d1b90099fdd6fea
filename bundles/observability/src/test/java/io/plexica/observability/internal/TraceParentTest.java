package io.plexica.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.tracing.TraceParent;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void aHeaderIsReadAndWritten() {
        String header = "00-" + TRACE + "-" + SPAN + "-01";

        assertThat(TraceParent.read(header)).isEqualTo(new TraceParent(TRACE, SPAN, true));
        assertThat(new TraceParent(TRACE, SPAN, true).header()).isEqualTo(header);
        assertThat(TraceParent.read(" cc-" + TRACE + "-" + SPAN + "-02-what-will-be "))
                .isEqualTo(new TraceParent(TRACE, SPAN, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-" + SPAN,
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01 extra"
            })
    void whatIsNoHeaderIsNone(String header) {
        assertThat(TraceParent.read(header)).isNull();
    }

    @Test
    void whatAnEventIsCalledFollowsFromItsId() {
        UUID event = UUID.randomUUID();

        assertThat(TraceParent.ofEvent(TRACE, event)).isEqualTo(TraceParent.ofEvent(TRACE, event));
        assertThat(TraceParent.ofEvent(TRACE, event).spanId())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(TraceParent.ofEvent(TRACE, UUID.randomUUID()).spanId());
        assertThat(TraceParent.ofEvent(TRACE, new UUID(7, 7)).spanId()).isEqualTo("0000000000000001");
        assertThat(TraceParent.traceOf(TRACE)).isEqualTo(TRACE);
        assertThat(TraceParent.traceOf("mine")).matches("[0-9a-f]{32}").isEqualTo(TraceParent.traceOf("mine"));
    }
}

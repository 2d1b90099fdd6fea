package io.plexica.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.ReceivedSpan;
import io.plexica.itests.support.TraceReceiver;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.TraceParent;
import io.plexica.spi.tracing.Tracer.Kind;
import io.plexica.spi.tracing.Tracing;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpTracerTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final TraceParent CALLER = new TraceParent(TRACE, "b7ad6b7169203331", true);

    private final TraceReceiver receiver = TraceReceiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_call_its_statements_its_event_and_the_handler_are_one_trace() throws Exception {
        UUID event = UUID.randomUUID();
        try (OtlpTracer tracer = export(100)) {
            try (Span call = Tracing.begin(Kind.SERVER, "GET /thing", TRACE, CALLER);
                    Tracing.Scope scope = Tracing.enter(call)) {
                Tracing.part(Kind.CLIENT, "select").close();
                onAnotherThread();
                Tracing.published("crm.contact.created", event);
            }
            assertThat(Tracing.current()).isNull();
            Tracing.part(Kind.CLIENT, "of nothing").close();
            try (Span handler = Tracing.begin(Kind.CONSUMER, "handle", TRACE, TraceParent.ofEvent(TRACE, event))) {
                handler.note("plexica.plugin", "analytics");
                handler.fail("broken");
            }
            Tracing.end(tracer);
        }

        ReceivedSpan call = find(TRACE, "GET /thing");
        ReceivedSpan published = find(TRACE, "publish crm.contact.created");
        assertThat(call.parentId()).isEqualTo(CALLER.spanId());
        assertThat(call.kind()).isEqualTo(2);
        assertThat(find(TRACE, "select").isPartOf(call)).isTrue();
        assertThat(find(TRACE, "elsewhere").isPartOf(call)).isTrue();
        assertThat(published.isPartOf(call)).isTrue();
        assertThat(find(TRACE, "handle").isPartOf(published)).isTrue();
        assertThat(find(TRACE, "handle").notes()).containsEntry("plexica.plugin", "analytics");
        assertThat(receiver.spans()).hasSize(5);
        assertThat(receiver.headers())
                .allSatisfy(headers -> assertThat(headers.get("Api-key")).containsExactly("s3cret"));
    }

    @Test
    void a_trace_id_of_another_form_leads_to_one_trace_all_the_same() {
        UUID event = UUID.randomUUID();
        String trace = TraceParent.traceOf("order-4711-x");
        try (OtlpTracer tracer = export(100)) {
            Tracing.begin(Kind.SERVER, "call", "order-4711-x", null).close();
            Tracing.begin(Kind.CONSUMER, "handle", "order-4711-x", TraceParent.ofEvent("order-4711-x", event))
                    .close();
            Tracing.end(tracer);
        }

        assertThat(trace).hasSize(32);
        assertThat(receiver.of(trace)).hasSize(2);
        assertThat(find(trace, "call").parentId()).isEmpty();
    }

    @Test
    void who_calls_may_ask_for_less_and_not_for_more() {
        try (OtlpTracer tracer = export(100)) {
            Tracing.begin(Kind.SERVER, "silent", TRACE, new TraceParent(TRACE, CALLER.spanId(), false))
                    .close();
            Tracing.end(tracer);
        }
        int traced = 0;
        try (OtlpTracer tracer = export(1)) {
            for (int i = 0; i < 1_000; i++) {
                String trace = Contexts.newTraceId();
                try (Span span =
                        Tracing.begin(Kind.SERVER, "loud", trace, new TraceParent(trace, CALLER.spanId(), true))) {
                    traced += span.id() != null && span.id().sampled() ? 1 : 0;
                }
            }
            Tracing.end(tracer);
        }

        assertThat(traced).isLessThan(100);
        assertThat(receiver.spans())
                .hasSize(traced)
                .noneMatch(span -> span.name().equals("silent"));
    }

    @Test
    void nothing_is_traced_without_an_endpoint_and_nothing_stands_still_without_a_receiver() {
        Tracing.end(export(100));
        assertThat(Tracing.isOn()).isFalse();
        assertThat(Tracing.begin(Kind.SERVER, "call", TRACE, null)).isSameAs(Span.NONE);

        receiver.close();
        try (OtlpTracer tracer = export(100)) {
            for (int i = 0; i < 10_000; i++) {
                Tracing.begin(Kind.SERVER, "call", Contexts.newTraceId(), null).close();
            }
            Tracing.end(tracer);
        }
        assertThat(receiver.spans()).isEmpty();
    }

    private static void onAnotherThread() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform(TRACE))) {
            other.submit(Tracing.carry(() -> {
                        Tracing.part(Kind.INTERNAL, "elsewhere").close();
                        return true;
                    }))
                    .get();
        } finally {
            other.shutdown();
        }
    }

    private OtlpTracer export(int percent) {
        TracesSettings settings = TracesSettings.of(Configs.of(receiver.url().toString(), percent), "api-key=s3cret");
        OtlpTracer tracer = new OtlpTracer(settings);
        Tracing.export(tracer);
        return tracer;
    }

    private ReceivedSpan find(String trace, String name) {
        List<ReceivedSpan> found = receiver.of(trace).stream()
                .filter(span -> span.name().equals(name))
                .toList();
        assertThat(found).as("spans named %s of %s", name, receiver.spans()).hasSize(1);
        return found.get(0);
    }
}

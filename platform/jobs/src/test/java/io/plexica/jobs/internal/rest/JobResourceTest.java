package io.plexica.jobs.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.jobs.internal.JobsRoom;
import io.plexica.jobs.internal.JobsRoom.Node;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobResourceTest {

    private final JobsRoom room = new JobsRoom("acme", "globex");
    private final Node node = room.node();
    private final JobResource resource =
            new JobResource(node.list, node.history, node.admin(node.start()), room.tenants);

    @BeforeEach
    void jobs() {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        node.in("acme", () -> {
            node.jobs.add("acme", "crm", "tidy", "P1D", "UTC", tomorrow);
            node.jobs.add("globex", "crm", "tidy", "P1D", "UTC", tomorrow);
            node.jobs.add("", "core", "rooms.sweep", "P1D", "UTC", tomorrow);
        });
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void whoever_works_in_a_tenant_sees_its_jobs_and_no_others() {
        try (Contexts.Scope scope = Contexts.open(in("acme"))) {
            assertThat(owners(null)).containsExactly("acme");
            assertThat(owners("acme")).containsExactly("acme");
            assertCode(() -> owners("globex"), ErrorCode.VALIDATION_FAILED);
            assertCode(() -> resource.pause(id("globex"), null), ErrorCode.NOT_FOUND);
            assertCode(() -> resource.history(id(""), null, new PageQuery()), ErrorCode.NOT_FOUND);
        }
    }

    @Test
    void whoever_works_in_none_sees_all_and_the_platforms_own() {
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace-1"))) {
            assertThat(owners(null)).containsExactly("", "acme", "globex");
            assertThat(owners("globex")).containsExactly("globex");
            assertThat(resource.history(id(""), null, new PageQuery()).items()).isEmpty();
        }
    }

    @Test
    void a_deployment_for_one_tenant_shows_what_is_its_own_and_the_platforms() {
        room.tenants.pin("acme");
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform("trace-1"))) {
            assertThat(owners(null)).containsExactly("", "acme");
            assertCode(() -> owners("globex"), ErrorCode.TENANT_MISMATCH);
            assertCode(() -> resource.run(id("globex"), null), ErrorCode.NOT_FOUND);
        }
    }

    private ExecutionContext in(String slug) {
        return ExecutionContext.platform("trace-1")
                .inTenant(room.tenants.find(slug).orElseThrow());
    }

    private List<String> owners(@Nullable String tenant) {
        return resource.list(tenant, null, null, new PageQuery()).items().stream()
                .map(job -> Objects.requireNonNullElse(job.tenant(), ""))
                .toList();
    }

    private String id(String slug) {
        return room.rows("SELECT id FROM core.jobs WHERE tenant_slug = '" + slug + "'")
                .get(0);
    }

    private static void assertCode(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

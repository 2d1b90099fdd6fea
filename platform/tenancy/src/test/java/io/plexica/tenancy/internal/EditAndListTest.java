package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.web.IfMatch;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditAndListTest extends TenancyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() throws Exception {
        TenantRow before = node.create("acme");
        edit("{\"settings\":{\"locale\":\"en\",\"mail\":{\"from\":\"a@b.c\",\"bcc\":\"x\"}}}", IfMatch.ANY);

        TenantRow after = edit(
                "{\"name\":\" Acme Ltd \",\"settings\":{\"mail\":{\"bcc\":null}},\"theme\":{\"colour\":\"#123456\"}}",
                IfMatch.ANY);

        assertThat(after.name()).isEqualTo("Acme Ltd");
        assertThat(after.plan()).isEqualTo(before.plan());
        assertThat(JSON.readTree(after.settings()))
                .isEqualTo(JSON.readTree("{\"locale\":\"en\",\"mail\":{\"from\":\"a@b.c\"}}"));
        assertThat(JSON.readTree(
                        node.management.tenants().row("acme").orElseThrow().theme()))
                .isEqualTo(JSON.readTree("{\"colour\":\"#123456\"}"));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(node.management.tenants().find("acme")).contains(after.tenant());
    }

    @Test
    void a_change_based_on_an_old_version_is_refused() throws Exception {
        TenantRow read = node.create("acme");
        IfMatch asRead = IfMatch.of(IfMatch.tag(read.version()));
        edit("{\"name\":\"First\"}", asRead);

        assertThatThrownBy(() -> edit("{\"name\":\"Second\"}", asRead))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED));
        assertThat(node.management.get("acme").name()).isEqualTo("First");
    }

    @Test
    void a_patch_that_changes_nothing_is_no_change() throws Exception {
        TenantRow row = node.create("acme");

        assertThat(edit("{\"slug\":\"acme\",\"plan\":\"pro\"}", IfMatch.ANY).version())
                .isEqualTo(row.version());
    }

    @Test
    void everything_wrong_with_a_patch_is_said_at_once() {
        node.create("acme");

        assertThatThrownBy(() -> edit(
                        "{\"name\":null,\"plan\":7,\"settings\":[],\"slug\":\"other\",\"a/b\":1,\"theme\":\"\\u0000\"}",
                        IfMatch.ANY))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/name", "/plan", "/settings", "/slug", "/a~1b", "/theme"));
        assertThatThrownBy(() -> edit("[]", IfMatch.ANY)).hasMessageContaining("JSON object");
    }

    @Test
    void lists_are_filtered_sorted_and_paged() {
        for (String slug : List.of("acme", "globex", "initech")) {
            node.create(slug);
        }
        node.management.lifecycle().suspend("globex", IfMatch.ANY);
        server.admin("UPDATE core.tenants SET name = '100% ' || name, plan = 'free' WHERE slug = 'initech'");

        assertThat(slugs(null, null, new PageQuery(null, null, null, null)))
                .containsExactly("acme", "globex", "initech");
        assertThat(slugs(null, null, new PageQuery(null, null, "-slug", null)))
                .containsExactly("initech", "globex", "acme");
        assertThat(slugs(null, null, new PageQuery("1", "2", null, null))).containsExactly("initech");
        assertThat(slugs("SUSPENDED", null, new PageQuery(null, null, null, null)))
                .containsExactly("globex");
        assertThat(slugs(null, "free", new PageQuery(null, null, null, null))).containsExactly("initech");
        assertThat(slugs(null, null, new PageQuery(null, null, null, "GLOB"))).containsExactly("globex");
        assertThat(slugs(null, null, new PageQuery(null, null, null, "0% T"))).containsExactly("initech");
        assertThat(slugs(null, null, new PageQuery(null, null, null, "a_me"))).isEmpty();
        assertThatThrownBy(() -> slugs("GONE", null, new PageQuery(null, null, null, null)))
                .hasMessageContaining("/status must be one of");
        assertThatThrownBy(() -> slugs(null, null, new PageQuery(null, null, "settings", null)))
                .hasMessageContaining("/sort");
    }

    private List<String> slugs(String status, String plan, PageQuery paging) {
        Page<TenantRow> page = node.management.list(TenantQuery.of(status, plan, paging));
        return page.items().stream().map(TenantRow::slug).toList();
    }

    private TenantRow edit(String patch, IfMatch condition) throws IOException {
        JsonNode body = JSON.readTree(patch);
        return node.management.edit("acme", "core.tenant.updated", condition, plans -> TenantPatch.of(body, plans));
    }
}

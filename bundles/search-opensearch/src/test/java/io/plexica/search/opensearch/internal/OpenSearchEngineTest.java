package io.plexica.search.opensearch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.itests.rooms.Authority;
import io.plexica.itests.rooms.OpenSearchServer;
import io.plexica.itests.rooms.SearchEngineContract;
import io.plexica.itests.rooms.TlsDoor;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSearchEngineTest extends SearchEngineContract {

    private static final IndexRef INDEX = new IndexRef(ACME, "crm", 1);
    private static OpenSearchServer server;

    private OpenSearchEngine engine;

    @BeforeAll
    static void startServer() {
        server = OpenSearchServer.start();
        await().atMost(OpenSearchServer.patience()).until(server::isUp);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        server.empty();
        engine = new OpenSearchEngine(
                OpenSearchSettingsTest.settings(server.address().toString(), ""));
    }

    @Override
    protected SearchEngine engine() {
        return engine;
    }

    @Test
    void what_was_written_is_found_within_moments_unasked() throws IOException {
        engine.write(INDEX, true, List.of(entry("1", "Ada")));
        await().until(() -> find(INDEX, "ada").equals(List.of("1")));
    }

    @Test
    void tenants_with_indexes_are_known() throws IOException {
        assertThat(engine.tenants()).isEmpty();
        engine.write(INDEX, true, List.of(entry("1", "Ada")));
        engine.write(new IndexRef("big-corp", "my-crm", 3), true, List.of(entry("1", "Ada")));
        assertThat(engine.tenants()).containsExactlyInAnyOrder(ACME, "big-corp");
        assertThat(engine.indexes("big-corp")).containsExactly(new IndexRef("big-corp", "my-crm", 3));
        assertThat(engine.indexes("big")).isEmpty();
    }

    @Test
    void long_ids_are_told_apart() throws IOException {
        String id = "è".repeat(300);
        engine.write(INDEX, true, List.of(entry(id + "1", "Ada"), entry(id + "2", "Ada")));
        engine.settle(INDEX);
        assertThat(find(INDEX, "ada")).containsExactlyInAnyOrder(id + "1", id + "2");
        engine.write(INDEX, true, List.of(new Entry(2, "contact", id + "1", null, null)));
        engine.settle(INDEX);
        assertThat(find(INDEX, "ada")).containsExactly(id + "2");
    }

    @Test
    void a_server_is_used_by_tls_where_its_authority_is_trusted_and_refused_elsewhere() throws IOException {
        Authority authority = Authority.create();
        try (TlsDoor door = TlsDoor.to(server.address().getPort(), authority)) {
            String url = door.address().toString();
            OpenSearchEngine trusting = new OpenSearchEngine(
                    OpenSearchSettingsTest.settings(url, authority.certificate().toString()));
            trusting.write(INDEX, true, List.of(entry("1", "Ada")));
            trusting.settle(INDEX);
            assertThat(trusting.count(INDEX)).isEqualTo(1);

            OpenSearchEngine wary = new OpenSearchEngine(OpenSearchSettingsTest.settings(url, ""));
            assertThatThrownBy(wary::check)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not trusted, see PLEXICA_OPENSEARCH_TRUSTSTORE")
                    .hasMessageContaining("certification path");
        }
    }

    @Test
    void a_server_that_is_away_is_a_failure_and_what_it_had_comes_back_with_it() throws IOException {
        engine.write(INDEX, true, List.of(entry("1", "Ada")));
        engine.settle(INDEX);
        server.kill();
        try {
            assertThatThrownBy(() -> find(INDEX, "ada"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The OpenSearch server does not answer");
            assertThatThrownBy(() -> engine.write(INDEX, true, List.of(entry("2", "Ada"))))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> engine.check()).isInstanceOf(IOException.class);
        } finally {
            server.restart();
            await().atMost(OpenSearchServer.patience()).until(server::isUp);
        }
        await().atMost(OpenSearchServer.patience())
                .ignoreExceptions()
                .until(() -> find(INDEX, "ada").equals(List.of("1")));
        engine.write(INDEX, true, List.of(entry("2", "Ada")));
        engine.settle(INDEX);
        assertThat(find(INDEX, "ada")).containsExactlyInAnyOrder("1", "2");
    }
}

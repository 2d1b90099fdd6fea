package io.plexica.itests.rooms;

import static io.plexica.itests.rooms.SearchSamples.HERE;
import static io.plexica.itests.rooms.SearchSamples.THERE;
import static io.plexica.itests.rooms.SearchSamples.body;
import static io.plexica.itests.rooms.SearchSamples.facets;
import static io.plexica.itests.rooms.SearchSamples.filtered;
import static io.plexica.itests.rooms.SearchSamples.ids;
import static io.plexica.itests.rooms.SearchSamples.language;
import static io.plexica.itests.rooms.SearchSamples.ordered;
import static io.plexica.itests.rooms.SearchSamples.page;
import static io.plexica.itests.rooms.SearchSamples.query;
import static io.plexica.itests.rooms.SearchSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.search.EngineQuery.AnyOf;
import io.plexica.spi.search.EngineQuery.Between;
import io.plexica.spi.search.EngineQuery.Order;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine that finds documents does, whatever it is made of. */
public abstract class SearchEngineContract {

    /** A tenant that is there before each test, without any index. */
    protected static final String ACME = "acme";

    /** Another one. */
    protected static final String GLOBEX = "globex";

    private static final IndexRef INDEX = new IndexRef(ACME, "crm", 1);

    /** The engine. */
    protected abstract SearchEngine engine();

    /** A document with a title. */
    protected static Entry entry(String id, String title) {
        return SearchSamples.entry(1, id, title, "");
    }

    /** What a word finds. */
    protected List<String> find(IndexRef index, String text) throws IOException {
        return ids(engine().search(index, query(text)));
    }

    /** Works in the tenant. */
    protected static <T> T inTenant(Callable<T> work) throws Exception {
        Tenant tenant = new Tenant(HERE, ACME, "Acme", TenantStatus.ACTIVE, "pro", Instant.EPOCH);
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId())
                .as(Principal.SYSTEM, Grants.NONE)
                .inTenant(tenant);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.call();
        }
    }

    @Test
    protected void an_index_that_is_not_there_has_nothing() throws IOException {
        assertThat(find(INDEX, "ada")).isEmpty();
        assertThat(engine().count(INDEX)).isZero();
        assertThat(engine().indexes(ACME)).isEmpty();
        engine().drop(INDEX);
        engine().settle(INDEX);
        engine().check();
    }

    @Test
    protected void a_document_is_found_by_the_beginnings_of_its_words() throws IOException {
        write(entry("1", "Ada Lovelace"), entry("2", "Charles Babbage"));
        assertThat(find(INDEX, "lovelace")).containsExactly("1");
        assertThat(find(INDEX, "lov ad")).containsExactly("1");
        assertThat(find(INDEX, "LOVE")).containsExactly("1");
        assertThat(find(INDEX, "lovelaces")).isEmpty();
        assertThat(find(INDEX, "ada babbage")).isEmpty();
        assertThat(find(INDEX, "")).containsExactlyInAnyOrder("1", "2");
        assertThat(engine().count(INDEX)).isEqualTo(2);
    }

    @Test
    protected void accents_make_no_difference() throws IOException {
        write(entry("1", "Àngela Müller-Łukasz"), entry("2", "Straße"), entry("3", "Cafe\u0301 東京"));
        assertThat(find(INDEX, "angela muller lukasz")).containsExactly("1");
        assertThat(find(INDEX, "ANGÈLA")).containsExactly("1");
        assertThat(find(INDEX, "strasse")).containsExactly("2");
        assertThat(find(INDEX, "café 京")).containsExactly("3");
    }

    @Test
    protected void parts_of_addresses_are_words() throws IOException {
        write(entry("1", "ada@lovelace.example +44-1815"));
        assertThat(find(INDEX, "example")).containsExactly("1");
        assertThat(find(INDEX, "ada@lovelace")).containsExactly("1");
        assertThat(find(INDEX, "1815")).containsExactly("1");
    }

    @Test
    protected void other_forms_of_words_are_found_in_their_language() throws IOException {
        write(
                new Entry(1, "note", "1", HERE, body("", "She was running two companies", "en")),
                new Entry(1, "note", "2", HERE, body("", "Le città italiane", "it")));
        assertThat(ids(engine().search(INDEX, language("company run", "en")))).containsExactly("1");
        assertThat(ids(engine().search(INDEX, language("runs", "en")))).containsExactly("1");
        assertThat(ids(engine().search(INDEX, language("italiana", "it")))).containsExactly("2");
        assertThat(ids(engine().search(INDEX, language("the", "en")))).isEmpty();
    }

    @Test
    protected void titles_count_more_than_other_text() throws IOException {
        write(
                SearchSamples.entry(1, "a", "Some title", "we met Grace there"),
                SearchSamples.entry(1, "b", "Grace Hopper", "nothing else"),
                SearchSamples.entry(1, "c", "Another", "only text"));
        Found found = engine().search(INDEX, query("grace"));
        assertThat(ids(found)).containsExactly("b", "a");
        assertThat(found.hits().get(0).score())
                .isGreaterThan(found.hits().get(1).score());
    }

    @Test
    protected void pages_lie_side_by_side_and_know_the_whole() throws IOException {
        write(IntStream.range(0, 25)
                .mapToObj(i -> entry("id" + (10 + i), "Same words"))
                .toArray(Entry[]::new));
        Found first = engine().search(INDEX, page("same", 0, 10));
        Found last = engine().search(INDEX, page("same", 20, 10));
        Found beyond = engine().search(INDEX, page("same", 30, 10));
        assertThat(first.total()).isEqualTo(25);
        assertThat(ids(first)).hasSize(10).doesNotContainAnyElementsOf(ids(last));
        assertThat(ids(last)).hasSize(5);
        assertThat(beyond.total()).isEqualTo(25);
        assertThat(beyond.hits()).isEmpty();
    }

    @Test
    protected void what_was_stored_comes_back() throws IOException {
        String stored = "{\"name\":\"Ada \\\"è\\\" 😀\",\"n\":1.5}";
        write(new Entry(1, "contact", "1", HERE, new Entry.Body("ada", "", "", Map.of(), Map.of(), stored)));
        assertThat(engine().search(INDEX, query("ada")).hits().get(0).stored()).isEqualTo(stored);
    }

    @Test
    protected void filters_narrow_and_orders_sort() throws IOException {
        write(
                facets("1", List.of("new"), 10),
                facets("2", List.of("won", "old"), 30),
                facets("3", List.of("it's \"a\" %_*"), 20),
                entry("4", "Same"));
        assertThat(ids(engine().search(INDEX, filtered(new AnyOf("stage", List.of("old", "new"))))))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(ids(engine().search(INDEX, filtered(new AnyOf("stage", List.of("it's \"a\" %_*"))))))
                .containsExactly("3");
        assertThat(ids(engine().search(INDEX, filtered(new AnyOf("stage", List.of("*"))))))
                .isEmpty();
        assertThat(ids(engine().search(INDEX, filtered(new Between("amount", 15.0, null)))))
                .containsExactlyInAnyOrder("2", "3");
        assertThat(ids(engine().search(INDEX, filtered(new Between("amount", 10.0, 20.0)))))
                .containsExactlyInAnyOrder("1", "3");
        assertThat(ids(engine().search(INDEX, ordered(new Order("amount", true, true)))))
                .containsExactly("2", "3", "1", "4");
        assertThat(ids(engine().search(INDEX, ordered(new Order("stage", false, false)))))
                .containsExactly("3", "1", "2", "4");
    }

    @Test
    protected void a_document_changes_and_goes() throws IOException {
        write(SearchSamples.entry(1, "1", "Ada", ""));
        write(SearchSamples.entry(2, "1", "Augusta", ""));
        assertThat(find(INDEX, "ada")).isEmpty();
        assertThat(find(INDEX, "augusta")).containsExactly("1");
        write(removal(3, "1"), removal(3, "2"));
        assertThat(find(INDEX, "augusta")).isEmpty();
        assertThat(engine().count(INDEX)).isZero();
    }

    @Test
    protected void what_comes_late_takes_the_place_of_nothing_newer() throws IOException {
        write(SearchSamples.entry(5, "1", "Newer", ""));
        write(SearchSamples.entry(4, "1", "Older", ""));
        write(removal(3, "1"));
        assertThat(find(INDEX, "newer")).containsExactly("1");
        write(SearchSamples.entry(5, "1", "Again", ""));
        assertThat(find(INDEX, "again")).containsExactly("1");
    }

    @Test
    protected void what_was_removed_while_an_index_is_made_does_not_come_back() throws IOException {
        IndexRef next = new IndexRef(ACME, "crm", 2);
        engine().write(next, false, List.of(removal(7, "1"), SearchSamples.entry(7, "2", "Live", "")));
        for (String id : List.of("1", "2", "3")) {
            engine().write(next, false, List.of(SearchSamples.entry(0, id, "Told", "")));
        }
        engine().settle(next);
        assertThat(find(next, "told")).containsExactly("3");
        assertThat(find(next, "live")).containsExactly("2");
        assertThat(engine().count(next)).isEqualTo(2);
    }

    @Test
    protected void walls_stand_between_tenants_plugins_generations_types_and_workspaces() throws IOException {
        write(entry("1", "Secret"));
        write(new IndexRef(GLOBEX, "crm", 1), entry("2", "Secret"));
        write(new IndexRef(ACME, "crmx", 1), entry("3", "Secret"));
        write(new IndexRef(ACME, "crm", 12), entry("4", "Secret"));
        write(new Entry(1, "deal", "5", HERE, body("Secret", "", "")));
        write(new Entry(1, "contact", "6", THERE, body("Secret", "", "")));
        write(new Entry(1, "contact", "7", null, body("Secret", "", "")));
        assertThat(find(INDEX, "secret")).containsExactly("1");
        assertThat(find(INDEX, "")).containsExactly("1");
        assertThat(ids(engine().search(INDEX, query("contact", null, "secret"))))
                .containsExactly("7");
        assertThat(find(new IndexRef(GLOBEX, "crm", 1), "secret")).containsExactly("2");
        assertThat(engine().indexes(ACME))
                .containsExactlyInAnyOrder(INDEX, new IndexRef(ACME, "crm", 12), new IndexRef(ACME, "crmx", 1));
        engine().drop(INDEX);
        assertThat(find(INDEX, "secret")).isEmpty();
        assertThat(find(new IndexRef(ACME, "crm", 12), "secret")).containsExactly("4");
        assertThat(find(new IndexRef(GLOBEX, "crm", 1), "secret")).containsExactly("2");
    }

    @Test
    protected void nothing_that_people_type_is_an_operator() throws IOException {
        write(entry("1", "Plain words"));
        for (String text : List.of(
                "*",
                "pl*in",
                "plain | nothing",
                "!plain",
                "name:plain AND (x",
                "'; DROP TABLE search_documents; --",
                "\"plain wordy\"",
                "plain~2 ^9 [a TO z] {} \\",
                "(a+)+$",
                "<b>",
                ":*",
                "x".repeat(10_000),
                "& | ! <-> plainx")) {
            assertThatCode(() -> find(INDEX, text)).as(text).doesNotThrowAnyException();
        }
        assertThat(find(INDEX, "plain & | words")).containsExactly("1");
        assertThat(find(INDEX, "plain nothing")).isEmpty();
    }

    private void write(Entry... entries) throws IOException {
        write(INDEX, entries);
    }

    private void write(IndexRef index, Entry... entries) throws IOException {
        assertThat(engine().write(index, true, List.of(entries))).isEmpty();
        engine().settle(index);
    }
}

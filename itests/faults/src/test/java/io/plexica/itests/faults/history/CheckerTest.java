package io.plexica.itests.faults.history;

import static io.plexica.itests.faults.history.Intent.ATTACH;
import static io.plexica.itests.faults.history.Intent.BREAK;
import static io.plexica.itests.faults.history.Intent.KEEP;
import static io.plexica.itests.faults.history.Intent.POISON;
import static io.plexica.itests.faults.history.Intent.READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.faults.history.Books.Effect;
import io.plexica.itests.faults.history.Books.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Everything that the judge is there for, done on purpose: a suite that cannot fail proves nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckerTest {

    private static final String ACME = "acme";
    private static final String GLOBEX = "globex";

    private final List<Call> calls = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Set<String> attachments = new HashSet<>();
    private final Set<String> objects = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> stray = new HashSet<>();
    private long now;

    @Test
    void what_went_well_is_no_violation() {
        kept("a", 1);
        kept("b", 2);
        call("c", BREAK, 500, "plugin-error", 0);
        call("d", READ, 200, "", 2);
        call("e", POISON, 200, "", 3);
        rows.add(new Row("e", "thing", 3));
        dead.add("e");
        call("f", ATTACH, 200, "", 0);
        attachments.add("f");
        objects.add("f");

        assertThat(violations()).isEmpty();
    }

    @Test
    void a_change_that_was_acknowledged_and_is_lost() {
        call("a", KEEP, 200, "", 1);

        demand("acknowledged, and not there");
    }

    @Test
    void an_event_that_nobody_handled() {
        kept("a", 1);
        effects.clear();

        demand("never handled");
    }

    @Test
    void an_event_that_was_handled_twice() {
        kept("a", 1);
        effects.add(effects.get(0));

        demand("handled 2 times");
    }

    @Test
    void events_of_one_thing_that_were_handled_in_the_wrong_order() {
        kept("a", 1);
        kept("b", 2);
        effects.add(effects.remove(0));

        demand("handled out of order");
    }

    @Test
    void a_change_that_nobody_can_find() {
        kept("a", 1);
        hidden.add("a");

        demand("cannot be found");
    }

    @Test
    void something_is_found_that_never_was() {
        kept("a", 1);
        stray.add("b");

        demand("found and never committed");
    }

    @Test
    void events_of_different_things_have_no_order() {
        kept("a", 1);
        effects.add(0, new Effect("z", "other", 7, ACME, ACME));
        call("z", KEEP, 200, "", 1);
        rows.add(new Row("z", "other", 1));
        effects.set(0, new Effect("z", "other", 1, ACME, ACME));

        assertThat(violations()).isEmpty();
    }

    @Test
    void a_change_that_was_rolled_back_and_is_there() {
        call("a", BREAK, 500, "plugin-error", 0);
        rows.add(new Row("a", "thing", 1));
        effects.add(new Effect("a", "thing", 1, ACME, ACME));

        demand("rolled back, and there");
    }

    @Test
    void an_event_of_work_that_was_rolled_back() {
        call("a", BREAK, 500, "plugin-error", 0);
        effects.add(new Effect("a", "thing", 1, ACME, ACME));

        demand("handled and never committed");
    }

    @Test
    void a_change_that_was_refused_and_is_there() {
        excuse(KEEP);
        call("a", KEEP, 429, "rate-limited", 0);
        rows.add(new Row("a", "thing", 1));
        effects.add(new Effect("a", "thing", 1, ACME, ACME));

        demand("refused, and there");
    }

    @Test
    void of_a_change_whose_caller_knows_nothing_either_is_right() {
        excuse(KEEP);
        call("a", KEEP, 503, "unavailable", 0);
        call("b", KEEP, 503, "unavailable", 0);
        rows.add(new Row("b", "thing", 1));
        effects.add(new Effect("b", "thing", 1, ACME, ACME));

        assertThat(violations()).isEmpty();
    }

    @Test
    void an_effect_in_another_tenant() {
        kept("a", 1);
        effects.set(0, new Effect("a", "thing", 1, ACME, GLOBEX));

        demand("handled in another tenant");
    }

    @Test
    void a_row_that_another_tenant_asked_for() {
        kept("a", 1);
        calls.set(0, new Call("a", "one", GLOBEX, "thing", KEEP, 200, "", 1, 0, 1));

        demand("nobody of acme asked for");
    }

    @Test
    void a_gap_between_changes() {
        kept("a", 1);
        kept("c", 3);

        demand("change 2 is missing");
    }

    @Test
    void a_dead_letter_without_need_and_poison_that_is_none() {
        kept("a", 1);
        effects.clear();
        dead.add("a");
        call("b", POISON, 200, "", 2);
        rows.add(new Row("b", "thing", 2));

        assertThat(violations())
                .hasSize(2)
                .anyMatch(text -> text.contains("given up"))
                .anyMatch(text -> text.contains("is no dead letter"));
    }

    @Test
    void an_object_that_a_row_names_and_nobody_has() {
        call("a", ATTACH, 200, "", 0);
        attachments.add("a");

        demand("names an object that is not there");
    }

    @Test
    void an_attachment_that_was_acknowledged_and_is_lost() {
        call("a", ATTACH, 200, "", 0);

        demand("no row names its object");
    }

    @Test
    void a_failure_without_need_or_one_that_has_nothing_to_do_with_the_fault() {
        call("a", KEEP, 503, "unavailable", 0);
        demand("failed without need");

        excuse(ATTACH);
        demand("failed without need");
    }

    @Test
    void no_answer_where_the_node_was_there() {
        excuse(KEEP);
        call("a", KEEP, 0, "", 0);

        demand("failed without need");
    }

    @Test
    void the_word_of_a_web_server_that_there_is_nothing_while_its_node_starts() {
        windows.add(new Window("killed", Set.of("one"), Set.of(KEEP), true, 0, 100));
        call("a", KEEP, 404, "", 0);
        demand("refused in a wrong way");
    }

    @Test
    void a_refusal_that_only_another_fault_explains() {
        windows.add(new Window("clock", Set.of("one"), Set.of(KEEP), true, Set.of("unauthenticated"), 0, 100));
        call("a", KEEP, 401, "unauthenticated", 0);
        assertThat(violations()).isEmpty();

        call("b", KEEP, 403, "permission-denied", 0);
        demand("refused in a wrong way");
    }

    @Test
    void a_failure_in_time_with_a_code_that_promises_nothing() {
        excuse(KEEP);
        call("a", KEEP, 500, "internal-error", 0);

        demand("refused in a wrong way");
    }

    @Test
    void a_call_that_took_too_long() {
        calls.add(new Call("a", "one", ACME, "thing", READ, 200, "", 0, 0, TimeUnit.SECONDS.toNanos(30)));

        demand("took too long");
    }

    @Test
    void a_value_older_than_what_the_node_had_acknowledged() {
        kept("a", 1);
        kept("b", 2);
        call("c", READ, 200, "", 1);

        demand("read change 1 after 2");
    }

    @Test
    void a_value_that_never_was() {
        kept("a", 1);
        call("b", READ, 200, "", 2);

        demand("which never was");
    }

    private void kept(String op, long version) {
        call(op, KEEP, 200, "", version);
        rows.add(new Row(op, "thing", version));
        effects.add(new Effect(op, "thing", version, ACME, ACME));
    }

    private void call(String op, Intent intent, int status, String code, long version) {
        now += 2;
        calls.add(new Call(op, "one", ACME, "thing", intent, status, code, version, now, now + 1));
    }

    private void excuse(Intent intent) {
        windows.add(new Window("fault", Set.of("one"), Set.of(intent), false, 0, Long.MAX_VALUE / 2));
    }

    private void demand(String words) {
        assertThat(violations()).singleElement().asString().contains(words);
    }

    private List<String> violations() {
        Set<String> documents = rows.stream().map(Row::op).collect(Collectors.toCollection(HashSet::new));
        documents.removeAll(hidden);
        documents.addAll(stray);
        return Checker.violations(
                new Story(calls, windows),
                List.of(new Books(ACME, rows, attachments, objects, documents, effects, dead)));
    }
}

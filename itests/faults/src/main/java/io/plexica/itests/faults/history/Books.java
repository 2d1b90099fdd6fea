package io.plexica.itests.faults.history;

import java.util.List;
import java.util.Set;

/**
 * What a tenant's tables say once all is quiet.
 *
 * @param tenant whose they are
 * @param rows changes of things, in the order of their numbers
 * @param attachments calls of which a row names an object
 * @param objects calls whose object is there, as it was sent
 * @param documents changes that are found
 * @param effects what the handler did, in the order in which it did it
 * @param dead calls whose event is a dead letter
 */
public record Books(
        String tenant,
        List<Row> rows,
        Set<String> attachments,
        Set<String> objects,
        Set<String> documents,
        List<Effect> effects,
        Set<String> dead) {

    public Books {
        rows = List.copyOf(rows);
        attachments = Set.copyOf(attachments);
        objects = Set.copyOf(objects);
        documents = Set.copyOf(documents);
        effects = List.copyOf(effects);
        dead = Set.copyOf(dead);
    }

    /**
     * A change that was committed.
     *
     * @param op the call that made it
     * @param version which change of the thing it was
     */
    public record Row(String op, String thing, long version) {}

    /**
     * An event that was handled.
     *
     * @param tenant in whose context
     * @param from the tenant that the event itself names
     */
    public record Effect(String op, String thing, long version, String tenant, String from) {}
}

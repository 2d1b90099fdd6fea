package io.plexica.tenancy.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of making or removing one tenant.
 *
 * @param reason why it is being undone; null while it is not
 * @param steps in the order in which they run
 */
record Saga(
        UUID id,
        UUID tenantId,
        String slug,
        Kind kind,
        Status status,
        @Nullable String reason,
        List<Step> steps) {

    enum Kind {
        CREATE,
        DELETE
    }

    enum Status {
        RUNNING,
        UNDOING,
        SUCCEEDED,
        FAILED
    }

    enum StepStatus {
        PENDING,
        RUNNING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE
    }

    /** One step as recorded. */
    record Step(int position, String name, StepStatus status) {}

    Saga {
        steps = List.copyOf(steps);
    }

    /** A record of steps that have not begun. */
    static Saga planned(UUID tenantId, String slug, Kind kind, List<String> names) {
        List<Step> steps = new ArrayList<>();
        for (String name : names) {
            steps.add(new Step(steps.size(), name, StepStatus.PENDING));
        }
        return new Saga(UUID.randomUUID(), tenantId, slug, kind, Status.RUNNING, null, steps);
    }

    /** The steps that removing a tenant undoes: those configured now and those by which it was made, last first. */
    static List<String> toRemove(List<String> configured, List<String> recorded) {
        List<String> names = new ArrayList<>(recorded);
        for (String name : configured) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        Collections.reverse(names);
        return names;
    }

    /** What is still to do. */
    List<Step> pending() {
        return steps.stream().filter(step -> step.status() != StepStatus.DONE).toList();
    }

    /** What has to be undone, last first: everything that may have left something behind. */
    List<Step> toUndo() {
        List<Step> begun = new ArrayList<>(steps.stream()
                .filter(step -> step.status() != StepStatus.PENDING && step.status() != StepStatus.UNDONE)
                .toList());
        Collections.reverse(begun);
        return begun;
    }

    List<String> names() {
        return steps.stream().map(Step::name).toList();
    }
}

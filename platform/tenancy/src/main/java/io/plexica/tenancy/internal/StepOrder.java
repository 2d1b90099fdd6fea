package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.tenancy.internal.Saga.Step;
import io.plexica.tenancy.internal.Saga.StepStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which steps of a saga may run when. For one thread. */
final class StepOrder {

    private final List<Step> all;
    private final List<Step> waiting;
    private final Set<String> done = new HashSet<>();
    private final Function<String, ProvisioningStep> participants;

    StepOrder(List<Step> steps, Function<String, ProvisioningStep> participants) {
        this.all = steps;
        this.participants = participants;
        this.waiting = new ArrayList<>(
                steps.stream().filter(step -> step.status() != StepStatus.DONE).toList());
        steps.stream().filter(step -> step.status() == StepStatus.DONE).forEach(step -> done.add(step.name()));
    }

    /** Takes the steps for which nothing has to be waited any more. */
    List<Step> takeReady() {
        List<Step> ready =
                waiting.stream().filter(step -> done.containsAll(needs(step))).toList();
        waiting.removeAll(ready);
        return ready;
    }

    void done(Step step) {
        done.add(step.name());
    }

    /** What is left; nothing, unless steps wait for each other or for one that failed. */
    List<String> waiting() {
        return waiting.stream().map(Step::name).toList();
    }

    private List<String> needs(Step step) {
        List<String> before = all.stream()
                .filter(other -> other.position() < step.position())
                .map(Step::name)
                .toList();
        return participants
                .apply(step.name())
                .needs()
                .map(names -> all.stream()
                        .map(Step::name)
                        .filter(names::contains)
                        .filter(name -> !name.equals(step.name()))
                        .toList())
                .orElse(before);
    }
}

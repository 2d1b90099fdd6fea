package io.plexica.tenancy.internal.rest;

import io.plexica.spi.operations.Operations;
import io.plexica.tenancy.internal.Progress;

/** Tells the watchers of an operation about the steps of a saga. Safe for all threads: steps run beside each other. */
final class StepProgress implements Progress {

    private final Operations.Progress operation;
    private final int steps;
    private int done;

    StepProgress(Operations.Progress operation, int steps) {
        this.operation = operation;
        this.steps = Math.max(1, steps);
    }

    @Override
    public synchronized void step(String step, Event event) {
        if (event == Event.DONE) {
            done++;
        }
        operation.report(Math.min(99, done * 100 / steps), step, message(step, event));
    }

    private static String message(String step, Event event) {
        return switch (event) {
            case BEGUN -> "The step " + step + " has begun";
            case DONE -> "The step " + step + " is done";
            case FAILED -> "The step " + step + " failed; what was done is being undone";
            case UNDONE -> "The step " + step + " is undone";
        };
    }
}

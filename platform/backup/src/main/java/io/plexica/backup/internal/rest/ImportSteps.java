package io.plexica.backup.internal.rest;

import io.plexica.spi.operations.Operations;
import java.util.function.Consumer;

/** Tells the watchers of an import which steps are done. Safe for all threads: steps run beside each other. */
final class ImportSteps implements Consumer<String> {

    private final Operations.Progress progress;
    private final int steps;
    private int done;

    ImportSteps(Operations.Progress progress, int steps) {
        this.progress = progress;
        this.steps = steps;
    }

    @Override
    public synchronized void accept(String step) {
        done++;
        progress.report(Math.min(99, done * 100 / steps), step, "The step " + step + " is done");
    }
}

package io.plexica.tenancy.internal.shell;

import io.plexica.tenancy.internal.Progress;
import java.io.PrintStream;

/** Prints a line for each step that has ended. */
final class ConsoleProgress implements Progress {

    private final PrintStream out;
    private volatile long begun;

    ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void step(String step, Event event) {
        if (event == Event.BEGUN) {
            begun = System.nanoTime();
            return;
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        String word = switch (event) {
            case BEGUN, DONE -> "done";
            case FAILED -> "FAILED";
            case UNDONE -> "undone";
        };
        out.printf("  %-12s %-7s %6d ms%n", step, word, millis);
        out.flush();
    }
}

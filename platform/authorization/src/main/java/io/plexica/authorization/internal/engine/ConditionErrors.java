package io.plexica.authorization.internal.engine;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a condition, each with the place as a JSON pointer. For one thread. */
public final class ConditionErrors {

    private static final int ENOUGH = 100;

    private final List<Flaw> found = new ArrayList<>();

    /** Notes something wrong; beyond a hundred it only counts that there is. */
    void add(String pointer, String message) {
        if (found.size() < ENOUGH) {
            found.add(new Flaw(pointer, message));
        }
    }

    /** What is wrong; empty when all is well. */
    public List<Flaw> found() {
        return List.copyOf(found);
    }

    /** Something wrong at a place. */
    public record Flaw(String pointer, String message) {}
}

package io.plexica.operations.internal;

import org.jspecify.annotations.Nullable;

/** How far an operation is. */
record State(int progress, @Nullable String step, @Nullable String message) {

    static final State BEGINNING = new State(0, null, null);
    private static final int LONGEST_STEP = 100;
    private static final int LONGEST_MESSAGE = 1_000;

    /** Further on; progress never falls, whatever the work says. */
    State next(int percent, String newStep, @Nullable String newMessage) {
        return new State(
                Math.max(progress, Math.min(100, percent)),
                shortened(newStep, LONGEST_STEP),
                newMessage == null ? null : shortened(newMessage, LONGEST_MESSAGE));
    }

    private static String shortened(String text, int longest) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}

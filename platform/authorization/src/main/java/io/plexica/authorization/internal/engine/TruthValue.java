package io.plexica.authorization.internal.engine;

/** What a condition comes to, in Kleene's logic of three values. */
public enum TruthValue {
    TRUE,
    FALSE,
    UNKNOWN;

    /** TRUE or FALSE. */
    static TruthValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    TruthValue not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}

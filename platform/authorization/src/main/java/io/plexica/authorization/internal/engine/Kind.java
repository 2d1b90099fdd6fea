package io.plexica.authorization.internal.engine;

/** What a value is; the attributes that the platform itself knows have one each. */
public enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    INSTANT("a moment such as 2026-11-20T08:00:00Z"),
    LIST("a list of texts");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }
}

package io.plexica.api.search;

/** What a field of a document is for. */
public enum FieldKind {

    /** Text that is searched, and counts more than other text: what people call the thing. */
    TITLE,

    /** Text that is searched. */
    TEXT,

    /** A text, or a list of texts, that is compared as it is: to narrow a search, and to sort. */
    KEYWORD,

    /** A {@link Number}: to narrow a search, and to sort. */
    NUMBER,

    /** An {@link java.time.Instant}: to narrow a search, and to sort; kept to the millisecond. */
    MOMENT
}

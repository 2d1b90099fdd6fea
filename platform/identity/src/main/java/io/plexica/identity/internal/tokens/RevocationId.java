package io.plexica.identity.internal.tokens;

/**
 * What can be revoked.
 *
 * @param realm where it is from; empty for API keys
 * @param value its id there
 */
record RevocationId(Kind kind, String realm, String value) {

    /** What the table tells apart. */
    enum Kind {
        /** A sign-in with all its tokens. */
        SESSION,
        /** A single token. */
        TOKEN,
        /** Everything that was issued to somebody before a moment. */
        USER,
        /** An API key: what is remembered of it is no longer true. */
        API_KEY,
        /** A logout token that has been heeded. */
        LOGOUT
    }
}

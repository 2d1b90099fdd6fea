package io.plexica.plugins.internal.preview;

import io.plexica.api.problem.PlexicaException;
import org.jspecify.annotations.Nullable;

/** The state on which a caller's wish is based, if the caller says so: the header {@code If-Match}. */
public final class ExpectedState {

    /** For callers who take whatever is there. */
    public static final ExpectedState ANY = new ExpectedState(null);

    private final @Nullable String hash;

    private ExpectedState(@Nullable String hash) {
        this.hash = hash;
    }

    /** Reads the header: the hash of a preview, in quotes or without. */
    public static ExpectedState of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        String text = header.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return new ExpectedState(quoted ? text.substring(1, text.length() - 1) : text);
    }

    /** Whether the caller takes whatever is there. */
    public boolean isAny() {
        return hash == null;
    }

    /**
     * Demands that nothing has changed since the preview.
     *
     * @throws PlexicaException {@code conflict} ({@code state-moved})
     */
    public void require(String actual) {
        if (hash != null && !hash.equals(actual)) {
            throw PlexicaException.conflict(
                    "state-moved", "Something has changed since the preview: look at a new one and decide again");
        }
    }
}

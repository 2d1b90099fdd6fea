package io.plexica.authorization.internal.rest;

import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.check.Ids;
import java.util.UUID;

/** Reads what stands in paths. */
final class Paths {

    private Paths() {}

    /** The id; what is none names nothing. */
    static UUID id(String text) {
        return Ids.read(text).orElseThrow(() -> PlexicaException.notFound("There is nothing with the id " + text));
    }
}

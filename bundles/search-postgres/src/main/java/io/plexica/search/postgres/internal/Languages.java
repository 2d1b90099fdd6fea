package io.plexica.search.postgres.internal;

import java.util.Map;
import java.util.Optional;

/** The languages whose forms of words PostgreSQL knows, by their names there. */
final class Languages {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ar", "arabic"),
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("el", "greek"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("hu", "hungarian"),
            Map.entry("it", "italian"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ro", "romanian"),
            Map.entry("ru", "russian"),
            Map.entry("sv", "swedish"),
            Map.entry("tr", "turkish"));

    private Languages() {}

    /** The configuration of a language, as it stands in SQL; empty for one that is not known. */
    static Optional<String> of(String code) {
        return Optional.ofNullable(NAMES.get(code)).map(name -> "'pg_catalog." + name + "'");
    }
}

package io.plexica.search.opensearch.internal;

import java.util.Map;

/** The languages whose forms of words the server knows, by the names of their analyzers. */
final class Languages {

    static final Map<String, String> ANALYZERS = Map.ofEntries(
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

    static boolean isKnown(String code) {
        return ANALYZERS.containsKey(code);
    }
}

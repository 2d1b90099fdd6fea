package io.plexica.spi.search;

import java.util.Map;

/**
 * The languages whose forms of words all engines know, so that the same is found whichever of them is there. Engines call them by
 * the same names in English.
 */
public final class Languages {

    /** The names by the codes. */
    public static final Map<String, String> NAMES = Map.ofEntries(
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

    /** Whether forms of its words are known. */
    public static boolean isKnown(String code) {
        return NAMES.containsKey(code);
    }
}

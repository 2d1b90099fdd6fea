package io.plexica.plugins.internal.publish;

import io.plexica.plugins.internal.check.Candidate;
import java.util.List;
import java.util.Map;

/** Knows what tenants have against other bytes of the snapshot that they are on. */
public interface Replacements {

    /**
     * What stands against bytes that would take the place of others, as it would against an upgrade; looks only.
     *
     * @param loader loads the classes and files of the bytes
     * @return sentences, each after its reason, by the slugs of the tenants; empty when all can have them
     */
    Map<String, List<String>> problems(Candidate candidate, ClassLoader loader);

    /** What is said of one tenant, where it is told for all. */
    static String in(String slug, String sentence) {
        return sentence + " (in the tenant " + slug + ")";
    }
}

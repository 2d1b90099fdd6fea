package io.plexica.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What follows from a name. */
public final class Names {

    /** The workspace in which everybody begins. */
    public static final String DEFAULT_WORKSPACE = "default";

    private Names() {}

    /** The id of a tenant's workspace. */
    public static UUID workspace(String tenant, String slug) {
        return id("workspace", tenant + "/" + slug);
    }

    /** The id of the thing with this name, the same in every run. */
    public static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** A name for people. */
    public static String title(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
    }

    /** Whether a granted permission covers a key. A star stands for whole segments, and at the end for all that follow. */
    public static boolean covers(String granted, String key) {
        String[] patterns = granted.split(":");
        String[] segments = key.split(":");
        for (int i = 0; i < patterns.length; i++) {
            if (i >= segments.length || !(patterns[i].equals("*") || patterns[i].equals(segments[i]))) {
                return false;
            }
        }
        return patterns.length == segments.length || patterns[patterns.length - 1].equals("*");
    }
}

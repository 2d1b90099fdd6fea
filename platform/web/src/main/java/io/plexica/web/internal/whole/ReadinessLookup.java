package io.plexica.web.internal.whole;

/** Tells whether this node should get traffic. Looked up when that matters, by those whose state it tells. */
@FunctionalInterface
public interface ReadinessLookup {

    /** Whether all parts that are needed are well, as of a second ago at most. Blocks for two seconds at most. */
    boolean isReady();
}

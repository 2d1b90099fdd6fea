package io.plexica.plugins.internal.archive;

import java.util.List;
import java.util.Set;

/**
 * What the checks need to know of a class.
 *
 * @param name its binary name
 * @param superName its superclass
 * @param annotations binary names of the annotations on it
 * @param sharedGenerators members whose identifiers would come from a sequence or table that tenants share
 * @param javaVersion the release of Java it was compiled for
 * @param forbiddenCalls methods of the virtual machine that it refers to and that no plugin may call
 * @param demanded the permissions that its guards, and those of its methods, ask for
 * @param hidden methods that are marked to answer calls and that are not public, so that nobody would call them
 * @param makeable whether it is public, not abstract, and has a public constructor
 */
public record ClassFacts(
        String name,
        String superName,
        Set<String> annotations,
        List<String> sharedGenerators,
        int javaVersion,
        List<String> forbiddenCalls,
        Set<String> demanded,
        List<String> hidden,
        boolean makeable) {

    private static final Set<String> PERSISTENT = Set.of(
            "javax.persistence.Entity",
            "javax.persistence.Embeddable",
            "javax.persistence.MappedSuperclass",
            "javax.persistence.Converter");

    public ClassFacts {
        annotations = Set.copyOf(annotations);
        sharedGenerators = List.copyOf(sharedGenerators);
        forbiddenCalls = List.copyOf(forbiddenCalls);
        demanded = Set.copyOf(demanded);
        hidden = List.copyOf(hidden);
    }

    /** The package it lives in; empty for none. */
    public String packageName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Whether it belongs into the plugin's persistence unit. */
    public boolean isPersistent() {
        return annotations.stream().anyMatch(PERSISTENT::contains);
    }
}

package io.plexica.authorization.internal.engine;

/** Of what an attribute tells. */
public enum Root {
    USER,
    RESOURCE,
    WORKSPACE,
    ENVIRONMENT
}

package io.plexica.authorization.internal.engine;

/** Of what an attribute tells. */
public enum AttributeRoot {
    USER,
    RESOURCE,
    WORKSPACE,
    ENVIRONMENT
}

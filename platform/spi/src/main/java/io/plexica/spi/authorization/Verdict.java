package io.plexica.spi.authorization;

/** What a permission comes to before the resource is known. */
public enum Verdict {
    /** Allowed, whatever the resource. */
    ALLOW,
    /** Denied, whatever the resource. */
    DENY,
    /** It depends on the resource: the method must ask again with {@code RequestContext.check} or {@code filter}. */
    OPEN
}

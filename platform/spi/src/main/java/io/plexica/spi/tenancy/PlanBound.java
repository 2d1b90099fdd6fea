package io.plexica.spi.tenancy;

import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that a tenant may have or do only so much of, by its plan. Whoever bounds it registers this as a service, so that
 * operators see what a plan is worth. Asked on any thread, answered from memory.
 */
@ConsumerType
public interface PlanBound {

    /** What is bounded, and in what it is counted, such as {@code storageBytes}; the same at all times. */
    String bounded();

    /** The most of it; empty where there is no bound. */
    OptionalLong ofPlan(String plan);
}

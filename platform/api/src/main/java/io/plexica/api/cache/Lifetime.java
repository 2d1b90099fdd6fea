package io.plexica.api.cache;

import java.time.Duration;

/** How long things are commonly remembered, by what they are. */
public enum Lifetime {

    /** What is worked out for an answer: 1 minute. */
    ANSWER(1),

    /** Lists that change with the data they come from: 5 minutes. */
    LIST(5),

    /** What somebody may do: 5 minutes. */
    RIGHTS(5),

    /** Who somebody is: 15 minutes. */
    PROFILE(15),

    /** How a tenant has set things: 30 minutes. */
    SETTINGS(30),

    /** What there is to choose from, and hardly ever changes: 1 hour. */
    CATALOGUE(60);

    private final Duration duration;

    Lifetime(int minutes) {
        this.duration = Duration.ofMinutes(minutes);
    }

    /** The time itself. */
    public Duration duration() {
        return duration;
    }
}

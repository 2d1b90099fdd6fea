package io.plexica.events.internal.outbox;

import java.util.UUID;

/**
 * Identifiers of events: a UUID that begins with the time (version 7), so that new ones lie next to each other in the outbox's
 * index, however many it holds.
 */
final class EventId {

    private static final long TIME = 0xffff_ffff_ffffL;

    private EventId() {}

    static UUID next() {
        UUID random = UUID.randomUUID();
        long begin = (System.currentTimeMillis() & TIME) << 16 | 0x7000 | (random.getMostSignificantBits() & 0xfff);
        return new UUID(begin, random.getLeastSignificantBits());
    }
}

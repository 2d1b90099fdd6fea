package io.plexica.web.internal.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.problem.ProblemLog;
import io.plexica.web.internal.rooms.Rooms;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * Lets the audit log know who tried to change what they may not: what a method itself refuses, its room records, but to whom the
 * guards refuse it nobody else looks. Once a minute for each person and method, so that nobody fills the log. Safe for all threads.
 */
public final class RefusedAttempts {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_PATH = 300;

    private final Rooms rooms;
    private final Cache<Attempt, Boolean> told;

    private record Attempt(UUID caller, String route) {}

    public RefusedAttempts(Rooms rooms) {
        this(rooms, Ticker.systemTicker());
    }

    RefusedAttempts(Rooms rooms, Ticker ticker) {
        this.rooms = rooms;
        this.told = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(PAUSE)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Notes that a call was refused, where it is one that changes something and its caller is known and lacks the right. */
    void note(Call call, PlexicaException refusal) {
        Principal caller = call.context().principal();
        AuditLog audit = rooms.audit();
        if (caller == null
                || audit == null
                || refusal.code() != ErrorCode.PERMISSION_DENIED
                || READING.contains(call.method())
                || told.asMap().putIfAbsent(new Attempt(caller.id(), call.matched()), true) != null) {
            return;
        }
        Tenant tenant = call.context().tenant();
        String path = ProblemLog.masked(call.pathOnSite());
        String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
        audit.recordFailure(
                tenant == null ? null : tenant.slug(),
                "core.call.refused",
                "call",
                call.method() + " " + shown,
                refusal.detail());
    }
}

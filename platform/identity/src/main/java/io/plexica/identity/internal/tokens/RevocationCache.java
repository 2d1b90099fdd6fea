package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.tokens.RevocationId.Kind;
import io.plexica.identity.internal.tokens.RevocationRows.Row;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this node knows to be dead. It only ever grows, but for what has expired by itself. Safe for all threads. */
final class RevocationCache {

    private final Map<RevocationId, Row> rows = new ConcurrentHashMap<>();

    void add(Row row) {
        rows.merge(row.id(), row, RevocationCache::both);
    }

    void forgetExpired(Instant now) {
        rows.values().removeIf(row -> now.isAfter(row.until()));
    }

    boolean isDead(TokenLineage descent) {
        return rows.containsKey(descent.session())
                || descent.token() != null && rows.containsKey(descent.token())
                || isBefore(descent.issuedAt(), rows.get(descent.user()));
    }

    private static boolean isBefore(Instant issued, @Nullable Row user) {
        return user != null && user.notBefore() != null && issued.isBefore(user.notBefore());
    }

    private static Row both(Row one, Row other) {
        return new Row(
                one.id(),
                later(one.until(), other.until()),
                one.id().kind() == Kind.USER ? later(one.notBefore(), other.notBefore()) : null);
    }

    private static Instant later(@Nullable Instant one, @Nullable Instant other) {
        Instant first = one == null ? Instant.MIN : one;
        return other == null || first.isAfter(other) ? first : other;
    }
}

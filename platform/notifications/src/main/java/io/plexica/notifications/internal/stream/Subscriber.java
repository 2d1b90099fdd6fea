package io.plexica.notifications.internal.stream;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.stream.News;
import io.plexica.spi.web.EventStream.Sink;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reader of one channel. Safe for all threads. */
final class Subscriber {

    private final UUID user;
    private final Sink sink;
    private volatile ExecutionContext reader;
    private RightsView rights;

    Subscriber(UUID user, ExecutionContext reader, Sink sink) {
        this.user = user;
        this.sink = sink;
        this.reader = reader;
        this.rights = RightsView.of(reader);
    }

    UUID user() {
        return user;
    }

    /** Tells news, unless they are none of this reader's business. */
    void tell(EventId id, News news) {
        ExecutionContext as = reader;
        Object told;
        try (Contexts.Scope scope = Contexts.open(as)) {
            told = news.told().to(as);
        }
        if (told != null) {
            sink.send(news.event(), id.toString(), told);
        }
    }

    /** Says where the reader is, and nothing else. */
    void say(String event, EventId id) {
        sink.send(event, id.toString(), Map.of());
    }

    void sayRights(EventId id) {
        sink.send("rights", id.toString(), rights());
    }

    /** The reader was judged again; whether the rights are others than before. */
    boolean judged(ExecutionContext now) {
        boolean same = now.grants() == reader.grants()
                && now.workspaceRole() == reader.workspaceRole()
                && same(now.workspace() == null ? null : now.workspace().id());
        reader = now;
        return !same && changed(RightsView.of(now));
    }

    void end() {
        sink.end();
    }

    private boolean same(@Nullable UUID workspace) {
        UUID before = reader.workspace() == null ? null : reader.workspace().id();
        return workspace == null ? before == null : workspace.equals(before);
    }

    private synchronized RightsView rights() {
        return rights;
    }

    private synchronized boolean changed(RightsView now) {
        boolean changed = !rights.equals(now);
        rights = now;
        return changed;
    }
}

package io.plexica.search.internal;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.DocumentType;
import io.plexica.api.search.SearchDocument;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.search.Reindexers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A plugin that tells its documents, one a page, once it has some; and does something in between. */
public final class Told implements Reindexers {

    private final Map<UUID, List<SearchDocument>> documents = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<DocumentType> types = new CopyOnWriteArrayList<>();
    private volatile Runnable meanwhile = () -> {};

    public void add(UUID workspace, String id, String name) {
        types.addIfAbsent(World.CONTACT);
        documents
                .computeIfAbsent(workspace, any -> new CopyOnWriteArrayList<>())
                .add(SearchDocument.of(id).with("name", name));
    }

    /** Does this whenever a page has been read, and before it is written. */
    public void meanwhile(Runnable work) {
        meanwhile = work;
    }

    @Override
    public List<DocumentType> types(String pluginId) {
        return types;
    }

    @Override
    public DocumentPage page(String pluginId, DocumentType type, @Nullable String after, int size, Duration limit) {
        WorkspaceInfo workspace = Contexts.require().workspace();
        List<SearchDocument> mine = workspace == null ? List.of() : documents.getOrDefault(workspace.id(), List.of());
        int at = after == null ? 0 : Integer.parseInt(after);
        DocumentPage page = at < mine.size()
                ? new DocumentPage(List.of(mine.get(at)), Integer.toString(at + 1))
                : new DocumentPage(List.of(), null);
        meanwhile.run();
        return page;
    }
}

package io.plexica.search.postgres.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.Entry;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Documents in a table of each tenant, written in the unit of work of whoever changes them. All indexes of a tenant lie in
 * its one table, and go with its schema. Safe for all threads.
 */
@Component(property = SearchEngine.ENGINE + "=postgres")
public final class PostgresEngine implements SearchEngine {

    private final Database database;

    /** Works in this database. */
    @Activate
    public PostgresEngine(
            @Reference Database database,
            @Reference(target = "(plexica.room=search-postgres)") SchemaReady schemaReady) {
        this(database);
    }

    PostgresEngine(Database database) {
        this.database = database;
    }

    @Override
    public boolean joinsUnitOfWork() {
        return true;
    }

    @Override
    public List<Refused> write(IndexRef index, boolean settled, List<Entry> entries) {
        database.tenant(index.tenantSlug(), connection -> {
            Documents documents = new Documents(connection, index);
            for (Entry entry : entries) {
                if (entry.body() != null) {
                    documents.put(entry, entry.body());
                } else if (settled) {
                    documents.delete(entry);
                } else {
                    documents.trace(entry);
                }
            }
            return entries.size();
        });
        return List.of();
    }

    @Override
    public Found search(IndexRef index, EngineQuery query) {
        return database.tenant(index.tenantSlug(), connection -> new Lookup(index, query).in(connection));
    }

    @Override
    public long count(IndexRef index) {
        return database.tenant(index.tenantSlug(), connection -> new Documents(connection, index).count());
    }

    @Override
    public void settle(IndexRef index) {
        database.tenant(index.tenantSlug(), connection -> new Documents(connection, index).deleteTraces());
    }

    @Override
    public void drop(IndexRef index) {
        database.tenant(index.tenantSlug(), connection -> new Documents(connection, index).deleteAll());
    }

    @Override
    public List<IndexRef> indexes(String tenantSlug) {
        return database.tenant(tenantSlug, connection -> Documents.indexes(connection, tenantSlug));
    }

    /** Nothing is left of a tenant whose schema is gone. */
    @Override
    public List<String> tenants() {
        return List.of();
    }

    /** Whether the database is there is told by itself. */
    @Override
    public void check() {}
}

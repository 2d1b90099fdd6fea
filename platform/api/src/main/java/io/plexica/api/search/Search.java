package io.plexica.api.search;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The calling plugin's documents in the current tenant. Nobody finds those of another tenant or plugin. A service of bundle
 * scope: inject it with {@code @Reference}.
 *
 * <p><b>Part of the unit of work.</b> What is written here is found once the current unit of work has committed, at once or
 * within a second or two as the platform's engine has it, and never when it rolls back. The engine being away delays what is
 * found and fails no write.
 *
 * <p><b>Rights.</b> A search knows the tenant and the workspace, and nothing of permissions: the endpoint that answers with
 * hits asks for them. Where policies read resources, load what was found and {@code filter} it.
 *
 * <p>Needs a tenant, and a workspace for types that belong to one. What is not valid fails with {@code validation-failed},
 * with all errors; a search while the engine cannot be reached, with {@code unavailable}. Safe for all threads.
 */
@ProviderType
public interface Search {

    /** Writes a document, in the place of the one with its id. */
    void index(DocumentType type, SearchDocument document);

    /** Removes a document; nothing happens when there is none. */
    void remove(DocumentType type, String id);

    /** Looks for documents of a type. */
    SearchPage search(DocumentType type, SearchQuery query);
}

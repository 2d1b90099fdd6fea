package io.plexica.tenancy.internal.workspaces;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The workspaces of tenants, as REST and the shell use them; who may do it has been asked before. Safe for all threads. */
@Component(service = WorkspaceService.class)
public final class WorkspaceService {

    private static final String CREATED = "core.workspace.created";
    private static final String DELETED = "core.workspace.deleted";

    private final Changes changes;
    private final WorkspaceListeners listeners;

    @Activate
    public WorkspaceService(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference MembershipCache places,
            @Reference WorkspaceListeners listeners) {
        this.changes = new Changes(database, audit, places);
        this.listeners = listeners;
    }

    /**
     * A page of the workspaces.
     *
     * @param member only those that this user belongs to; null for all
     */
    public Page<WorkspaceRow> list(String tenant, @Nullable UUID member, PageQuery paging) {
        return changes.read(tenant, connection -> WorkspaceStore.page(connection, member, paging));
    }

    /** One workspace. */
    public WorkspaceRow get(String tenant, UUID id) {
        return changes.read(tenant, connection -> WorkspaceStore.find(connection, id))
                .orElseThrow(Changes::notFound);
    }

    /** One workspace by its slug. */
    public WorkspaceRow get(String tenant, String slug) {
        return changes.read(tenant, connection -> WorkspaceStore.find(connection, slug))
                .orElseThrow(() -> PlexicaException.notFound("There is no workspace " + slug));
    }

    /** Makes a workspace, of which nobody is a member yet. */
    public WorkspaceRow create(String tenant, @Nullable WorkspaceBody body) {
        WorkspaceBody wanted = present(body).checked();
        String slug = String.valueOf(wanted.slug());
        return changes.make(tenant, CREATED, slug, () -> {
            WorkspaceRow row = changes.read(tenant, connection -> WorkspaceStore.insert(connection, slug, wanted))
                    .orElseThrow(() -> PlexicaException.conflict(
                            "slug-taken", "another workspace has the slug " + slug + ": choose another"));
            changes.record(tenant, CREATED, row.id(), null, WorkspaceJson.of(row));
            return row;
        });
    }

    /** Gives a workspace these values. */
    public WorkspaceRow replace(String tenant, UUID id, @Nullable WorkspaceBody body, IfMatch condition) {
        WorkspaceBody wanted = present(body);
        return change(tenant, id, condition, row -> wanted.checkedFor(row).onto(row));
    }

    /** Changes a workspace after a JSON merge patch. */
    public WorkspaceRow edit(String tenant, UUID id, @Nullable JsonNode patch, IfMatch condition) {
        WorkspacePatch wanted = WorkspacePatch.of(patch);
        return change(
                tenant, id, condition, row -> wanted.onto(row).checkedFor(row).onto(row));
    }

    /**
     * Removes a workspace with its members.
     *
     * @param force also with all that other rooms keep of it
     */
    public void delete(String tenant, UUID id, boolean force, IfMatch condition) {
        changes.make(tenant, DELETED, id.toString(), () -> {
            WorkspaceRow row = changes.lock(tenant, id);
            condition.require(row.version());
            refuseDefault(row);
            if (!force) {
                refuseDependants(tenant, row);
            }
            listeners.removed(tenant, id);
            changes.record(tenant, DELETED, id, WorkspaceJson.of(row), null);
            return changes.read(tenant, connection -> WorkspaceStore.delete(connection, id));
        });
    }

    private WorkspaceRow change(String tenant, UUID id, IfMatch condition, UnaryOperator<WorkspaceRow> edit) {
        return changes.make(tenant, "core.workspace.updated", id.toString(), () -> {
            WorkspaceRow before = changes.lock(tenant, id);
            condition.require(before.version());
            WorkspaceRow wanted = edit.apply(before);
            if (WorkspaceJson.of(wanted).equals(WorkspaceJson.of(before))) {
                return before;
            }
            WorkspaceRow after = changes.read(tenant, connection -> WorkspaceStore.save(connection, wanted));
            changes.record(tenant, "core.workspace.updated", id, WorkspaceJson.of(before), WorkspaceJson.of(after));
            return after;
        });
    }

    private static void refuseDefault(WorkspaceRow row) {
        if (row.isDefault()) {
            throw PlexicaException.conflict(
                    "default-workspace", "everybody works there who names no other, so it stays");
        }
    }

    private void refuseDependants(String tenant, WorkspaceRow row) {
        List<String> lost = listeners.dependants(tenant, row.id());
        if (!lost.isEmpty()) {
            throw PlexicaException.conflict(
                            "dependants",
                            "with the workspace " + row.slug() + " all this would be lost: " + String.join(", ", lost)
                                    + ". Move it elsewhere, or repeat with ?force=true to lose it")
                    .with("dependants", lost);
        }
    }

    private static WorkspaceBody present(@Nullable WorkspaceBody body) {
        if (body == null) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object"));
        }
        return body;
    }
}

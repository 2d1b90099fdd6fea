package io.plexica.authorization.internal.policies;

import static io.plexica.authorization.internal.grants.AuditedChanges.CREATED;
import static io.plexica.authorization.internal.grants.AuditedChanges.DELETED;
import static io.plexica.authorization.internal.grants.AuditedChanges.UPDATED;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.body.MergePatch;
import io.plexica.authorization.internal.grants.AuditedChanges;
import io.plexica.authorization.internal.grants.GrantChanges;
import io.plexica.authorization.internal.grants.Granting;
import io.plexica.authorization.internal.store.PermissionRows;
import io.plexica.authorization.internal.store.PolicyRows;
import io.plexica.authorization.internal.store.StoredPolicy;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.web.IfMatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The policies of tenants. Who writes one must hold what it concerns, since taking a policy away gives rights too. */
@Component(service = PolicyService.class)
public final class PolicyService {

    private static final int MOST_POLICIES = 1_000;

    private final GrantChanges changes;
    private final AuditedChanges attempts;

    @Activate
    public PolicyService(@Reference GrantChanges changes, @Reference AuditLog audit) {
        this.changes = changes;
        this.attempts = new AuditedChanges(changes, audit, "policy");
    }

    public Page<StoredPolicy> list(String tenantSlug, PageQuery paging) {
        return changes.read(tenantSlug, connection -> PolicyRows.list(connection, paging));
    }

    public StoredPolicy get(String tenantSlug, UUID id) {
        return changes.read(tenantSlug, connection -> find(connection, id));
    }

    /** Writes a policy of this author. */
    public StoredPolicy create(String tenantSlug, @Nullable JsonNode body, Author author) {
        return attempts.make(tenantSlug, CREATED, Bodies.name(body), connection -> {
            PolicyDraft draft = PolicyDraft.read(body, null, PermissionRows.keys(connection));
            author.require(draft.source());
            Granting.require(List.of(draft.rule().permission()));
            Lockout.refuse(draft.rule());
            PolicyRows.change(connection);
            if (PolicyRows.count(connection) >= MOST_POLICIES) {
                throw PlexicaException.conflict("too-many", "a tenant has at most " + MOST_POLICIES + " policies");
            }
            PolicyRows.insert(connection, draft.rule(), draft.description(), author.source(), null);
            StoredPolicy policy = find(connection, draft.rule().id());
            attempts.record(tenantSlug, CREATED, policy.id().toString(), null, PolicyView.of(policy));
            return policy;
        });
    }

    public StoredPolicy replace(String tenantSlug, UUID id, @Nullable JsonNode body, IfMatch ifMatch, Author author) {
        return attempts.make(tenantSlug, UPDATED, id.toString(), connection -> {
            StoredPolicy present = lock(connection, id, ifMatch, author);
            return change(connection, tenantSlug, present, body, author);
        });
    }

    /** Changes what a merge patch names. */
    public StoredPolicy patch(String tenantSlug, UUID id, @Nullable JsonNode patch, IfMatch ifMatch, Author author) {
        return attempts.make(tenantSlug, UPDATED, id.toString(), connection -> {
            StoredPolicy present = lock(connection, id, ifMatch, author);
            JsonNode body = MergePatch.apply(Bodies.tree(PolicyView.of(present)), patch);
            return change(connection, tenantSlug, present, body, author);
        });
    }

    public void delete(String tenantSlug, UUID id, IfMatch ifMatch, Author author) {
        attempts.make(tenantSlug, DELETED, id.toString(), connection -> {
            StoredPolicy policy = lock(connection, id, ifMatch, author);
            PolicyRows.delete(connection, id);
            attempts.record(tenantSlug, DELETED, id.toString(), PolicyView.of(policy), null);
            return policy;
        });
    }

    private StoredPolicy change(
            Connection connection, String slug, StoredPolicy present, @Nullable JsonNode body, Author author)
            throws SQLException {
        PolicyDraft draft = PolicyDraft.read(body, present, PermissionRows.keys(connection));
        author.require(draft.source());
        Granting.require(List.of(draft.rule().permission()));
        Lockout.refuse(draft.rule());
        PolicyRows.update(connection, draft.rule(), draft.description());
        StoredPolicy changed = find(connection, present.id());
        attempts.record(slug, UPDATED, present.id().toString(), PolicyView.of(present), PolicyView.of(changed));
        return changed;
    }

    /** The policy, once nobody else can change any, if this author may change it. */
    private static StoredPolicy lock(Connection connection, UUID id, IfMatch ifMatch, Author author)
            throws SQLException {
        PolicyRows.change(connection);
        StoredPolicy policy = find(connection, id);
        author.require(policy.source());
        Granting.require(List.of(policy.rule().permission()));
        ifMatch.require(policy.version());
        return policy;
    }

    private static StoredPolicy find(Connection connection, UUID id) throws SQLException {
        return PolicyRows.find(connection, id)
                .orElseThrow(() -> PlexicaException.notFound("There is no such policy in this tenant"));
    }
}

package io.plexica.backup.internal.export;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.backup.SchemaEntries;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.TenantCopies;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The platform's own tables of a tenant: users, roles, policies, workspaces, teams and whatever else rooms keep there. */
@Component
public final class TablesPart implements TenantPart {

    private final TenantCopies copies;

    @Activate
    public TablesPart(@Reference TenantCopies copies) {
        this.copies = copies;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) throws IOException {
        SchemaEntries.write(snapshot, null, snapshot.tenant(), "", to);
    }

    @Override
    public Set<String> entries(PartReader from) throws IOException {
        return SchemaEntries.names("", from);
    }

    @Override
    public List<String> problems(String slug, String plan, PartReader from) throws IOException {
        return copies.problems(content(from));
    }

    @Override
    public void restore(TenantSpec tenant, PartReader from) throws IOException {
        SchemaContent content = content(from);
        copies.fill(tenant.slug(), content, SchemaEntries.rows("", content, from));
    }

    private static SchemaContent content(PartReader from) throws IOException {
        return SchemaEntries.content("", from)
                .orElseThrow(() -> PlexicaException.validation(new FieldError("/tables", "are missing")));
    }
}

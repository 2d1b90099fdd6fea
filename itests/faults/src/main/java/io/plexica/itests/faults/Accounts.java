package io.plexica.itests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.faults.history.Books;
import io.plexica.itests.faults.history.Books.Effect;
import io.plexica.itests.faults.history.Books.Row;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.TestTenant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tenants' tables as they are, and their objects as the platform gives them. */
final class Accounts {

    private static final String DEAD = "SELECT o.payload ->> 'op' FROM core.events_deliveries d"
            + " JOIN core.events_outbox o ON o.number = d.event_number WHERE d.state = 'DEAD' AND d.tenant_slug = ?";

    private final Site site;
    private final Behind behind;

    Accounts(Site site) {
        this.site = site;
        this.behind = site.behind();
    }

    List<Books> read() {
        return site.tenants().stream().map(this::read).toList();
    }

    private Books read(TestTenant tenant) {
        String ledger = schema(tenant, LedgerPlugin.ID);
        Set<String> attached = ops("SELECT op FROM " + ledger + ".attachments");
        List<Row> rows =
                behind.list("SELECT op, thing, version FROM " + ledger + ".changes ORDER BY thing, version").stream()
                        .map(row -> new Row(row.get(0), row.get(1), Long.parseLong(row.get(2))))
                        .toList();
        return new Books(
                tenant.slug(),
                rows,
                attached,
                whole(tenant, attached),
                found(tenant, rows.stream().map(Row::thing).collect(Collectors.toSet())),
                behind
                        .list("SELECT op, thing, version, tenant, origin FROM " + schema(tenant, EchoPlugin.ID)
                                + ".effects ORDER BY n")
                        .stream()
                        .map(row ->
                                new Effect(row.get(0), row.get(1), Long.parseLong(row.get(2)), row.get(3), row.get(4)))
                        .toList(),
                ops(DEAD, tenant.slug()));
    }

    private Set<String> ops(String sql, Object... arguments) {
        return behind.list(sql, arguments).stream().map(row -> row.get(0)).collect(Collectors.toSet());
    }

    private Set<String> whole(TestTenant tenant, Set<String> attached) {
        Http client = tenant.client(site.one().platform());
        Set<String> whole = new HashSet<>();
        for (String op : attached) {
            if (client.get("/api/plugins/" + LedgerPlugin.ID + "/attached/" + op)
                    .expect(200)
                    .json()
                    .path("whole")
                    .asBoolean()) {
                whole.add(op);
            }
        }
        return whole;
    }

    /** As a caller finds them, page by page. */
    private Set<String> found(TestTenant tenant, Set<String> things) {
        Http client = tenant.client(site.one().platform());
        Set<String> found = new HashSet<>();
        for (String thing : things) {
            int page = 0;
            JsonNode ops;
            do {
                ops = client.get("/api/plugins/" + LedgerPlugin.ID + "/found/" + thing + "?page=" + page++)
                        .expect(200)
                        .json()
                        .path("ops");
                ops.forEach(op -> found.add(op.asText()));
            } while (!ops.isEmpty());
        }
        return found;
    }

    private static String schema(TestTenant tenant, String plugin) {
        return "tenant_" + tenant.slug().replace('-', '_') + "__" + plugin;
    }
}

package io.plexica.itests.faults;

import io.plexica.itests.support.PluginJar;

/** The plugin that hears of new contacts of the CRM, and says of which. */
final class WitnessPlugin {

    static final String ID = "witness";

    private static final String CREATED = "crm.contact.created";

    private static final String HANDLER = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.events.*;
            import java.sql.*;
            import org.osgi.service.component.annotations.*;
            @Component @HandlesEvent(name = "%s")
            public class Ear implements EventHandler {
                @Reference Data data;
                @Override public void handle(Event event) throws SQLException {
                    try (PreparedStatement sql = data.connection().prepareStatement("INSERT INTO heard VALUES (?)")) {
                        sql.setString(1, event.aggregateId());
                        sql.executeUpdate();
                    }
                }
            }
            """;

    private static final String RESOURCE = """
            package {{package}};
            import io.plexica.api.data.Data;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.sql.*;
            import java.util.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Heard.class) @PlexicaResource @Path("/") @Produces("application/json") @Authenticated
            public class Heard {
                @Reference Data data;
                @GET @Path("heard")
                public List<Map<String, String>> heard() throws SQLException {
                    List<Map<String, String>> heard = new ArrayList<>();
                    try (Statement sql = data.connection().createStatement();
                            ResultSet row = sql.executeQuery("SELECT contact FROM heard")) {
                        while (row.next()) {
                            heard.add(Map.of("contact", row.getString(1)));
                        }
                    }
                    return heard;
                }
            }
            """;

    private WitnessPlugin() {}

    static PluginJar jar() {
        return PluginJar.of(ID, "1.0.0")
                .source("Ear", HANDLER.formatted(CREATED))
                .source("Heard", RESOURCE)
                .migration("V1__heard.sql", "CREATE TABLE heard (contact text NOT NULL);")
                .manifest(manifest ->
                        manifest.putObject("events").putArray("subscribes").add(CREATED));
    }
}

package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.rooms.Leftovers;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** An inhabited tenant that people join, and that leaves nothing behind. */
record Company(Platform platform, Inhabited place) {

    static Company found(Platform platform) {
        return new Company(platform, Inhabited.create(platform));
    }

    /** Ends the tenant; nothing is left of all that the tests put into it. */
    void close() throws SQLException {
        String slug = tenant().slug();
        platform.boss().delete("/api/v1/tenants/" + slug + "?mode=hard").expect(204);
        String[] login = platform.database().login();
        try (Connection connection = DriverManager.getConnection(login[0], login[1], login[2])) {
            assertThat(Leftovers.of(connection, slug)).isEmpty();
        }
        platform.keycloak().get("/realms/tenant-" + slug).expect(404);
    }

    TestTenant tenant() {
        return place.tenant();
    }

    Login viewer() {
        return place.viewer();
    }

    Http admin() {
        return place.admin();
    }

    Login person(String name, String role) {
        Login login = login(name, "Some-Password-" + name);
        admin().post(
                        "/api/v1/users",
                        Map.of(
                                "email", login.username(),
                                "firstName", name,
                                "lastName", "Person",
                                "password", login.password(),
                                "roles", List.of(role)))
                .expect(201);
        return login;
    }

    Login login(String name, String password) {
        String slug = tenant().slug();
        return new Login(slug, name + "@" + slug + ".example", password);
    }

    String id(Login login) {
        return admin().get("/api/v1/users?q=" + login.username()).expect(200).at("/items/0/id");
    }
}

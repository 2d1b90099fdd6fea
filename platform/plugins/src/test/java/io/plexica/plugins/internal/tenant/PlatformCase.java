package io.plexica.plugins.internal.tenant;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.tenancy.Tenant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A platform with the tenant acme for each test. */
abstract class PlatformCase {

    static final String V1 = "CREATE TABLE notes (id int)";
    static final String V2 = "ALTER TABLE notes ADD COLUMN text text";
    private static TestFramework framework;

    @TempDir
    Path folder;

    RoomDatabase database;
    TestPlatform platform;
    Tenant acme;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void startPlatform() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        acme = platform.tenant("acme");
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
        database.close();
    }

    static TestFramework framework() {
        return framework;
    }

    /** What the version that a tenant is led to answers. */
    final String hello(String slug) {
        return platform.servers.hello(platform.routes.find("notes", slug).plugin());
    }

    final List<String> tables() {
        return database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'tenant_acme__notes'");
    }

    final List<String> audited(String action) {
        return database.query(
                "SELECT outcome FROM core.audit_log WHERE tenant_slug = 'acme' AND action = '" + action + "'");
    }

    final void publish(PluginJar jar) {
        platform.publisher.publish(jar.in(folder), "upload");
    }
}

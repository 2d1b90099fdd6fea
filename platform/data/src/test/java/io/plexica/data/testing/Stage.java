package io.plexica.data.testing;

import io.plexica.api.data.Data;
import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.shop.Item;
import io.plexica.data.testing.shop.Line;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.persistence.EntityManager;

/** The room on the shared server with two tenants of its own, each with the plugins {@code shop} and {@code depot}. */
public final class Stage implements AutoCloseable {

    public static final PluginRef SHOP = new PluginRef("shop", "1.0.0");
    public static final PluginRef DEPOT = new PluginRef("depot", "1.0.0");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ClassLoader LOADER = Stage.class.getClassLoader();

    public final TestServer server = TestServer.shared();
    public final DataPlatform platform;
    public final String acme = "acme" + NUMBERS.incrementAndGet();
    public final String globex = "globex" + NUMBERS.incrementAndGet();
    public final Data shop;
    public final Data depot;

    public Stage(int poolMax) {
        this(poolMax, TestServer.shared().access());
    }

    /** The same on another way to the server. */
    public Stage(int poolMax, DatabaseAccess access) {
        platform = server.platform(poolMax, access);
        platform.rooms().add(Room.named("alpha"));
        for (String slug : List.of(acme, globex)) {
            platform.tenantSchemas().create(slug);
            platform.pluginSchemas().migrate(slug, SHOP.id(), "plugins/shop/db", LOADER);
            platform.pluginSchemas().migrate(slug, DEPOT.id(), "plugins/shop/db", LOADER);
        }
        List<String> entities = List.of(Item.class.getName(), Line.class.getName());
        ClassLoader shopLoader = new ClassLoader(LOADER) {};
        ClassLoader depotLoader = new ClassLoader(LOADER) {};
        platform.pluginUnits().open(SHOP, entities, shopLoader);
        platform.pluginUnits().open(DEPOT, entities, depotLoader);
        shop = platform.data(SHOP, shopLoader);
        depot = platform.data(DEPOT, depotLoader);
    }

    /** One where each tenant has an item and a note of its own. */
    public static Stage inhabited() throws Exception {
        Stage stage = new Stage(3);
        for (String slug : List.of(stage.acme, stage.globex)) {
            stage.write(slug, entities -> entities.persist(new Item("of " + slug)));
            stage.platform.database().tenant(slug, c -> Sql.run(c, "insert into notes values (1, '" + slug + "')"));
        }
        return stage;
    }

    /** Works with the shop's entities in a tenant. */
    public void write(String slug, Consumer<EntityManager> work) throws Exception {
        TestContext.in(slug, () -> shop.write(entities -> done(work, entities)));
    }

    /** The same without writing. */
    public void read(String slug, Consumer<EntityManager> work) throws Exception {
        TestContext.in(slug, () -> shop.read(entities -> done(work, entities)));
    }

    private static int done(Consumer<EntityManager> work, EntityManager entities) {
        work.accept(entities);
        return 0;
    }

    public String shopSchema(String slug) {
        return "tenant_" + slug + "__shop";
    }

    @Override
    public void close() {
        platform.tenantSchemas().drop(acme);
        platform.tenantSchemas().drop(globex);
        platform.close();
    }
}

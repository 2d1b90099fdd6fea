package io.plexica.web.internal.repeat;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.security.Authenticated;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.spi.data.Database;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.CacheControl;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Makes rows in {@code core}, one for each call that really runs. */
@Path("made")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public class MadeResource {

    public record Wish(String name) {}

    private final Database database;
    final AtomicInteger runs = new AtomicInteger();
    volatile CountDownLatch entered = new CountDownLatch(1);
    volatile CountDownLatch leave = new CountDownLatch(0);

    MadeResource(Database database) {
        this.database = database;
    }

    @POST
    public Response make(Wish wish) throws InterruptedException {
        runs.incrementAndGet();
        database.core(connection -> connection
                .createStatement()
                .executeUpdate("INSERT INTO core.made (name) VALUES ('" + wish.name() + "')"));
        entered.countDown();
        leave.await();
        if (wish.name().equals("bad")) {
            throw PlexicaException.conflict("taken", "no");
        }
        if (wish.name().equals("broken")) {
            throw new IllegalStateException("broken");
        }
        return Response.created(URI.create("made/" + wish.name()))
                .tag("7")
                .entity(Map.of("name", wish.name(), "run", runs.get()))
                .build();
    }

    @POST
    @Path("plain")
    public Map<String, Object> plain(Wish wish) {
        return Map.of("run", runs.incrementAndGet());
    }

    @POST
    @Path("silent")
    public void silent() {
        runs.incrementAndGet();
    }

    @POST
    @Path("tenant")
    public Response tenant(Wish wish) {
        return Response.created(URI.create("/api/v1/tenants/" + wish.name()))
                .entity(Map.of("slug", wish.name()))
                .build();
    }

    @POST
    @Path("secret")
    public Response secret(Wish wish) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.created(URI.create("made/secret"))
                .cacheControl(never)
                .entity(Map.of("secret", "s3cret", "run", runs.incrementAndGet()))
                .build();
    }

    @POST
    @Path("stream")
    @Consumes("*/*")
    public Map<String, Object> stream(InputStream body) {
        return Map.of("run", runs.incrementAndGet());
    }

    @POST
    @Path("public")
    @PublicEndpoint
    public Map<String, Object> open() {
        return Map.of("run", runs.incrementAndGet());
    }
}

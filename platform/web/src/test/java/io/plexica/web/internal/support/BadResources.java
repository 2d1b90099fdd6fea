package io.plexica.web.internal.support;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.security.Authenticated;
import io.plexica.spi.plugins.PluginRef;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.persistence.PersistenceException;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** A plugin that misbehaves when it is told to, and a neighbour. */
public final class BadResources {

    private BadResources() {}

    /** Hangs, throws, and works. */
    @Path("/")
    @Produces("application/json")
    @Authenticated
    public static class Bad {

        private final CountDownLatch letGo = new CountDownLatch(1);
        private volatile boolean interrupted;

        /** Lets all that hangs go on. */
        public void letGo() {
            letGo.countDown();
        }

        /** Whether somebody was interrupted while it hung. */
        public boolean wasInterrupted() {
            return interrupted;
        }

        @GET
        @Path("heeds")
        public List<String> heeds() throws InterruptedException {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                interrupted = true;
                throw e;
            }
            return List.of("late");
        }

        @GET
        @Path("heeds-not")
        public List<String> heedsNot() {
            boolean over = false;
            while (!over) {
                try {
                    over = letGo.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return List.of("late");
        }

        @GET
        @Path("getter")
        public Slow getter() {
            return new Slow(letGo);
        }

        @GET
        @Path("uses")
        public List<String> uses() {
            // As the platform does around a service of another plugin.
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(new PluginLoader(new PluginRef("good", "1.0.0")));
            try {
                return heedsNot();
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        @GET
        @Path("streams")
        @Produces("text/plain")
        public StreamingOutput streams() {
            return out -> {
                out.write(new byte[100_000]);
                out.flush();
                heedsNot();
            };
        }

        @GET
        @Path("fails")
        public List<String> fails() {
            throw new IllegalStateException("secret");
        }

        @GET
        @Path("says-500")
        public Response says500() {
            return Response.status(500).build();
        }

        @GET
        @Path("outage")
        public List<String> outage() {
            throw new IllegalStateException(new PlexicaException(ErrorCode.UNAVAILABLE, "no database"));
        }

        @GET
        @Path("outage-in-its-own-words")
        public List<String> outageInItsOwnWords() {
            SQLException gone = new SQLException("gone", "08006");
            throw new PlexicaException(ErrorCode.PLUGIN_ERROR, "no prices", new PersistenceException(gone));
        }

        @GET
        @Path("times-out")
        public List<String> timesOut() {
            throw new PersistenceException(new SQLException("took too long", "57014"));
        }

        @GET
        @Path("recurses")
        public List<String> recurses() {
            return recurses().subList(0, 0);
        }

        @GET
        @Path("works")
        public List<String> works() {
            return List.of("yes");
        }
    }

    /** Takes long to write down. */
    public record Slow(CountDownLatch letGo) {

        public String getValue() throws InterruptedException {
            letGo.await();
            return "late";
        }
    }

    /** Works. */
    @Path("/")
    @Produces("application/json")
    @Authenticated
    public static class Good {

        @GET
        public List<String> works() {
            return List.of("yes");
        }
    }

    /** A filter that never lets a call pass. */
    public static class Stopper implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext context) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

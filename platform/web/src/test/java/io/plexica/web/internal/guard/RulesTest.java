package io.plexica.web.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.security.Authenticated;
import io.plexica.api.security.PublicEndpoint;
import io.plexica.api.security.RequiresPermission;
import io.plexica.api.security.RequiresRole;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.server.ServerFactory;
import io.plexica.web.internal.support.FakeRooms;
import io.plexica.web.internal.support.Site;
import java.util.List;
import javax.annotation.Priority;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final ServerFactory FACTORY = new ServerFactory(new FakeRooms(), new CallMeters(), Site.WHOLE);

    @Path("a")
    public static class Unguarded {
        @GET
        public void list() {}
    }

    public static class UnguardedBase {
        @GET
        @Path("inherited")
        public void inherited() {}
    }

    @Path("b")
    public static class InheritsUnguarded extends UnguardedBase {
        @GET
        @Authenticated
        public void list() {}
    }

    public interface Contract {
        @GET
        @Path("by-contract")
        @Authenticated
        void byContract();
    }

    @Path("c")
    public static class ByContract implements Contract {
        @Override
        public void byContract() {}
    }

    @Path("d")
    public static class TwoKinds {
        @GET
        @Authenticated
        @PublicEndpoint
        public void list() {}
    }

    @Path("e")
    @Authenticated
    public static class Locator {
        @Path("sub")
        public Object sub() {
            return this;
        }
    }

    @Path("f")
    public static class Keys {
        @GET
        @Path("own")
        @RequiresPermission({"crm:contacts:read", "core:users:read"})
        public void own() {}

        @GET
        @Path("malformed")
        @RequiresPermission("crm:contacts")
        public void malformed() {}

        @GET
        @Path("wildcard")
        @RequiresPermission("crm:*")
        public void wildcard() {}

        @GET
        @Path("foreign")
        @RequiresPermission("billing:invoices:read")
        public void foreign() {}

        @GET
        @Path("empty")
        @RequiresPermission({})
        public void empty() {}

        @GET
        @Path("role")
        @RequiresRole({})
        public void role() {}
    }

    @Path("g")
    @Authenticated
    public static class Twice {
        @GET
        @Path("{id}")
        public void one(@PathParam("id") String id) {}

        @GET
        @Path("{name}")
        public void other(@PathParam("name") String name) {}
    }

    @PreMatching
    public static class Early implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {}
    }

    @Priority(Integer.MIN_VALUE)
    public static class Pushing implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {}
    }

    public static class Polite implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {}
    }

    public static class Neither {}

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void a_method_that_says_nothing_is_named() {
        assertThat(check(Unguarded.class)).singleElement().asString().contains("Unguarded.list says nothing");
    }

    @Test
    void an_inherited_method_counts_like_any_other() {
        assertThat(check(InheritsUnguarded.class)).singleElement().asString().contains("inherited");
    }

    @Test
    void a_guard_may_stand_in_an_interface() {
        assertThat(check(ByContract.class)).isEmpty();
    }

    @Test
    void two_kinds_of_guard_are_none() {
        assertThat(check(TwoKinds.class)).singleElement().asString().contains("more than one kind");
    }

    @Test
    void a_sub_resource_is_refused() {
        assertThat(check(Locator.class)).singleElement().asString().contains("sub-resource");
    }

    @Test
    void keys_are_whole_and_the_plugins_own_or_the_platforms() {
        assertThat(check(Keys.class))
                .hasSize(5)
                .anyMatch(problem -> problem.contains("'crm:contacts'"))
                .anyMatch(problem -> problem.contains("'crm:*'"))
                .anyMatch(problem -> problem.contains("'billing:invoices:read'"))
                .anyMatch(problem -> problem.contains("Keys.empty demands nothing"))
                .anyMatch(problem -> problem.contains("Keys.role demands nothing"));
    }

    @Test
    void two_methods_for_the_same_call_are_refused() {
        assertThat(check(Twice.class)).singleElement().asString().contains("answers the same calls");
    }

    @Test
    void no_filter_comes_before_the_guards() {
        assertThat(check(Early.class)).singleElement().asString().contains("@PreMatching");
        assertThat(check(Pushing.class)).singleElement().asString().contains("@Priority");
        assertThat(check(Polite.class)).isEmpty();
        assertThat(check(Neither.class)).singleElement().asString().contains("neither");
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(FACTORY.check("crm", List.of(Unguarded.class, TwoKinds.class, Neither.class)))
                .hasSize(3);
    }

    private static List<String> check(Class<?> type) {
        return FACTORY.check("crm", List.of(type));
    }
}

package io.plexica.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.cache.Cacheable;
import io.plexica.api.cache.Evicts;
import io.plexica.api.cache.Lifetime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachingProxyTest {

    private final MapStore store = new MapStore();
    private final PluginCache cache =
            new PluginCache(new LoadingStore(new LaterDatabase(), store, Duration.ofSeconds(1)), "crm");
    private final List<String> calls = new ArrayList<>();
    private final Contacts contacts = cache.caching(Contacts.class, new Stored());

    /** One contact. */
    public record Contact(String name) {}

    /** What is marked. */
    public interface Contacts {
        @Cacheable(Lifetime.PROFILE)
        List<Contact> named(String name, int page);

        @Cacheable(seconds = 7, key = "one")
        Optional<Contact> find(String email) throws IOException;

        @Cacheable
        @Nullable
        Contact maybe(@Nullable String name);

        @Evicts({"Contacts.*", "one:*"})
        void rename(String name);

        String plain();
    }

    private final class Stored implements Contacts {

        @Override
        public List<Contact> named(String name, int page) {
            calls.add("named");
            return List.of(new Contact(name + page));
        }

        @Override
        public Optional<Contact> find(String email) throws IOException {
            calls.add("find");
            if (email.equals("broken")) {
                throw new IOException("broken");
            }
            return email.isEmpty() ? Optional.empty() : Optional.of(new Contact(email));
        }

        @Override
        public @Nullable Contact maybe(@Nullable String name) {
            calls.add("maybe");
            return name == null ? null : new Contact(name);
        }

        @Override
        public void rename(String name) {
            calls.add("rename");
        }

        @Override
        public String plain() {
            calls.add("plain");
            return "plain";
        }
    }

    @Test
    void answers_are_remembered_by_arguments_with_their_whole_type() {
        InTenant.in("acme", () -> {
            assertThat(contacts.named("ann", 1)).containsExactly(new Contact("ann1"));
            assertThat(contacts.named("ann", 1)).containsExactly(new Contact("ann1"));
            assertThat(contacts.named("ann", 2)).containsExactly(new Contact("ann2"));
        });
        assertThat(calls).containsExactly("named", "named");
        assertThat(store.lifetimes)
                .containsEntry("acme:crm:Contacts.named:ann:1", Duration.ofMinutes(15))
                .containsKey("acme:crm:Contacts.named:ann:2");
        InTenant.in("globex", () -> contacts.named("ann", 1));
        assertThat(calls).hasSize(3);
    }

    @Test
    void arguments_that_cannot_stand_in_a_key_are_told_apart_all_the_same() throws Exception {
        InTenant.in("acme", () -> {
            contacts.named("a:1", 2);
            contacts.named("a", 12);
            contacts.named("ü x", 1);
            contacts.named("x".repeat(500), 1);
            contacts.named("a:1", 2);
        });
        assertThat(calls).hasSize(4);
        assertThat(store.entries.keySet()).allSatisfy(key -> assertThat(key).hasSizeLessThan(200));
    }

    @Test
    void nothing_found_is_an_answer_and_null_is_none() {
        InTenant.in("acme", () -> {
            contacts.maybe(null);
            contacts.maybe(null);
            contacts.maybe("null");
            contacts.maybe("null");
        });
        assertThat(calls).hasSize(3);
    }

    @Test
    void what_is_thrown_comes_out_as_it_is() {
        InTenant.in("acme", () -> {
            assertThatThrownBy(() -> contacts.find("broken")).isExactlyInstanceOf(IOException.class);
            assertThatThrownBy(() -> contacts.find("broken")).hasMessage("broken");
        });
        assertThat(calls).hasSize(2);
    }

    @Test
    void marked_methods_make_forget_and_others_pass() throws Exception {
        InTenant.in("acme", () -> {
            contacts.named("ann", 1);
            contacts.rename("ann");
            contacts.named("ann", 1);
            contacts.plain();
            contacts.plain();
        });
        assertThat(calls).containsExactly("named", "rename", "named", "plain", "plain");
    }

    /** Two methods with one name. */
    public interface Twice {
        @Cacheable
        String get(int id);

        @Cacheable
        String get(String id);
    }

    /** An argument that cannot be told. */
    public interface Untold {
        @Cacheable
        String get(Object id);
    }

    /** Nothing to remember. */
    public interface Nothing {
        @Cacheable
        void run();
    }

    /** What is said of anything. */
    public interface Finder<K, T> {
        T get(K key);
    }

    /** The same of contacts. */
    public interface ContactFinder extends Finder<String, Contact> {
        @Override
        @Cacheable
        Contact get(String key);
    }

    @Test
    void a_method_that_makes_a_general_one_particular_is_remembered_by_either_way() {
        ContactFinder contact = cache.caching(ContactFinder.class, key -> {
            calls.add("get");
            return new Contact(key);
        });
        Finder<String, Contact> anything = contact;
        InTenant.in("acme", () -> {
            assertThat(contact.get("ann")).isEqualTo(new Contact("ann"));
            assertThat(anything.get("ann")).isEqualTo(new Contact("ann"));
        });
        assertThat(calls).containsExactly("get");
    }

    /** Of two that look alike, one is remembered. */
    public interface HalfFinder extends Finder<String, Contact> {
        @Override
        Contact get(String key);

        @Cacheable
        Contact get(Integer key);
    }

    /** Of two that look alike, each is remembered in its own place. */
    public interface BothFinder extends Finder<String, Contact> {
        @Override
        @Cacheable(key = "text")
        Contact get(String key);

        @Cacheable(key = "number")
        Contact get(Integer key);
    }

    private final class Both implements HalfFinder, BothFinder {

        @Override
        public Contact get(String key) {
            calls.add("text");
            return new Contact(key);
        }

        @Override
        public Contact get(Integer key) {
            calls.add("number");
            return new Contact(key.toString());
        }
    }

    @Test
    void a_general_call_is_remembered_as_the_method_that_it_leads_to_and_not_as_one_that_looks_alike() {
        Finder<String, Contact> half = cache.caching(HalfFinder.class, new Both());
        Finder<String, Contact> both = cache.caching(BothFinder.class, new Both());
        InTenant.in("acme", () -> {
            half.get("ann");
            half.get("ann");
            assertThat(store.entries).isEmpty();
            both.get("bob");
            both.get("bob");
        });
        assertThat(calls).containsExactly("text", "text", "text");
        assertThat(store.entries).containsOnlyKeys("acme:crm:text:bob");
    }

    /** Two that a bridge may lead to, of which another says how one is remembered. */
    public interface TwoFinder extends Finder<String, Contact> {
        @Override
        Contact get(String key);

        Contact get(Integer key);
    }

    /** That other. */
    public interface UnclearFinder extends TwoFinder {
        @Override
        @Cacheable
        Contact get(Integer key);
    }

    /** A key that is none. */
    public interface Odd {
        @Cacheable(key = "what it is")
        String get();
    }

    /** A pattern that is none. */
    public interface Wrong {
        @Evicts("a b")
        void run();
    }

    @Test
    void what_cannot_work_is_refused_at_once() {
        assertThatThrownBy(() -> cache.caching(Odd.class, proxyOf(Odd.class)))
                .hasMessageContaining("keys that begin with what it is");
        assertThatThrownBy(() -> cache.caching(Wrong.class, proxyOf(Wrong.class)))
                .hasMessageContaining("evicts a b");
        assertThatThrownBy(() -> cache.caching(String.class, "")).hasMessageContaining("is no interface");
        assertThatThrownBy(() -> cache.caching(Twice.class, proxyOf(Twice.class)))
                .hasMessageContaining("share the keys");
        assertThatThrownBy(() -> cache.caching(Untold.class, proxyOf(Untold.class)))
                .hasMessageContaining("cannot stand in a key");
        assertThatThrownBy(() -> cache.caching(UnclearFinder.class, proxyOf(UnclearFinder.class)))
                .hasMessageContaining("cannot be told which of the methods get");
        assertThatThrownBy(() -> cache.caching(Nothing.class, proxyOf(Nothing.class)))
                .hasMessageContaining("answers nothing");
    }

    private static <T> T proxyOf(Class<T> type) {
        return type.cast(java.lang.reflect.Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }
}

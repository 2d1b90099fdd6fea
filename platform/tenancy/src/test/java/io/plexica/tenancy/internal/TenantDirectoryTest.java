package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantDirectoryTest {

    private static final UUID ID = UUID.randomUUID();

    private final List<Tenant> heard = new ArrayList<>();
    private final TenantDirectory directory = new TenantDirectory(() -> List.of(
            tenant -> {
                throw new IllegalStateException("a listener that fails");
            },
            heard::add));

    @Test
    void an_older_state_that_arrives_late_is_ignored() {
        directory.put(row(ID, TenantStatus.SUSPENDED, 3));
        directory.put(row(ID, TenantStatus.ACTIVE, 2));

        assertThat(directory.find("acme").orElseThrow().status()).isEqualTo(TenantStatus.SUSPENDED);
        assertThat(heard).extracting(Tenant::status).containsExactly(TenantStatus.SUSPENDED);
    }

    @Test
    void a_new_tenant_of_the_same_slug_replaces_one_that_failed() {
        directory.put(row(ID, TenantStatus.PROVISIONING, 3));
        UUID second = UUID.randomUUID();
        directory.put(row(second, TenantStatus.PROVISIONING, 1));
        directory.remove(row(ID, TenantStatus.PROVISIONING, 3));

        assertThat(directory.find("acme").orElseThrow().id()).isEqualTo(second);
    }

    @Test
    void a_tenant_that_is_gone_is_found_no_more_and_listeners_hear_of_it() {
        directory.put(row(ID, TenantStatus.ACTIVE, 1));
        directory.remove(row(ID, TenantStatus.ACTIVE, 1));

        assertThat(directory.all()).isEmpty();
        assertThat(heard).extracting(Tenant::status).containsExactly(TenantStatus.ACTIVE, TenantStatus.DELETED);
    }

    @Test
    void who_has_read_a_tenant_before_it_went_does_not_bring_it_back() {
        directory.put(row(ID, TenantStatus.ACTIVE, 1));
        directory.remove(row(ID, TenantStatus.ACTIVE, 1));
        directory.put(row(ID, TenantStatus.ACTIVE, 2));

        assertThat(directory.all()).isEmpty();
    }

    @Test
    void of_those_that_went_the_last_are_remembered() {
        RemovedTenants gone = new RemovedTenants(2);
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();

        assertThat(List.of(gone.add(ID), gone.add(ID), gone.add(second), gone.add(third)))
                .containsExactly(true, false, true, true);
        assertThat(gone.contains(ID)).isFalse();
        assertThat(gone.contains(second) && gone.contains(third)).isTrue();
    }

    private static TenantRow row(UUID id, TenantStatus status, long version) {
        return new TenantRow(
                id,
                "acme",
                "Acme",
                status,
                "free",
                "{}",
                "{}",
                Instant.EPOCH,
                true,
                null,
                version,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null);
    }
}

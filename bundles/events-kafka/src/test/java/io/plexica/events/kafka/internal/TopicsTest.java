package io.plexica.events.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.events.CarriedEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicsTest {

    private static final Set<String> EVENTS = Set.of("crm.contact.created", "core.user.created");

    @Test
    void an_event_goes_to_its_tenants_topic_or_to_that_of_all_or_to_that_of_none() {
        assertThat(Topics.of(event("acme"), false)).isEqualTo("acme.crm.contact.created");
        assertThat(Topics.of(event("acme"), true)).isEqualTo("plexica.crm.contact.created");
        assertThat(Topics.of(event(null), false)).isEqualTo("global.crm.contact.created");
        assertThat(Topics.of(event(null), true)).isEqualTo("global.crm.contact.created");
    }

    @Test
    void events_of_one_thing_share_a_key_and_those_of_two_tenants_never_do() {
        assertThat(Topics.key(event("acme"), false)).isEqualTo("crm.contact/c1");
        assertThat(Topics.key(event("acme"), true)).isEqualTo("acme/crm.contact/c1");
        assertThat(Topics.key(event("globex"), true)).isNotEqualTo(Topics.key(event("acme"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.crm.contact.created", "big-co.core.user.created", "plexica.crm.contact.created"})
    void topics_of_tenants_and_of_all_are_listened_to(String topic) {
        assertThat(Topics.pattern(EVENTS).matcher(topic).matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "global.core.user.created",
                "acme.crm.contact.updated",
                "acme.crm.contact.created.more",
                "acmexcrm.contact.created",
                "acme.crmxcontact.created",
                "Acme.crm.contact.created",
                "__consumer_offsets"
            })
    void others_are_not(String topic) {
        assertThat(Topics.pattern(EVENTS).matcher(topic).matches()).isFalse();
    }

    @Test
    void a_tenants_topics_are_its_own_alone() {
        assertThat(Topics.belongs("acme.crm.contact.created", "acme")).isTrue();
        assertThat(Topics.belongs("acme-two.crm.contact.created", "acme")).isFalse();
        assertThat(Topics.belongs("acme.metrics", "acme")).isFalse();
        assertThat(Topics.belongs("plexica.crm.contact.created", "acme")).isFalse();
        assertThat(Topics.tenant("acme.crm.contact.created")).isEqualTo("acme");
        assertThat(Topics.tenant("plexica.crm.contact.created")).isNull();
        assertThat(Topics.event("acme.crm.contact.created")).isEqualTo("crm.contact.created");
    }

    private static CarriedEvent event(@Nullable String tenant) {
        return new CarriedEvent(
                1,
                new UUID(0, 1),
                "crm.contact.created",
                tenant,
                "crm.contact/c1",
                null,
                null,
                "",
                Instant.EPOCH,
                "{}");
    }
}

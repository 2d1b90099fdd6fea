package io.plexica.events.internal.delivery;

import io.plexica.api.events.Event;
import io.plexica.api.problem.PlexicaException;
import io.plexica.events.internal.EventMeters;
import io.plexica.events.internal.EventMeters.Outcome;
import io.plexica.events.internal.EventsSettings;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.events.EventHandlers;
import io.plexica.spi.events.EventHandlers.Handled;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.TraceParent;
import io.plexica.spi.tracing.Tracer.Kind;
import io.plexica.spi.tracing.Tracing;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a delivery: has the plugin handle the event, and notes what became of it. Safe for all threads. */
@Component(service = DeliveryAttempt.class)
public final class DeliveryAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);
    private static final String OF_THE_PLATFORM = "core.";
    private static final int LONGEST_REASON = 2_000;
    private static final Duration WHILE_SUSPENDED = Duration.ofSeconds(30);
    private static final Duration WHILE_ELSEWHERE = Duration.ofSeconds(10);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final EventHandlers plugins;
    private final Tenants tenants;
    private final Workspaces workspaces;
    private final EventsSettings settings;
    private final EventMeters meters;

    /** Takes what it works with. */
    @Activate
    public DeliveryAttempt(
            @Reference Inbox inbox,
            @Reference EventHandlers plugins,
            @Reference Tenants tenants,
            @Reference Workspaces workspaces,
            @Reference EventsSettings settings,
            @Reference EventMeters meters) {
        this.inbox = inbox;
        this.plugins = plugins;
        this.tenants = tenants;
        this.workspaces = workspaces;
        this.settings = settings;
        this.meters = meters;
    }

    /** Makes it. Returns when it is done, or due another time, or dead. */
    public void make(Delivery delivery) {
        Tenant tenant = tenants.find(delivery.tenantSlug()).orElse(null);
        if (tenant == null) {
            inbox.drop(delivery);
        } else if (!tenant.isActive()) {
            inbox.postpone(delivery, WHILE_SUSPENDED);
        } else if (delivery.attempts() > settings.attempts()) {
            if (inbox.dead(delivery, "The platform ended in the middle of each of the last attempts")) {
                count(delivery, Outcome.DEAD);
            }
        } else {
            make(delivery, tenant);
        }
    }

    private void make(Delivery delivery, Tenant tenant) {
        String trace = delivery.event().traceId();
        ExecutionContext outside = ExecutionContext.platform(trace.isEmpty() ? Contexts.newTraceId() : trace)
                .inTenant(tenant);
        try (Span span = span(delivery, outside);
                Tracing.Scope traced = Tracing.enter(span)) {
            make(delivery, outside, span);
        }
    }

    private void make(Delivery delivery, ExecutionContext outside, Span span) {
        try (Contexts.Scope scope = Contexts.open(outside)) {
            ExecutionContext context = outside.inWorkspace(place(delivery), Grants.NONE);
            try (Contexts.Scope within = Contexts.open(context)) {
                settle(
                        delivery,
                        plugins.handle(
                                delivery.pluginId(), delivery.event(), settings.timeout(), () -> inbox.done(delivery)));
            }
        } catch (Exception e) {
            span.fail(e.getClass().getSimpleName());
            failed(delivery, e);
        }
    }

    /** A part of the span that published the event; the platform's own events come from its audit log and have none. */
    private static Span span(Delivery delivery, ExecutionContext context) {
        if (!Tracing.isOn()) {
            return Span.NONE;
        }
        Event event = delivery.event();
        String trace = context.traceId();
        Span span = Tracing.begin(
                Kind.CONSUMER,
                "handle " + event.name(),
                trace,
                event.name().startsWith(OF_THE_PLATFORM) ? null : TraceParent.ofEvent(trace, event.id()));
        Tracing.describe(span, context);
        span.note("plexica.plugin", delivery.pluginId());
        return span;
    }

    private void settle(Delivery delivery, Handled handled) {
        switch (handled) {
            case DONE -> {
                LOG.debug("{} is done", delivery);
                count(delivery, Outcome.DONE);
            }
            case NOT_WANTED -> inbox.drop(delivery);
            case NOT_HERE -> inbox.postpone(delivery, WHILE_ELSEWHERE);
        }
    }

    private void failed(Delivery delivery, Exception e) {
        if (isNoFaultOfIts(e)) {
            LOG.debug("{} is not possible now", delivery, e);
            inbox.postpone(delivery, WHILE_AWAY);
            return;
        }
        String reason = reason(e);
        boolean last = delivery.attempts() >= settings.attempts();
        if (!(last ? inbox.dead(delivery, reason) : inbox.failed(delivery, reason))) {
            LOG.debug("{} failed, and is no longer the concern of this attempt", delivery, e);
        } else if (last) {
            LOG.error("{} failed for the last time and is a dead letter", delivery, e);
            count(delivery, Outcome.DEAD);
        } else {
            LOG.warn("{} failed, attempt {} of {}", delivery, delivery.attempts(), settings.attempts(), e);
            count(delivery, Outcome.FAILED);
        }
    }

    private void count(Delivery delivery, Outcome outcome) {
        meters.consumed(delivery.event().name(), delivery.pluginId(), outcome);
    }

    /** The database is away, or the platform stops; the interruption is done with once it is noted. */
    private static boolean isNoFaultOfIts(Exception e) {
        return Thread.interrupted() || (e instanceof DatabaseException known && known.isOfDatabase());
    }

    static String reason(Exception e) {
        String detail = e instanceof PlexicaException known ? known.detail() : e.toString();
        String text = (e instanceof DatabaseException sql ? sql.explained() : detail).replace("\0", "");
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /** Where the event happened, as long as that is there: handlers may do there what they like. */
    private @Nullable Membership place(Delivery delivery) {
        UUID id = delivery.event().workspaceId();
        return id == null
                ? null
                : workspaces.all(delivery.tenantSlug()).stream()
                        .filter(workspace -> workspace.id().equals(id))
                        .findFirst()
                        .map(workspace -> new Membership(workspace, WorkspaceRole.ADMIN))
                        .orElse(null);
    }
}

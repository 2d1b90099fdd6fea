package io.plexica.events.internal.relay;

import io.plexica.spi.health.HealthCheck;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether events move. While they do not, requests go on as ever and publish into the outbox. */
@Component
public final class EventsHealth implements HealthCheck {

    private static final Duration TOO_OLD = Duration.ofMinutes(1);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeliveryPump pump;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Lag lag;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Transports transports;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        DeliveryPump presentPump = pump;
        Lag presentLag = lag;
        Transports presentTransports = transports;
        if (presentPump == null || presentLag == null || presentTransports == null) {
            return Health.down("Events are not delivered yet");
        }
        Lag.Waiting waiting = presentLag.waiting();
        String failure = presentPump.failure();
        return judge(failure == null ? presentTransports.trouble() : failure, waiting)
                .with(Map.of("waiting", Long.toString(waiting.count()), "transport", presentTransports.name()));
    }

    static Health judge(@Nullable String failure, Lag.Waiting waiting) {
        if (failure != null) {
            return Health.down("Events are not delivered: " + failure);
        }
        return waiting.age().compareTo(TOO_OLD) > 0
                ? Health.down("The oldest of " + waiting.count() + " events waits since "
                        + waiting.age().toSeconds() + " s")
                : Health.UP;
    }
}

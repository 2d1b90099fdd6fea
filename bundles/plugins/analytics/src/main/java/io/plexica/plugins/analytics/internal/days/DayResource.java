package io.plexica.plugins.analytics.internal.days;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.rest.PlexicaResource;
import io.plexica.api.security.RequiresPermission;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/plugins/analytics/days}. */
@Component(service = DayResource.class)
@PlexicaResource
@Path("/days")
@Produces(MediaType.APPLICATION_JSON)
public final class DayResource {

    private static final LocalDate FIRST = LocalDate.EPOCH;
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Days days;

    @Activate
    public DayResource(@Reference Days days) {
        this.days = days;
    }

    /** What days that are over came to in the whole tenant, both ends included. */
    @GET
    @RequiresPermission("analytics:days:read")
    public Page<DayFigures> list(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam PageQuery paging)
            throws SQLException {
        return days.list(day("/from", from, FIRST), day("/to", to, LAST), paging);
    }

    private static LocalDate day(String pointer, @Nullable String text, LocalDate otherwise) {
        try {
            LocalDate day = text == null ? otherwise : LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // answered below, like a day that lies too far away
        }
        throw PlexicaException.validation(
                new FieldError(pointer, "must be a day from " + FIRST + " to " + LAST + ", such as 2026-03-01"));
    }
}

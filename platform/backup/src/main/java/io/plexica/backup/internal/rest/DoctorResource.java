package io.plexica.backup.internal.rest;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.backup.internal.doctor.Diagnosis;
import io.plexica.backup.internal.doctor.Doctor;
import io.plexica.spi.web.SuperAdminOnly;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What ails the platform, and what to do about it. */
@Component(service = DoctorResource.class)
@PlexicaResource
@Path("/doctor")
@Produces(MediaType.APPLICATION_JSON)
@SuperAdminOnly
public final class DoctorResource {

    private final Doctor doctor;

    @Activate
    public DoctorResource(@Reference Doctor doctor) {
        this.doctor = doctor;
    }

    /** Looks at everything now; takes some seconds at most. */
    @GET
    public Diagnosis examine() {
        return doctor.examine();
    }
}

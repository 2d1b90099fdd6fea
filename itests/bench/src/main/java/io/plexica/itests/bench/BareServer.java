package io.plexica.itests.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import io.plexica.plugins.crm.internal.common.Stored;
import io.plexica.plugins.crm.internal.contacts.Contact;
import io.plexica.plugins.crm.internal.contacts.ContactIndex;
import io.plexica.plugins.crm.internal.contacts.ContactResource;
import io.plexica.plugins.crm.internal.contacts.Contacts;
import io.plexica.plugins.crm.internal.deals.Deal;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/**
 * The CRM's resource, and one without a database, on Jetty and CXF alone: no tenant, no token, no guard. Calls go straight to
 * CXF's destination, as in the platform; through CXF's own servlet they would cost a third more.
 */
public final class BareServer {

    private BareServer() {}

    /** Arguments: port, JDBC address, user, password, jar and class of the resource without a database. */
    public static void main(String[] arguments) throws Exception {
        BareData data = new BareData(
                arguments[1], arguments[2], arguments[3], List.of(Contact.class, Deal.class, Stored.class));
        BareContext nobody = new BareContext();
        ContactIndex index = new ContactIndex(new BareSearch(), data, nobody);
        Contacts contacts = new Contacts(
                data, (action, type, id, before, after) -> {}, (name, id, payload) -> UUID.randomUUID(), nobody, index);
        Object echo = load(Path.of(arguments[4]), arguments[5]);
        Dispatch crm = new Dispatch("/plugins/crm", new ContactResource(contacts, index));
        Dispatch bench = new Dispatch("/plugins/bench", echo);

        org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server(Integer.parseInt(arguments[0]));
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(crm), "/api/plugins/crm/*");
        context.addServlet(new ServletHolder(bench), "/api/plugins/bench/*");
        jetty.setHandler(context);
        jetty.start();
        jetty.join();
    }

    private static Object load(Path jar, String className) throws Exception {
        URL[] urls = {jar.toUri().toURL()};
        URLClassLoader loader = new URLClassLoader(urls, BareServer.class.getClassLoader());
        return loader.loadClass(className).getDeclaredConstructor().newInstance();
    }

    /** Serves one resource on a CXF server of its own. */
    private static final class Dispatch extends CXFNonSpringServlet {

        private static final long serialVersionUID = 1L;

        private final String address;
        private final transient Object resource;
        private transient @Nullable AbstractHTTPDestination destination;

        Dispatch(String address, Object resource) {
            this.address = address;
            this.resource = resource;
        }

        @Override
        public void loadBus(javax.servlet.ServletConfig config) {
            Bus bus = BusFactory.newInstance().createBus();
            setBus(bus);
        }

        @Override
        public void init(javax.servlet.ServletConfig config) throws ServletException {
            super.init(config);
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(getBus());
            factory.setAddress(address);
            factory.setServiceBeanObjects(resource);
            factory.setProvider(new JacksonJsonProvider(new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)));
            Server server = factory.create();
            destination = (AbstractHTTPDestination) server.getDestination();
        }

        @Override
        protected void invoke(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            String base = request.getRequestURL().toString().split("/api/")[0] + "/api" + address;
            request.setAttribute("org.apache.cxf.transport.endpoint.address", base);
            try {
                Objects.requireNonNull(destination).invoke(getServletConfig(), getServletContext(), request, response);
            } catch (IOException e) {
                throw new ServletException(e);
            }
        }
    }
}

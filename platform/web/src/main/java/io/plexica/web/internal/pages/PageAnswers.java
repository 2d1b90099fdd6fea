package io.plexica.web.internal.pages;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import io.plexica.web.internal.call.PageTargets;
import io.plexica.web.internal.call.Traces;
import io.plexica.web.internal.http.SecurityHeaders;
import io.plexica.web.internal.problem.Problem;
import io.plexica.web.internal.problem.ProblemAnswer;
import io.plexica.web.internal.problem.ProblemLog;
import io.plexica.web.internal.problem.Problems;
import io.plexica.web.internal.settings.WebSettings;
import io.plexica.web.internal.whole.Completeness;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Answers whoever looks at what is no API: with what the bringers of pages have. Safe for all threads. */
@Component(service = PageAnswers.class)
public final class PageAnswers {

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";

    private final WebSettings settings;
    private final Completeness whole;
    private final List<Pages> bringers = new CopyOnWriteArrayList<>();

    @Activate
    public PageAnswers(@Reference WebSettings settings, @Reference Completeness whole) {
        this.settings = settings;
        this.whole = whole;
    }

    /** Asks a bringer too. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void add(Pages bringer) {
        bringers.add(bringer);
    }

    void remove(Pages bringer) {
        bringers.remove(bringer);
    }

    /** Answers a request: with a page, or with a problem. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String traceId = Traces.of(request);
        response.setHeader(Traces.HEADER, traceId);
        SecurityHeaders.data(response);
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform(traceId))) {
            write(request, response, find(request, response));
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e, null);
            ProblemLog.write(problem, Problems.unwrap(e), request.getMethod(), request.getRequestURI());
            ProblemAnswer.write(response, problem, request.getRequestURI(), traceId);
        }
    }

    private Page find(HttpServletRequest request, HttpServletResponse response) {
        Visit visit = PageTargets.of(request, settings.current());
        String path = visit.path().isEmpty() ? "/" : visit.path();
        Page page = bringers.stream()
                .filter(bringer -> path.startsWith(bringer.prefix()))
                .max(Comparator.comparing(bringer -> bringer.prefix().length()))
                .map(bringer -> bringer.at(visit))
                .orElse(null);
        if (page == null) {
            throw whole.missing(ErrorCode.NOT_FOUND, "Nothing answers under this address");
        }
        if (!request.getMethod().equals(GET) && !request.getMethod().equals(HEAD)) {
            response.setHeader("Allow", GET + ", " + HEAD);
            throw new PlexicaException(ErrorCode.METHOD_NOT_ALLOWED, "This can only be read: use GET");
        }
        return page;
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        String encoding = Encodings.choose(
                request.getHeader("Accept-Encoding"), page.bodies().keySet());
        boolean packed = !encoding.equals(Page.PLAIN);
        response.setStatus(page.status());
        page.headers().forEach(response::setHeader);
        if (page.bodies().size() > 1) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (packed) {
            response.setHeader("Content-Encoding", encoding);
        }
        String tag = page.etag() == null ? null : "\"" + page.etag() + (packed ? "-" + encoding : "") + "\"";
        if (tag != null) {
            response.setHeader("ETag", tag);
            if (isStillGood(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        byte[] body = Objects.requireNonNull(page.bodies().get(encoding));
        response.setContentType(page.type());
        response.setContentLength(body.length);
        if (request.getMethod().equals(GET)) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean isStillGood(@Nullable String tags, String tag) {
        return tags != null
                && Stream.of(tags.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}

package io.plexica.web.internal.server;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.bounds.BoundedCall;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.GuardFilter;
import io.plexica.web.internal.json.UnreadMembers;
import io.plexica.web.internal.problem.Problems;
import io.plexica.web.internal.repeat.KeyedCall;
import io.plexica.web.internal.rooms.Rooms;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.container.AsyncResponse;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.InterceptorChain;
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import org.jspecify.annotations.Nullable;

/**
 * Calls the author's method: checks its parameters, gives it its class loader and one unit of work, and lets whatever it
 * throws rise after that has been rolled back.
 */
final class UnitOfWorkInvoker extends JAXRSInvoker {

    private final Rooms rooms;
    private final ClassLoader loader;
    private final ParameterCheck parameters;
    private final IdempotentCalls repeats;
    private final StreamAnswers streams;
    private final DirectAnswers direct;
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();

    UnitOfWorkInvoker(
            Rooms rooms,
            ClassLoader loader,
            ParameterCheck parameters,
            IdempotentCalls repeats,
            StreamAnswers streams,
            DirectAnswers direct) {
        this.rooms = rooms;
        this.loader = loader;
        this.parameters = parameters;
        this.repeats = repeats;
        this.streams = streams;
        this.direct = direct;
    }

    /** Ends all calls that are still running. */
    void cutOff(PlexicaException answer) {
        running.forEach(call -> call.cutOff(answer));
    }

    @Override
    public @Nullable Object invoke(Exchange exchange, Object request) {
        // By this CXF would take in, and keep, all that a method has left of a body before anything is answered.
        exchange.getInMessage().removeContent(DelegatingInputStream.class);
        Object result = super.invoke(exchange, request);
        if (exchange.getInMessage().getInterceptorChain().getState() == InterceptorChain.State.SUSPENDED) {
            return result;
        }
        try {
            Object answer = JsonUnlessSaid.said(PlainErrors.dressed(decided(result, exchange), exchange), exchange);
            return unlessCut(direct.answered(streams.answered(answer, exchange), exchange), exchange);
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    /** After a call was cut off nobody waits for its answer, so it is not written down once more. */
    private static @Nullable Object unlessCut(@Nullable Object result, Exchange exchange) {
        Message message = exchange.getInMessage();
        BoundedCall bounded = ((CallRequest) GuardFilter.requestOf(message)).bounded();
        if (result == null || bounded == null || !bounded.isCut()) {
            return result;
        }
        message.getInterceptorChain().abort();
        ServerProviderFactory.releaseRequestState(message);
        return null;
    }

    /** The answer of a method that returned before it had one is judged here; any other was, within its unit of work. */
    private static @Nullable Object decided(@Nullable Object result, Exchange exchange) {
        Call call = GuardFilter.callOf(exchange.getInMessage());
        Method method = exchange.get(OperationResourceInfo.class).getMethodToInvoke();
        try {
            UndecidedCalls.refuse(call.context().obligations(), method, UndecidedCalls.answer(result));
            return result;
        } catch (PlexicaException e) {
            return new MessageContentsList(ProblemMapper.response(Problems.of(e, null), call));
        } catch (WebApplicationException e) {
            return result;
        }
    }

    @Override
    protected @Nullable Object performInvocation(Exchange exchange, Object service, Method method, Object[] arguments)
            throws Exception {
        Message message = exchange.getInMessage();
        Call guarded = GuardFilter.callOf(message);
        if (!guarded.isGuarded()) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "A call came to a method without passing its guards");
        }
        CallRequest request = (CallRequest) GuardFilter.requestOf(message);
        CallRequest.enter(request);
        BoundedCall bounded = request.bounded();
        OperationResourceInfo operation = exchange.get(OperationResourceInfo.class);
        parameters.check(operation, service, method, arguments, UnreadMembers.of(message));
        KeyedCall keyed = IdempotentCalls.keyed(request, guarded, method);
        AsyncResponse response = message.get(AsyncResponse.class);
        RunningCall call = new RunningCall();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        running.add(call);
        try {
            Callable<@Nullable Object> work = () -> {
                Object result = call(call, response, service, method, arguments);
                if (!UndecidedCalls.isPending(response, result)) {
                    UndecidedCalls.refuse(guarded.context().obligations(), method, result);
                }
                if (bounded != null) {
                    bounded.settle();
                }
                return result;
            };
            return rooms.database().unitOfWork(keyed == null ? work : () -> repeats.once(keyed, operation, work));
        } finally {
            if (bounded != null) {
                bounded.settled();
            }
            thread.setContextClassLoader(before);
            if (response == null) {
                running.remove(call);
            } else {
                response.register(new Forget(call));
            }
        }
    }

    private static @Nullable Object call(
            RunningCall call, @Nullable AsyncResponse response, Object service, Method method, Object[] arguments)
            throws Exception {
        call.begin(response);
        try {
            return invoke(service, method, arguments);
        } catch (Exception e) {
            PlexicaException cut = call.end();
            throw cut == null ? e : cut;
        } finally {
            call.end();
        }
    }

    /** Calls a method without parameters that nobody outside has called, in a unit of work, and says how it answered. */
    int ask(OperationResourceInfo operation) throws Exception {
        return new PlatformQuestion(rooms.database(), loader).ask(operation);
    }

    static @Nullable Object invoke(Object service, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            throw new RuntimeException("The method failed with an error of the virtual machine", thrown);
        }
    }

    /** Lets go of a suspended call once it has been answered. */
    private final class Forget implements javax.ws.rs.container.CompletionCallback {

        private final RunningCall call;

        Forget(RunningCall call) {
            this.call = call;
        }

        @Override
        public void onComplete(@Nullable Throwable failure) {
            running.remove(call);
        }
    }
}

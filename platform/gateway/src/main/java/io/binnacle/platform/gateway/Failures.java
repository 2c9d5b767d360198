package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.INTERNAL_ERROR;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.METHOD_NOT_ALLOWED;
import static io.binnacle.platform.api.error.PlatformError.ROUTE_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.PlatformException;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointNotFound;
import io.javalin.validation.ValidationException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a request throws into a problem document; the only place that does. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int CLIENT_CLOSED_REQUEST = 499;

    /** Answers {@code ctx} with what {@code thrown} means; the module's own handler goes first. */
    void answer(Context ctx, Throwable thrown, RouteIndex index) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Departed) {
            ctx.req().setAttribute(Departed.KEY, Boolean.TRUE);
        } else if (cause instanceof EofException) {
            ctx.status(CLIENT_CLOSED_REQUEST);
        } else {
            handleOrExplain(ctx, cause, index);
        }
    }

    void handleStatus(Context ctx, int status) {
        owner(ctx).ifPresent(module -> {
            try {
                module.handleStatus(status, ctx);
            } catch (Exception e) {
                write(ctx, internal(e, ctx));
            }
        });
    }

    private void handleOrExplain(Context ctx, Throwable thrown, RouteIndex index) {
        if (thrown instanceof Exception exception) {
            Optional<ExceptionHandler<? super Exception>> own =
                    owner(ctx).flatMap(module -> module.handlerOf(exception));
            if (own.isPresent()) {
                handle(ctx, exception, own.get());
                return;
            }
        }
        write(ctx, explain(ctx, thrown, index));
    }

    private void handle(Context ctx, Exception thrown, ExceptionHandler<? super Exception> handler) {
        try {
            handler.handle(thrown, ctx);
        } catch (RuntimeException e) {
            e.addSuppressed(thrown);
            write(ctx, internal(e, ctx));
        }
    }

    private static Optional<ModuleRoutes> owner(Context ctx) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint != null
                        && endpoint.handler instanceof Guard guard
                        && guard.module().lease() == ctx.req().getAttribute(Lease.KEY)
                ? Optional.of(guard.module())
                : Optional.empty();
    }

    private Problem explain(Context ctx, Throwable thrown, RouteIndex index) {
        if (thrown instanceof PlatformException named) {
            return explain(ctx, named);
        }
        if (thrown instanceof JsonProcessingException json && JsonFailures.isTheSenders(json)) {
            return explain(ctx, JsonFailures.explain(json));
        }
        if (thrown instanceof HttpResponseException http) {
            return explain(ctx, http, index);
        }
        if (thrown instanceof ValidationException parameters) {
            return Problem.of(INVALID_PARAMETER, parameters.getErrors().keySet() + " did not pass", ctx.path());
        }
        if (thrown instanceof UnsupportedCharsetException || thrown instanceof IllegalCharsetNameException) {
            return Problem.of(
                    UNSUPPORTED_MEDIA_TYPE, "the charset of the Content-Type is unknown; use UTF-8", ctx.path());
        }
        return HttpFailures.of(thrown, ctx.path()).orElseGet(() -> internal(thrown, ctx));
    }

    private Problem explain(Context ctx, PlatformException named) {
        Culprit culprit = named.code().culprit();
        Problem problem =
                Problem.of(named.code(), named.getMessage(), ctx.path()).at(named.fields());
        if (culprit == Culprit.UNAUTHENTICATED) {
            boolean refused = ctx.req().getHeader("Authorization") != null;
            ctx.header("WWW-Authenticate", "Bearer realm=\"binnacle\"" + (refused ? ", error=\"invalid_token\"" : ""));
        } else if (culprit == Culprit.UNAVAILABLE) {
            ctx.header("Retry-After", "2");
        }
        boolean ours = culprit == Culprit.PLATFORM || culprit == Culprit.OUT_OF_STORAGE;
        return ours ? problem.under(log(named, ctx)) : problem;
    }

    private Problem explain(Context ctx, HttpResponseException http, RouteIndex index) {
        if (http instanceof EndpointNotFound) {
            return missing(ctx, index);
        }
        return HttpFailures.problem(http.getStatus(), http.getMessage(), ctx.path());
    }

    private static Problem missing(Context ctx, RouteIndex index) {
        var methods = index.methods(ctx.path());
        String asked = ctx.req().getMethod() + " " + ctx.path();
        if (methods.isEmpty()) {
            return Problem.of(
                    ROUTE_NOT_FOUND,
                    "there is no " + asked + "; see /api/v1/openapi.json for what there is",
                    ctx.path());
        }
        String allowed = String.join(", ", methods);
        ctx.header("Allow", allowed);
        return Problem.of(METHOD_NOT_ALLOWED, "there is no " + asked + "; this path takes " + allowed, ctx.path());
    }

    private static Problem internal(Throwable thrown, Context ctx) {
        String detail = "Binnacle failed here, not you; the log tells more under the correlation id";
        return Problem.of(INTERNAL_ERROR, detail, ctx.path()).under(log(thrown, ctx));
    }

    private static String log(Throwable thrown, Context ctx) {
        String id = UUID.randomUUID().toString();
        LOG.error(
                "{} {} failed, correlation id {}",
                OneLine.of(ctx.req().getMethod()),
                OneLine.of(ctx.path()),
                id,
                OneLine.of(thrown));
        return id;
    }

    private static void write(Context ctx, Problem problem) {
        ctx.res().setCharacterEncoding(null);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.bytes());
    }
}

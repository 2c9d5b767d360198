package io.binnacle.platform.gateway;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts the security headers on every answer and bounds what a request may be, before any servlet sees it. */
final class FrontHandler extends Handler.Wrapper {

    /** The request attribute of a HEAD request, which is otherwise served like GET. */
    static final String HEAD = "io.binnacle.head";

    private static final HttpField[] SECURITY = {
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                        + "frame-ancestors 'none'"),
    };
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private final long uploadBytes;

    FrontHandler(long uploadBytes) {
        this.uploadBytes = uploadBytes;
    }

    static void secure(HttpFields.Mutable headers) {
        for (HttpField field : SECURITY) {
            headers.put(field);
        }
    }

    static void forbidStoring(HttpFields.Mutable headers) {
        headers.put(NO_STORE);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        secure(response.getHeaders());
        if (request.getHttpURI().getPath().startsWith("/api/")) {
            forbidStoring(response.getHeaders());
        }
        HttpFields headers = request.getHeaders();
        if (headers.contains(METHOD_OVERRIDE)) {
            return refuse(request, response, callback, HttpStatus.BAD_REQUEST_400, METHOD_OVERRIDE + " is not taken");
        }
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (length > uploadBytes) {
            return refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, tooLarge());
        }
        Request bounded = length < 0 && headers.contains(HttpHeader.TRANSFER_ENCODING) ? new Bounded(request) : request;
        return super.handle("HEAD".equals(request.getMethod()) ? new Head(bounded) : bounded, response, callback);
    }

    private static boolean refuse(Request request, Response response, Callback callback, int status, String reason) {
        Response.writeError(request, response, callback, status, reason);
        return true;
    }

    private String tooLarge() {
        return "at most " + uploadBytes + " bytes";
    }

    /** Javalin would answer HEAD with an empty 200 and ask nobody for a token; GET is asked instead. */
    private static final class Head extends Request.Wrapper {

        Head(Request request) {
            super(request);
            request.setAttribute(HEAD, Boolean.TRUE);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }

    /** Counts a body that does not say how long it is. */
    private final class Bounded extends Request.Wrapper {

        private long read;

        Bounded(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            ByteBuffer bytes = chunk == null || Content.Chunk.isFailure(chunk) ? null : chunk.getByteBuffer();
            read += bytes == null ? 0 : bytes.remaining();
            if (read > uploadBytes) {
                chunk.release();
                return Content.Chunk.from(
                        new HttpException.RuntimeException(HttpStatus.PAYLOAD_TOO_LARGE_413, tooLarge()), true);
            }
            return chunk;
        }
    }
}

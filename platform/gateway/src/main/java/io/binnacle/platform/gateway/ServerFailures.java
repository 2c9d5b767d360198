package io.binnacle.platform.gateway;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The web server's own error pages, as problem documents. */
final class ServerFailures extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        int status = cause instanceof HttpException known ? known.getCode() : response.getStatus();
        String message = cause instanceof HttpException known && known.getReason() != null
                ? known.getReason()
                : (String) request.getAttribute(ERROR_MESSAGE);
        write(request, response, callback, HttpFailures.problem(status, message, instance(request)));
        return true;
    }

    private static void write(Request request, Response response, Callback callback, Problem problem) {
        response.setStatus(problem.status());
        HttpFields.Mutable headers = response.getHeaders();
        FrontHandler.secure(headers);
        FrontHandler.forbidStoring(headers);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.bytes()), callback);
    }

    private static String instance(Request request) {
        HttpURI uri = request.getHttpURI();
        return uri == null || uri.getPath() == null ? "/" : uri.getPath();
    }
}

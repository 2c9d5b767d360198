package io.binnacle.platform.api.http;

import io.binnacle.platform.api.operation.Operation;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** The answer to a request whose work goes on behind it. */
public final class Accepted {

    private Accepted() {}

    /** Answers 202 with the operation, and in {@code Location} where to ask how far it is. */
    public static void answer(Context ctx, Operation operation) {
        ctx.status(HttpStatus.ACCEPTED);
        ctx.header("Location", "/api/v1/operations/" + operation.id());
        ctx.json(operation);
    }
}

package io.binnacle.forecasting.onnx;

import static io.binnacle.platform.api.error.PlatformError.BODY_TOO_LARGE;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.MALFORMED_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.binnacle.platform.api.json.Json;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What an upload of a net brings. */
record NetUpload(byte[] file, Descriptor descriptor) {

    private static final int LARGEST_FILE = 64 << 20;
    private static final int LARGEST_DESCRIPTOR = 64 << 10;

    static NetUpload of(Context ctx) {
        return new NetUpload(part(ctx, "model", LARGEST_FILE), descriptor(part(ctx, "descriptor", LARGEST_DESCRIPTOR)));
    }

    private static byte[] part(Context ctx, String name, int most) {
        List<UploadedFile> files = ctx.uploadedFiles(name);
        if (files.size() != 1) {
            throw MALFORMED_REQUEST.because(
                    "send multipart/form-data with two files: 'model', the net, and 'descriptor', JSON that tells how to"
                            + " use it; there are %d called '%s'",
                    files.size(), name);
        }
        if (files.get(0).size() > most) {
            throw BODY_TOO_LARGE.because(
                    "the file '%s' may have %d bytes, not %d",
                    name, most, files.get(0).size());
        }
        try (InputStream content = files.get(0).content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Descriptor descriptor(byte[] json) {
        try {
            return Json.mapper().readValue(json, Descriptor.class);
        } catch (JsonProcessingException e) {
            throw INVALID_CONTENT
                    .because("the descriptor cannot be used: %s", e.getOriginalMessage())
                    .at("/descriptor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.binnacle.platform.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Throws when it is activated. */
public final class FailingComponent {

    static final String PATH = "io/binnacle/platform/plugins/FailingComponent.class";

    public FailingComponent() {
        throw new IllegalStateException("no luck today");
    }

    static byte[] bytes() {
        try (InputStream in = FailingComponent.class.getResourceAsStream("/" + PATH)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

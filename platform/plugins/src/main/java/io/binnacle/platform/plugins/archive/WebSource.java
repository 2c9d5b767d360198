package io.binnacle.platform.plugins.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;

/** A catalogue on the web. */
final class WebSource implements CatalogueSource {

    private final URI index;
    private final HttpsFetch https;

    /** @param index the address of the index itself, or of the folder it is in, which then ends with a slash */
    WebSource(URI index, HttpsFetch https) {
        this.index = index;
        this.https = https;
    }

    @Override
    public void copy(String url, long most, Duration patience, OutputStream into) throws IOException {
        https.copy(index.resolve(url), most, patience, into);
    }
}

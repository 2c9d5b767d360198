package io.binnacle.platform.plugins.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where a catalogue comes from. */
public interface CatalogueSource {

    /** The index, for a start. */
    String INDEX = "index.json";

    /** Copies the file that {@code url}, as the index has it, leads to; fails beyond {@code most} bytes or {@code patience}. */
    void copy(String url, long most, Duration patience, OutputStream into) throws IOException;

    /** A folder, or the https address of an index. */
    static CatalogueSource at(String location, HttpsFetch https) {
        return location.contains("://")
                ? new WebSource(URI.create(location), https)
                : new FolderSource(Path.of(location), https);
    }
}

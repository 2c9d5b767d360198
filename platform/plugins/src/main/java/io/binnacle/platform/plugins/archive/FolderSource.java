package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_ADDRESS_REFUSED;
import static io.binnacle.platform.plugins.PluginError.CATALOGUE_INVALID;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** A catalogue in a folder, with its plugins beside it. */
final class FolderSource implements CatalogueSource {

    private final Path folder;
    private final HttpsFetch https;

    FolderSource(Path folder, HttpsFetch https) {
        this.folder = folder.toAbsolutePath().normalize();
        this.https = https;
    }

    @Override
    public void copy(String url, long most, Duration patience, OutputStream into) throws IOException {
        if (url.contains("://")) {
            https.copy(URI.create(url), most, patience, into);
            return;
        }
        Path file = file(url);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("there is no file " + file);
        }
        if (Files.size(file) > most) {
            throw CATALOGUE_INVALID.because("%s has more than %d bytes", file, most);
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(into);
        }
    }

    private Path file(String url) throws IOException {
        try {
            Path file = folder.resolve(url).normalize();
            boolean inside = file.startsWith(folder)
                    && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()));
            if (inside) {
                return file;
            }
        } catch (InvalidPathException e) {
            // No path at all is refused like one that leads out of the folder.
        }
        throw CATALOGUE_ADDRESS_REFUSED.because("the catalogue points to '%s', which is not in its folder", url);
    }
}

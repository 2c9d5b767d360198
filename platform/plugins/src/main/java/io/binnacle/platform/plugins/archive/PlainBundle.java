package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;
import static io.binnacle.platform.plugins.PluginError.PLUGIN_MANIFEST_INVALID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;

/** A single bundle whose headers say what {@code plugin.json} would. It carries no signature of its own. */
final class PlainBundle implements PluginFiles {

    private static final String ID = "Binnacle-Plugin-Id";
    private static final String NAME = "Binnacle-Plugin-Name";
    private static final String PUBLISHER = "Binnacle-Plugin-Publisher";
    private static final String PLATFORM = "Binnacle-Plugin-Platform";
    private static final String PERMISSIONS = "Binnacle-Plugin-Permissions";

    private final Path file;
    private final PluginManifest manifest;
    private final Trust trust;

    PlainBundle(ZipArchive jar, Path file, String digest, TrustStore trust, Optional<Signer> voucher)
            throws IOException {
        this.file = file;
        Attributes headers = PluginBundle.headers(jar)
                .filter(found -> found.getValue(ID) != null)
                .orElseThrow(() -> PLUGIN_ARCHIVE_INVALID.because(
                        "the archive has no plugin.json, and is no bundle with the header %s either", ID));
        this.manifest = PluginManifest.parse(bytes(json(headers, digest)));
        this.trust = trust.trust(manifest, new byte[0], Optional.empty(), voucher);
    }

    @Override
    public PluginManifest manifest() {
        return manifest;
    }

    @Override
    public Trust trust() {
        return trust;
    }

    @Override
    public void unpack(StagingFolder folder) throws IOException {
        folder.write(PluginManifest.FILE, new ByteArrayInputStream(bytes(manifest.toJson())));
        try (InputStream in = Files.newInputStream(file)) {
            folder.write(manifest.bundles().get(0).path(), in);
        }
    }

    private static ObjectNode json(Attributes headers, String digest) {
        ObjectNode json = Json.object();
        json.put("format", 1);
        json.put("id", headers.getValue(ID));
        json.put("version", required(headers, "Bundle-Version"));
        json.put("name", required(headers, NAME));
        json.put("publisher", required(headers, PUBLISHER));
        json.put("platform", required(headers, PLATFORM));
        ArrayNode permissions = json.putArray("permissions");
        HeaderClause.parse(headers.getValue(PERMISSIONS))
                .forEach(permission -> permissions.add(permission.paths().get(0)));
        json.putArray("bundles")
                .addObject()
                .put("path", "bundles/" + headers.getValue(ID) + ".jar")
                .put("sha256", digest);
        return json;
    }

    private static String required(Attributes headers, String name) {
        return Optional.ofNullable(headers.getValue(name))
                .orElseThrow(() -> PLUGIN_MANIFEST_INVALID.because(
                        "the bundle %s needs the header %s to be a plugin", headers.getValue(ID), name));
    }

    private static byte[] bytes(ObjectNode json) {
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }
}

package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_INVALID;
import static io.binnacle.platform.plugins.PluginError.PLUGIN_PUBLISHER_UNKNOWN;
import static io.binnacle.platform.plugins.PluginError.PLUGIN_SIGNATURE_INVALID;
import static io.binnacle.platform.plugins.PluginError.PLUGIN_UNSIGNED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom the administrator trusts: {@code official.pub}, {@code trusted/<publisher>.pub}, and plugins that need no
 * signature, by their id. Keys are read when they are needed, so a new one counts at once.
 */
public final class TrustStore {

    private static final String KEY_FILE = ".pub";

    private final Path folder;
    private final Set<String> unsignedAllowed;

    /**
     * @param folder holds the keys; one that is not there trusts nobody
     * @param unsignedAllowed ids of plugins that need no signature
     */
    public TrustStore(Path folder, Set<String> unsignedAllowed) {
        this.folder = folder;
        this.unsignedAllowed = Set.copyOf(unsignedAllowed);
    }

    /** Who answers for a plugin whose {@code plugin.json} is {@code text}; refuses when nobody does. */
    Trust trust(PluginManifest manifest, byte[] text, Optional<Signature> signature, Optional<Signer> voucher) {
        return signature
                .map(given -> signed(manifest, text, given))
                .or(() -> voucher.filter(signer -> signer.mayAnswerFor(manifest.publisher()))
                        .map(Signer::trust))
                .orElseGet(() -> unsigned(manifest));
    }

    /** Who signed a catalogue; refuses when it is nobody whom the administrator trusts. */
    Signer signer(byte[] text, Signature signature) {
        return signers()
                .filter(signer -> keys(signer).stream()
                        .anyMatch(key -> key.id().equals(signature.keyId()) && key.signed(text, signature)))
                .findFirst()
                .orElseThrow(() -> CATALOGUE_INVALID.because(
                        "the catalogue is signed by the key %s, which is not trusted here or signed something else",
                        shown(signature.keyId())));
    }

    private Trust signed(PluginManifest manifest, byte[] text, Signature signature) {
        if (isSignedBy(official(), text, signature, manifest)) {
            return Trust.OFFICIAL;
        }
        List<TrustedKey> publishers = keys(new Signer(Trust.PUBLISHER, manifest.publisher()));
        if (isSignedBy(publishers, text, signature, manifest)) {
            return Trust.PUBLISHER;
        }
        if (unsignedAllowed.contains(manifest.id())) {
            return Trust.UNSIGNED;
        }
        if (publishers.isEmpty()) {
            throw PLUGIN_PUBLISHER_UNKNOWN.because(
                    "%s is signed by the key %s of '%s', whom this platform does not know; to trust them, put their"
                            + " key into %s",
                    manifest.id(), shown(signature.keyId()), manifest.publisher(), file(manifest.publisher()));
        }
        throw PLUGIN_SIGNATURE_INVALID.because(
                "%s is signed by the key %s, but '%s' has the key %s here; get the plugin from its publisher",
                manifest.id(),
                shown(signature.keyId()),
                manifest.publisher(),
                String.join(" or ", publishers.stream().map(TrustedKey::id).toList()));
    }

    private Trust unsigned(PluginManifest manifest) {
        if (unsignedAllowed.contains(manifest.id())) {
            return Trust.UNSIGNED;
        }
        throw PLUGIN_UNSIGNED.because(
                "%s is not signed; sign it, or add its id to the setting plugins.allow.unsigned", manifest.id());
    }

    private static boolean isSignedBy(
            List<TrustedKey> keys, byte[] text, Signature signature, PluginManifest manifest) {
        Optional<TrustedKey> named =
                keys.stream().filter(key -> key.id().equals(signature.keyId())).findFirst();
        if (named.isPresent() && !named.get().signed(text, signature)) {
            throw PLUGIN_SIGNATURE_INVALID.because(
                    "the plugin.json of %s was changed after it was signed with the key %s; get the plugin from its"
                            + " publisher",
                    manifest.id(), shown(signature.keyId()));
        }
        return named.isPresent();
    }

    private Stream<Signer> signers() {
        return Stream.concat(
                Stream.of(new Signer(Trust.OFFICIAL, "")),
                publishers().stream().map(publisher -> new Signer(Trust.PUBLISHER, publisher)));
    }

    private List<String> publishers() {
        Path trusted = folder.resolve("trusted");
        if (!Files.isDirectory(trusted)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(trusted)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(KEY_FILE))
                    .map(name -> name.substring(0, name.length() - KEY_FILE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<TrustedKey> keys(Signer signer) {
        return signer.trust() == Trust.OFFICIAL ? official() : TrustedKey.in(file(signer.publisher()));
    }

    private List<TrustedKey> official() {
        return TrustedKey.in(folder.resolve("official" + KEY_FILE));
    }

    private Path file(String publisher) {
        return folder.resolve("trusted").resolve(publisher + KEY_FILE);
    }

    private static String shown(String keyId) {
        return keyId.matches("[0-9a-f]{16}") ? keyId : "(no key id)";
    }
}

package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.CATALOGUE_ADDRESS_REFUSED;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Gets a file by https from machines of the public internet. The name is resolved once and the connection goes to
 * the very address that was checked, which the clients of the JDK cannot promise. Redirects are not followed.
 */
public final class HttpsFetch {

    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int PORT = 443;

    private final SSLSocketFactory sockets;
    private final boolean privateAllowed;

    /** @param privateAllowed whether machines of the own network may be asked too */
    public HttpsFetch(boolean privateAllowed) {
        this((SSLSocketFactory) SSLSocketFactory.getDefault(), privateAllowed);
    }

    HttpsFetch(SSLSocketFactory sockets, boolean privateAllowed) {
        this.sockets = sockets;
        this.privateAllowed = privateAllowed;
    }

    void copy(URI address, long most, Duration patience, OutputStream into) throws IOException {
        InetAddress machine = machine(address);
        Deadline deadline = new Deadline(patience);
        int port = address.getPort() < 0 ? PORT : address.getPort();
        try (Socket plain = new Socket()) {
            plain.setSoTimeout((int) SILENCE.toMillis());
            plain.connect(new InetSocketAddress(machine, port), (int) SILENCE.toMillis());
            try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, address.getHost(), port, true)) {
                proveName(socket);
                socket.getOutputStream().write(request(address, port));
                InputStream in = new BufferedInputStream(deadline.watch(socket.getInputStream()));
                HttpAnswer.read(in, address).copy(most, into);
            }
        }
    }

    private InetAddress machine(URI address) throws IOException {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getUserInfo() != null) {
            throw CATALOGUE_ADDRESS_REFUSED.because(
                    "'%s' is refused: catalogues come from a folder or by https, without a user in the address",
                    address);
        }
        InetAddress[] machines = InetAddress.getAllByName(address.getHost());
        for (InetAddress machine : machines) {
            if (!privateAllowed && !PublicAddress.is(machine)) {
                throw CATALOGUE_ADDRESS_REFUSED.because(
                        "'%s' is refused: it leads to %s, which is not on the public internet; set"
                                + " plugins.catalogue.private to true if that is meant",
                        address, machine.getHostAddress());
            }
        }
        return machines[0];
    }

    private static void proveName(SSLSocket socket) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }

    private static byte[] request(URI address, int port) {
        String path = Optional.ofNullable(address.getRawPath())
                .filter(raw -> !raw.isEmpty())
                .orElse("/");
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String host = address.getHost() + (port == PORT ? "" : ":" + port);
        return ("GET " + path + query + " HTTP/1.1\r\nHost: " + host
                        + "\r\nUser-Agent: Binnacle\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}

package io.binnacle.platform.gateway;

import java.nio.file.Path;

/**
 * How the gateway is set up.
 *
 * @param port 0 takes any free one
 * @param drainSeconds how long a departing module may take to finish its requests
 * @param data the data folder
 */
record Settings(String host, int port, int drainSeconds, long bodyBytes, long uploadBytes, int threads, Path data) {

    Limits limits() {
        return new Limits(bodyBytes, uploadBytes, data.resolve("uploads"));
    }

    AddressFile addressFile() {
        return new AddressFile(data.resolve("address"));
    }
}

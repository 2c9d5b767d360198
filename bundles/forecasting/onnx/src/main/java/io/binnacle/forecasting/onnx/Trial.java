package io.binnacle.forecasting.onnx;

import java.util.stream.IntStream;

/** Runs a net on windows that it has to cope with: level, rising and falling, small and large. */
final class Trial {

    private Trial() {}

    /** @throws io.binnacle.platform.api.error.PlatformException ONNX_OUTPUT_INVALID */
    static void of(Net net) {
        int window = net.descriptor().window();
        OnnxModel model = new OnnxModel(net, "trial");
        for (double size : new double[] {0, 1, -40, 1e6}) {
            model.next(IntStream.range(0, window).mapToDouble(t -> size).toArray());
            model.next(IntStream.range(0, window)
                    .mapToDouble(t -> size * (1 + t % 7))
                    .toArray());
        }
    }
}

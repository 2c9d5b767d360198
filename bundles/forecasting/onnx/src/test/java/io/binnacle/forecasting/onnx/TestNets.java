package io.binnacle.forecasting.onnx;

import java.util.Map;
import java.util.Optional;

/** Nets that a pencil can follow: of a window of three they give two periods. */
final class TestNets {

    /** Goes on in a straight line through the last two: 2c - b, 3c - 2b. */
    static final float[][] LINE = {{0, 0}, {-1, -2}, {2, 3}};

    /** Repeats the last value. */
    static final float[][] LAST = {{0, 0}, {0, 0}, {1, 1}};

    private TestNets() {}

    static Descriptor descriptor(Scaling scaling) {
        return new Descriptor("x", 3, 2, "mean", Optional.empty(), scaling);
    }

    static Descriptor withQuantiles(Scaling scaling) {
        return new Descriptor("x", 3, 2, "mean", Optional.of(Map.of(0.1, "low", 0.9, "high")), scaling);
    }

    static OnnxModel line() {
        return model(OnnxFile.of(3).output("mean", 0, LINE), descriptor(Scaling.NONE));
    }

    /** The last value, and bounds one unit of the scale below and two above it. */
    static OnnxModel banded(Scaling scaling) {
        OnnxFile file =
                OnnxFile.of(3).output("mean", 0, LAST).output("low", -1, LAST).output("high", 2, LAST);
        return model(file, withQuantiles(scaling));
    }

    static OnnxModel model(OnnxFile file, Descriptor descriptor) {
        return new OnnxModel(NetLoader.open(file.bytes(), descriptor), "net");
    }
}

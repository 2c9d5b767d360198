package io.binnacle.forecasting.onnx;

import java.util.Arrays;
import java.util.Optional;

/** Fits a window into the shape that an input declares, where -1 stands for any size. */
final class InputShape {

    private static final long ANY = -1;

    private InputShape() {}

    /** The shape with every size, one of them the window and the others 1; empty when it cannot hold the window. */
    static Optional<long[]> of(long[] declared, int window) {
        long[] shape =
                Arrays.stream(declared).map(size -> size == ANY ? 1 : size).toArray();
        if (size(shape) == window) {
            return Optional.of(shape);
        }
        for (int i = declared.length - 1; i >= 0 && size(shape) == 1; i--) {
            if (declared[i] == ANY) {
                shape[i] = window;
            }
        }
        return size(shape) == window ? Optional.of(shape) : Optional.empty();
    }

    private static long size(long[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}

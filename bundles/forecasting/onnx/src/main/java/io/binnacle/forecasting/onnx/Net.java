package io.binnacle.forecasting.onnx;

import static io.binnacle.forecasting.onnx.OnnxError.ONNX_OUTPUT_INVALID;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A net in the native runtime. It waits for those who use it before it is freed, for native memory forgives nothing. */
final class Net implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Descriptor descriptor;
    private final long[] shape;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    Net(OrtEnvironment environment, OrtSession session, Descriptor descriptor, long[] shape) {
        this.environment = environment;
        this.session = session;
        this.descriptor = descriptor;
        this.shape = shape.clone();
    }

    Descriptor descriptor() {
        return descriptor;
    }

    /**
     * Runs the net once.
     *
     * @return the values of each of {@link Descriptor#outputs}, one for each period
     * @throws io.binnacle.platform.api.error.PlatformException ONNX_OUTPUT_INVALID when an output is not as described
     */
    List<float[]> run(float[] window) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the net was taken away while it was used; ask again");
            }
            return outputs(window);
        } catch (OrtException e) {
            throw ONNX_OUTPUT_INVALID
                    .because("the net cannot be run: %s", e.getMessage())
                    .causedBy(e);
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a net cannot be freed", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private List<float[]> outputs(float[] window) throws OrtException {
        List<String> names = descriptor.outputs();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(window), shape);
                OrtSession.Result result = session.run(Map.of(descriptor.input(), input), Set.copyOf(names))) {
            List<float[]> outputs = new ArrayList<>();
            for (String name : names) {
                outputs.add(values(name, (OnnxTensor) result.get(name).orElseThrow()));
            }
            return outputs;
        }
    }

    private float[] values(String name, OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        if (values.length != descriptor.horizon()) {
            throw ONNX_OUTPUT_INVALID.because(
                    "the output %s has %d values, but the descriptor's horizon is %d",
                    name, values.length, descriptor.horizon());
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw ONNX_OUTPUT_INVALID.because("the output %s has a value that is no number: %s", name, value);
            }
        }
        return values;
    }
}

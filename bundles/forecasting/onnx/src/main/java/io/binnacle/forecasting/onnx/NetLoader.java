package io.binnacle.forecasting.onnx;

import static io.binnacle.forecasting.onnx.OnnxError.ONNX_DESCRIPTOR_MISMATCH;
import static io.binnacle.forecasting.onnx.OnnxError.ONNX_FILE_INVALID;
import static io.binnacle.forecasting.onnx.OnnxError.ONNX_RUNTIME_MISSING;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.binnacle.platform.api.error.PlatformException;
import java.util.Arrays;
import java.util.Map;

/** Makes nets of files, and refuses those that do not fit their descriptors. */
final class NetLoader {

    private NetLoader() {}

    /** @throws PlatformException with an {@link OnnxError} that says what does not fit */
    static Net open(byte[] file, Descriptor descriptor) {
        OrtEnvironment environment = environment();
        OrtSession session = session(environment, file);
        try {
            Net net = new Net(environment, session, descriptor, checked(session, descriptor));
            Trial.of(net);
            return net;
        } catch (OrtException | RuntimeException e) {
            close(session, e);
            throw e instanceof PlatformException told
                    ? told
                    : new IllegalStateException("a net cannot be looked at", e);
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "binnacle");
        } catch (LinkageError | RuntimeException e) {
            throw ONNX_RUNTIME_MISSING
                    .because(
                            "the native ONNX runtime does not load on %s %s: %s; see which platforms the plugin brings",
                            System.getProperty("os.name"), System.getProperty("os.arch"), e)
                    .causedBy(e);
        }
    }

    private static OrtSession session(OrtEnvironment environment, byte[] file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread: the same sums in the same order, and no pool that would outlive the plugin.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            return environment.createSession(file, options);
        } catch (OrtException e) {
            throw ONNX_FILE_INVALID
                    .because(
                            "the file is no ONNX model that this runtime (%s) reads: %s",
                            environment.getVersion(), e.getMessage())
                    .causedBy(e);
        }
    }

    private static long[] checked(OrtSession session, Descriptor descriptor) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (!inputs.keySet().equals(java.util.Set.of(descriptor.input()))) {
            throw ONNX_DESCRIPTOR_MISMATCH
                    .because(
                            "the net has the inputs %s; it must have one, which the descriptor calls '%s'",
                            inputs.keySet(), descriptor.input())
                    .at("/descriptor/input");
        }
        TensorInfo input = floats("input", descriptor.input(), inputs);
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        for (String name : descriptor.outputs()) {
            if (!outputs.containsKey(name)) {
                throw ONNX_DESCRIPTOR_MISMATCH
                        .because("the net has no output '%s'; it has %s", name, outputs.keySet())
                        .at("/descriptor/mean");
            }
            floats("output", name, outputs);
        }
        return InputShape.of(input.getShape(), descriptor.window()).orElseThrow(() -> ONNX_DESCRIPTOR_MISMATCH
                .because(
                        "the input %s has the shape %s, which does not hold a window of %d",
                        descriptor.input(), Arrays.toString(input.getShape()), descriptor.window())
                .at("/descriptor/window"));
    }

    private static TensorInfo floats(String kind, String name, Map<String, NodeInfo> nodes) {
        if (nodes.get(name).getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            return tensor;
        }
        throw ONNX_DESCRIPTOR_MISMATCH
                .because("the %s %s must be a tensor of 32-bit floats, not %s", kind, name, nodes.get(name))
                .at("/descriptor/" + kind);
    }

    private static void close(OrtSession session, Exception failure) {
        try {
            session.close();
        } catch (OrtException e) {
            failure.addSuppressed(e);
        }
    }
}

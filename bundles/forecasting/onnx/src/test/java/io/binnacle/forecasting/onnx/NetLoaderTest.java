package io.binnacle.forecasting.onnx;

import static io.binnacle.forecasting.onnx.OnnxError.ONNX_DESCRIPTOR_MISMATCH;
import static io.binnacle.forecasting.onnx.OnnxError.ONNX_FILE_INVALID;
import static io.binnacle.forecasting.onnx.OnnxError.ONNX_OUTPUT_INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetLoaderTest {

    private static final Descriptor PLAIN = TestNets.descriptor(Scaling.NONE);

    @Test
    void what_is_no_onnx_file_is_refused() {
        assertRefused(ONNX_FILE_INVALID, "no ONNX model", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), PLAIN);
        assertRefused(ONNX_FILE_INVALID, "no ONNX model", new byte[0], PLAIN);
        byte[] whole = lineNet();
        assertRefused(ONNX_FILE_INVALID, "no ONNX model", Arrays.copyOf(whole, whole.length / 2), PLAIN);
    }

    @Test
    void a_descriptor_must_name_what_is_there() {
        assertRefused(
                ONNX_DESCRIPTOR_MISMATCH,
                "the net has the inputs [x]; it must have one, which the descriptor calls 'window'",
                lineNet(),
                new Descriptor("window", 3, 2, "mean", Optional.empty(), Scaling.NONE));
        assertRefused(
                ONNX_DESCRIPTOR_MISMATCH,
                "the net has no output 'low'; it has [mean]",
                lineNet(),
                TestNets.withQuantiles(Scaling.NONE));
    }

    @Test
    void shapes_must_fit_the_descriptor() {
        assertRefused(
                ONNX_DESCRIPTOR_MISMATCH,
                "the input x has the shape [1, 3], which does not hold a window of 12",
                lineNet(),
                new Descriptor("x", 12, 2, "mean", Optional.empty(), Scaling.NONE));
        assertRefused(
                ONNX_OUTPUT_INVALID,
                "the output mean has 2 values, but the descriptor's horizon is 6",
                lineNet(),
                new Descriptor("x", 3, 6, "mean", Optional.empty(), Scaling.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-1", "-1,3", "1,-1", "-1,-1"})
    void a_size_that_is_open_is_filled(String shape) {
        long[] sizes =
                Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
        byte[] file = OnnxFile.shaped(3, sizes).output("mean", 0, TestNets.LINE).bytes();

        try (Net net = NetLoader.open(file, PLAIN)) {
            assertThat(net.run(new float[] {1, 2, 4}).get(0)).containsExactly(6, 8);
        }
    }

    @Test
    void numbers_are_32_bits_wide() {
        assertRefused(
                ONNX_DESCRIPTOR_MISMATCH,
                "must be a tensor of 32-bit floats",
                OnnxFile.ofDoubles(3).logarithm("mean").bytes(),
                new Descriptor("x", 3, 3, "mean", Optional.empty(), Scaling.NONE));
    }

    @Test
    void an_output_that_is_no_number_is_refused() {
        assertRefused(
                ONNX_OUTPUT_INVALID,
                "the output mean has a value that is no number",
                OnnxFile.of(3).logarithm("mean").bytes(),
                new Descriptor("x", 3, 3, "mean", Optional.empty(), Scaling.NONE));
    }

    @Test
    void a_net_that_was_taken_away_says_so() {
        Net net = NetLoader.open(lineNet(), PLAIN);
        net.close();

        assertThatThrownBy(() -> net.run(new float[3])).hasMessageContaining("taken away");
    }

    @Test
    void another_class_loader_loads_the_native_runtime_beside_this_one() throws Exception {
        try (Net here = NetLoader.open(lineNet(), PLAIN);
                URLClassLoader other = new URLClassLoader(
                        new URL[] {jarOf("ai.onnxruntime.OrtEnvironment")}, ClassLoader.getPlatformClassLoader())) {
            Class<?> environment = other.loadClass("ai.onnxruntime.OrtEnvironment");
            Object again = environment.getMethod("getEnvironment").invoke(null);
            Object session =
                    environment.getMethod("createSession", byte[].class).invoke(again, (Object) lineNet());

            assertThat(session.getClass().getClassLoader()).isSameAs(other);
            assertThat(session.getClass().getMethod("getNumInputs").invoke(session))
                    .isEqualTo(1L);
            assertThat(here.run(new float[] {1, 2, 4}).get(0)).containsExactly(6, 8);
        }
    }

    @Test
    void the_factory_of_models_is_called_by_the_version_of_the_plugin() throws IOException {
        JsonNode plugin = Json.mapper().readTree(Files.readAllBytes(Path.of("src/plugin/plugin.json")));

        assertThat(OfferedNet.FACTORY)
                .isEqualTo(
                        plugin.get("id").asText() + "@" + plugin.get("version").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'input':'x','window':0,'horizon':2,'mean':'mean','scaling':'none'}",
                "{'input':'x','window':3,'horizon':2,'mean':'mean','scaling':'none','quantiles':{'0.9':'q'}}",
                "{'input':'x','window':3,'horizon':2,'mean':'mean','scaling':'none','quantiles':{'0.5':'q'}}",
                "{'input':'x','window':3,'horizon':2,'mean':'mean','scaling':'log'}"
            })
    void descriptors_are_read_strictly(String json) {
        assertThatThrownBy(() -> Json.mapper().readValue(json.replace('\'', '"'), Descriptor.class))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_descriptor_is_written_as_it_is_read() {
        Descriptor descriptor = new Descriptor(
                "x", 3, 2, "mean", Optional.of(Map.of(0.1, "low", 0.5, "mid", 0.9, "high")), Scaling.STANDARD);

        assertThat(Json.read(Json.write(descriptor), Descriptor.class)).isEqualTo(descriptor);
        assertThat(Json.write(descriptor)).contains("\"standard\"", "\"0.1\":\"low\"");
    }

    private static byte[] lineNet() {
        return OnnxFile.of(3).output("mean", 0, TestNets.LINE).bytes();
    }

    private static URL jarOf(String className) throws ClassNotFoundException {
        return Class.forName(className).getProtectionDomain().getCodeSource().getLocation();
    }

    private static void assertRefused(OnnxError code, String said, byte[] file, Descriptor descriptor) {
        assertThatThrownBy(() -> NetLoader.open(file, descriptor))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code))
                .hasMessageContaining(said);
    }
}

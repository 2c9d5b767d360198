package io.binnacle.forecasting.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes small ONNX files: every output is the window times a matrix, plus a bias. The numbers of fields and types are
 * those of onnx.proto.
 */
final class OnnxFile {

    private static final int FLOAT = 1;
    private static final int DOUBLE = 11;
    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;

    private final Message graph = new Message();
    private final int elements;
    private final long[] input;
    private final int window;

    private OnnxFile(int elements, long[] input, int window) {
        this.elements = elements;
        this.input = input;
        this.window = window;
        graph.text(2, "g");
        graph.message(11, value("x", input));
    }

    /** A net whose input {@code x} has the shape [1, window]. */
    static OnnxFile of(int window) {
        return new OnnxFile(FLOAT, new long[] {1, window}, window);
    }

    /** A net whose input is declared with this shape, where -1 is any size. */
    static OnnxFile shaped(int window, long... shape) {
        return new OnnxFile(FLOAT, shape, window);
    }

    static OnnxFile ofDoubles(int window) {
        return new OnnxFile(DOUBLE, new long[] {1, window}, window);
    }

    /** @param rows for each value of the window its weight in each period */
    OnnxFile output(String name, float bias, float[][] rows) {
        int horizon = rows[0].length;
        ByteBuffer weights = ByteBuffer.allocate(4 * window * horizon).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float weight : row) {
                weights.putFloat(weight);
            }
        }
        ByteBuffer biases = ByteBuffer.allocate(4 * horizon).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < horizon; i++) {
            biases.putFloat(bias);
        }
        graph.message(1, node("MatMul", name + "_p", "x", name + "_w"));
        graph.message(1, node("Add", name, name + "_p", name + "_b"));
        graph.message(5, tensor(name + "_w", weights.array(), window, horizon));
        graph.message(5, tensor(name + "_b", biases.array(), horizon));
        graph.message(12, value(name, input.length == 2 ? new long[] {1, horizon} : new long[] {horizon}));
        return this;
    }

    /** An output that is the logarithm of the window: no number for one that falls below 0. */
    OnnxFile logarithm(String name) {
        graph.message(1, node("Log", name, "x"));
        graph.message(12, value(name, input));
        return this;
    }

    byte[] bytes() {
        Message opset = new Message().text(1, "").number(2, OPSET);
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, opset)
                .bytes();
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        List.of(inputs).forEach(one -> node.text(1, one));
        return node.text(2, output).text(4, operator);
    }

    private static Message tensor(String name, byte[] values, long... dimensions) {
        Message tensor = new Message();
        for (long size : dimensions) {
            tensor.number(1, size);
        }
        return tensor.number(2, FLOAT).text(8, name).bytes(9, values);
    }

    private Message value(String name, long[] dimensions) {
        Message shape = new Message();
        for (long size : dimensions) {
            shape.message(1, size < 0 ? new Message().text(2, "any") : new Message().number(1, size));
        }
        Message tensor = new Message().number(1, elements).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A message of Protocol Buffers: fields as tag and value. */
    private static final class Message {

        private static final int VARINT = 0;
        private static final int LENGTH = 2;

        private final List<byte[]> fields = new ArrayList<>();

        Message number(int field, long value) {
            fields.add(joined(varint(field << 3 | VARINT), varint(value)));
            return this;
        }

        Message bytes(int field, byte[] value) {
            fields.add(joined(varint(field << 3 | LENGTH), varint(value.length), value));
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        byte[] bytes() {
            return joined(fields.toArray(byte[][]::new));
        }

        private static byte[] varint(long value) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long rest = value;
            while (rest >= 0x80) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return bytes.toByteArray();
        }

        private static byte[] joined(byte[]... parts) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                bytes.writeBytes(part);
            }
            return bytes.toByteArray();
        }
    }
}

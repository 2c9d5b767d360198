package io.binnacle.pipeline.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where a list goes on: behind one id, in a form that nobody takes for an id. */
final class Cursor {

    private Cursor() {}

    static String behind(UUID id) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static UUID read(String cursor) {
        byte[] bytes = decode(cursor);
        if (bytes.length != 16) {
            throw INVALID_PARAMETER
                    .because("cursor must be one that a list of opportunities answered, not '%s'", cursor)
                    .at("/cursor");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
